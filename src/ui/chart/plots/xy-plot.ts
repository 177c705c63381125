import type { Column } from "../chart-data.ts";
import { titleOf, toCategory, toNumber } from "../values.ts";
import type { Point } from "../wire.ts";
import { placeAlong } from "./axis.ts";
import { columnOf, groupRows, type Plot, type PlotFacts, type PlotSeries } from "./plot.ts";

/** Lines, areas, bars and clouds of points: numbers by what is along the chart. */
export function xyPlot(facts: PlotFacts): Plot {
  const { kind, reader, isStacked } = facts;
  const isLine = kind === "line" || kind === "area";
  const { axis, places } = placeAlong(columnOf(facts, facts.x, "x"), facts.xType, kind === "bar");
  const columns = (facts.y.length > 0 ? facts.y : [undefined]).map((name) => columnOf(facts, name, "y"));
  const grouping = facts.series === undefined ? undefined : columnOf(facts, facts.series, "series");
  const groups = [...groupRows(grouping, reader.length, toCategory)];
  const series = groups.flatMap(([group, rows]) =>
    columns.map((column) => xySeries({ name: nameOf(group, column, columns), rows, places, column, isSorted: isLine })),
  );
  return {
    kind,
    x: axis,
    y: { type: facts.yType ?? "value", ...(columns.length === 1 ? { title: titleOf(columns[0]!) } : {}) },
    series: series.length > 0 ? series : columns.map((column) => ({ name: titleOf(column), points: [], rows: [] })),
    valueAt: 1,
    thinning: kind === "scatter" ? "cloud" : isLine && !isStacked ? "line" : null,
  };
}

interface XySeries {
  name: string;
  rows: readonly number[];
  places: readonly (number | null)[];
  column: Column;
  isSorted: boolean;
}

function xySeries({ name, rows, places, column, isSorted }: XySeries): PlotSeries {
  const placed = rows.filter((row) => places[row] !== null);
  if (isSorted && !isAscending(placed, places)) placed.sort((a, b) => places[a]! - places[b]!);
  return { name, rows: placed, points: placed.map((row): Point => [places[row]!, toNumber(column.at(row))]) };
}

const isAscending = (rows: readonly number[], places: readonly (number | null)[]): boolean =>
  rows.every((row, index) => index === 0 || places[rows[index - 1]!]! <= places[row]!);

/** By group, by column, or both. */
function nameOf(group: string, column: Column, columns: readonly Column[]): string {
  const name = titleOf(column);
  if (group === "") return name;
  return columns.length === 1 ? group : `${group} · ${name}`;
}
