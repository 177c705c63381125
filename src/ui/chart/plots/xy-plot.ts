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
  const shown = isStacked && axis.type !== "category" ? alignedSeries(series) : series;
  return {
    kind,
    x: axis,
    y: { type: facts.yType ?? "value", ...(columns.length === 1 ? { title: titleOf(columns[0]!) } : {}) },
    series: shown.length > 0 ? shown : columns.map((column) => ({ name: titleOf(column), points: [], rows: [] })),
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

/** What is stacked needs a point wherever another series has one: nothing is added there. */
function alignedSeries(series: readonly PlotSeries[]): PlotSeries[] {
  const places = [...new Set(series.flatMap(({ points }) => points.map(([place]) => place!)))].sort((a, b) => a - b);
  return series.map(({ name, points, rows }) => {
    const known = new Map(points.map((point, at) => [point[0], at]));
    const found = places.map((place) => known.get(place));
    return {
      name,
      points: found.map((at, place): Point => (at === undefined ? [places[place]!, 0] : points[at]!)),
      rows: found.map((at) => (at === undefined ? -1 : rows![at]!)),
    };
  });
}
