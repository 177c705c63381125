import type { PointPlace } from "../../../ui/chart/wire.ts";
import { gridOf, type ECharts } from "./echarts.ts";
import type { OptionFacts } from "./option-facts.ts";

/** Pixels beyond which a click is on nothing. */
const REACH = 40;

/** The point of a line or an area that a click beside it means: lines are thin, and have no marks where they are long. */
export function clickedPoint(
  chart: ECharts,
  { spec, points, hidden }: OptionFacts,
  [x, y]: readonly [number, number],
): PointPlace | undefined {
  const box = gridOf(chart);
  if ((spec.kind !== "line" && spec.kind !== "area") || box === undefined) return undefined;
  if (x < box.x || x > box.x + box.width || y < box.y || y > box.y + box.height) return undefined;
  const along = Number(chart.convertFromPixel({ xAxisIndex: 0 }, x as never));
  let [best, distance]: [PointPlace | undefined, number] = [undefined, REACH];
  for (const [series, all] of points.series.entries()) {
    if (hidden.includes(series)) continue;
    const index = closest(all, along);
    const point = all[index];
    if (point?.[1] === null || point === undefined) continue;
    const [left, top] = chart.convertToPixel({ seriesIndex: series }, [point[0]!, point[1]!]) as [number, number];
    const found = Math.hypot(left - x, top - y);
    if (found < distance) [best, distance] = [[series, index], found];
  }
  return best;
}

/** Points are in order. */
function closest(points: readonly (readonly (number | null)[])[], x: number): number {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]![0] ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  const before = points[low - 1];
  return before !== undefined && x - before[0]! < (points[low]![0] ?? Infinity) - x ? low - 1 : low;
}
