import { toNumber } from "../values.ts";
import type { Point } from "../wire.ts";
import { placeAlong } from "./axis.ts";
import { columnOf, type Plot, type PlotFacts } from "./plot.ts";

/** Prices of a time: where it opened, closed, and how low and high it went. */
export function candlestickPlot(facts: PlotFacts): Plot {
  const { axis, places } = placeAlong(columnOf(facts, facts.x, "x"), facts.xType);
  const columns = (["open", "close", "low", "high"] as const).map((name) => columnOf(facts, facts[name], name));
  const rows = Array.from({ length: facts.reader.length }, (_, row) => row)
    .filter((row) => places[row] !== null && columns.every((column) => toNumber(column.at(row)) !== null))
    .sort((a, b) => places[a]! - places[b]!);
  const points = rows.map((row): Point => [places[row]!, ...columns.map((column) => toNumber(column.at(row)))]);
  return {
    kind: "candlestick",
    x: axis,
    y: { type: facts.yType ?? "value" },
    series: [{ name: facts.close, points, rows }],
    valueAt: 2,
    thinning: null,
  };
}
