import { Categories, titleOf, toNumber } from "../values.ts";
import type { Point } from "../wire.ts";
import { columnOf, type Plot, type PlotFacts } from "./plot.ts";

/** Parts of a whole: names with a number above zero each. */
export function piePlot(facts: PlotFacts): Plot {
  const names = columnOf(facts, facts.x, "x");
  const values = columnOf(facts, facts.y[0], "y");
  const categories = new Categories(names);
  const rows = Array.from({ length: facts.reader.length }, (_, row) => row).filter((row) => {
    const value = toNumber(values.at(row));
    return value !== null && value >= 0 && categories.position(names.at(row)) !== null;
  });
  const points = rows.map((row): Point => [categories.position(names.at(row)), toNumber(values.at(row))]);
  return {
    kind: "pie",
    x: { type: "category", title: titleOf(names), categories: categories.names },
    y: { type: "value", title: titleOf(values) },
    series: [{ name: titleOf(values), points, rows }],
    valueAt: 1,
    thinning: null,
  };
}
