import { titleOf, toNumber } from "../values.ts";
import type { Point } from "../wire.ts";
import { placeAlong } from "./axis.ts";
import { columnOf, extentOf, type Plot, type PlotFacts } from "./plot.ts";

/** Colours on a grid of names. */
export function heatmapPlot(facts: PlotFacts): Plot {
  const values = columnOf(facts, facts.value, "value");
  const x = placeAlong(columnOf(facts, facts.x, "x"), "category");
  const y = placeAlong(columnOf(facts, facts.y[0], "y"), "category");
  const rows = Array.from({ length: facts.reader.length }, (_, row) => row).filter(
    (row) => x.places[row] !== null && y.places[row] !== null,
  );
  const points = rows.map((row): Point => [x.places[row]!, y.places[row]!, toNumber(values.at(row))]);
  return {
    kind: "heatmap",
    x: x.axis,
    y: y.axis,
    series: [{ name: titleOf(values), points, rows }],
    valueAt: 2,
    thinning: null,
    extent: extentOf(points.map((point) => point[2])),
  };
}
