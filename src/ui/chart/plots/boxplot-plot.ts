import { Categories, titleOf, toCategory, toNumber } from "../values.ts";
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
  const rowsOf = groupRows(groups, facts.reader.length, toCategory);
  for (const [position, name] of categories.names.entries()) {
    const rows = rowsOf.get(name) ?? [];
    const sorted = rows.flatMap((row) => toNumber(values.at(row)) ?? []).sort((a, b) => a - b);
    const box = sorted.length === 0 ? NO_BOX : boxOf(sorted);
    boxes.push([position, ...box]);
    for (const row of rows) {
      const value = toNumber(values.at(row));
      if (value === null || (value >= box[0]! && value <= box[4]!)) continue;
      far.push([position, value]);
      farRows.push(row);
    }
  }
  return {
    kind: "boxplot",
    x: { type: "category", title: titleOf(groups), categories: categories.names },
    y: { type: facts.yType ?? "value", title: titleOf(values) },
    series: [
      { name: titleOf(values), points: boxes, rows: null },
      { name: "Far out", points: far, rows: farRows },
    ],
    valueAt: 3,
    thinning: null,
  };
}

type Box = readonly [number | null, number | null, number | null, number | null, number | null];
const NO_BOX: Box = [null, null, null, null, null];

/** Whisker, quarter, median, quarter, whisker, after Tukey. */
function boxOf(sorted: readonly number[]): Box {
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
