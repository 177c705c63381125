import { bin } from "../bins.ts";
import { kindOf, precisionOf, titleOf, toNumber, toTime } from "../values.ts";
import type { Point } from "../wire.ts";
import { columnOf, type Plot, type PlotFacts } from "./plot.ts";

/** How many there are of what size: `[from, to, count, count of the whole]`. */
export function histogramPlot(facts: PlotFacts): Plot {
  const column = columnOf(facts, facts.x, "x");
  const isTime = facts.xType === "time" || (facts.xType === undefined && kindOf(column) === "time");
  const read = isTime ? toTime : toNumber;
  const points = facts.y.length === 0 ? countedBins(facts, read) : givenBins(facts, read);
  const edges = points.flatMap(([from, to]) => [from!, to!]);
  return {
    kind: "histogram",
    x: isTime
      ? { type: "time", title: titleOf(column), precision: precisionOf(edges) }
      : { type: "value", title: titleOf(column) },
    y: { type: "value", title: facts.y[0] ?? "Count" },
    series: [{ name: facts.y[0] ?? "Count", points, rows: null }],
    valueAt: 2,
    thinning: null,
  };
}

type Read = typeof toNumber;

function countedBins(facts: PlotFacts, read: Read): Point[] {
  const column = columnOf(facts, facts.x, "x");
  const numbers = Array.from({ length: column.length }, (_, row) => read(column.at(row)));
  return bin(numbers, { count: facts.bins }).map(({ from, to, count }) => [from, to, count, count]);
}

function givenBins(facts: PlotFacts, read: Read): Point[] {
  const from = columnOf(facts, facts.x, "x");
  const to = columnOf(facts, facts.end, "end");
  const count = columnOf(facts, facts.y[0], "y");
  const whole = facts.whole === undefined ? count : columnOf(facts, facts.whole, "whole");
  return Array.from({ length: facts.reader.length }, (_, row): Point => [
    read(from.at(row)),
    read(to.at(row)),
    toNumber(count.at(row)),
    toNumber(whole.at(row)),
  ]).filter(([start, end]) => start !== null && end !== null);
}
