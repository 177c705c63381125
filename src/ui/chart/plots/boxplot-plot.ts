import { Categories, toCategory, toNumber } from "../values.ts";
import type { Point } from "../wire.ts";
import { columnOf, groupRows, type Plot, type PlotFacts } from "./plot.ts";

/** How values of each group are spread; those far out are points of their own. */
export function boxplotPlot(facts: PlotFacts): Plot {
  const groups = columnOf(facts, facts.x, "x");
  const values = columnOf(facts, facts.y[0], "y");
  const categories = new Categories(groups);
  const boxes: Point[] = [];
  const far: Point[] = [];
  const farRows: number[] = [];
  for (const [name, rows] of groupRows(groups, facts.reader.length, toCategory)) {
    const position = categories.position(name);
    const sorted = rows.flatMap((row) => toNumber(values.at(row)) ?? []).sort((a, b) => a - b);
    if (sorted.length === 0 || position === null) continue;
    const box = boxOf(sorted);
    boxes.push([position, ...box]);
    for (const row of rows) {
      const value = toNumber(values.at(row));
      if (value === null || (value >= box[0] && value <= box[4])) continue;
      far.push([position, value]);
      farRows.push(row);
    }
  }
  return {
    kind: "boxplot",
    x: { type: "category", title: groups.name, categories: categories.names },
    y: { type: facts.yType ?? "value", title: values.name },
    series: [
      { name: values.name, points: boxes, rows: null },
      { name: "Far out", points: far, rows: farRows },
    ],
    valueAt: 3,
    thinning: null,
  };
}

/** Whisker, quarter, median, quarter, whisker, after Tukey. */
function boxOf(sorted: readonly number[]): [number, number, number, number, number] {
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(sorted, part)) as [number, number, number];
  const reach = 1.5 * (high - low);
  const inside = sorted.filter((value) => value >= low - reach && value <= high + reach);
  return [inside[0] ?? low, low, median, high, inside.at(-1) ?? high];
}

function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  const [a, b] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return a + (b - a) * (place - below);
}
