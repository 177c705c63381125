import { TandemError } from "../../../core/errors.ts";
import type { Column, DataReader } from "../chart-data.ts";
import type { AxisWire, ChartExtent, ChartKind, Point } from "../wire.ts";

/** A chart's data as points, before any are left out. */
export interface Plot {
  readonly kind: ChartKind;
  readonly x: AxisWire;
  readonly y: AxisWire;
  readonly series: readonly PlotSeries[];
  /** Which of a point's numbers the summary tells of. */
  readonly valueAt: number;
  /** How points may be thinned out where there are too many. */
  readonly thinning: "line" | "cloud" | null;
  /** Of a heatmap's values. */
  readonly extent?: ChartExtent;
}

export interface PlotSeries {
  readonly name: string;
  readonly points: readonly Point[];
  /** Which row each point is; `null` where they stand for several. */
  readonly rows: ArrayLike<number> | null;
}

/** What to make of the data, with all that is live read. */
export interface PlotFacts {
  readonly kind: ChartKind;
  readonly reader: DataReader;
  readonly x: string;
  readonly y: readonly string[];
  readonly series: string | undefined;
  readonly value: string | undefined;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly bins: number;
  readonly end: string | undefined;
  readonly whole: string | undefined;
  readonly xType: "category" | "time" | "value" | "log" | undefined;
  readonly yType: "value" | "log" | undefined;
  readonly isStacked: boolean;
}

/** A column that must be there, unless there is no data yet. */
export function columnOf({ reader }: Pick<PlotFacts, "reader">, name: string | undefined, prop: string): Column {
  if (name === undefined) {
    throw new TandemError("ui/chart-column", `Expected this kind of chart to get ${prop}="…", the name of a column.`);
  }
  if (reader.length > 0 && !reader.has(name)) {
    throw new TandemError(
      "ui/chart-column",
      `Expected ${prop} to name a column of the chart's data, but no row has "${name}".`,
    );
  }
  return reader.column(name);
}

/** Rows by what they have in a column, in order of appearance; one group of all where there is no column. */
export function groupRows(column: Column | undefined, length: number, nameOf: (value: never) => string) {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < length; row++) {
    const name = column === undefined ? "" : nameOf(column.at(row) as never);
    const rows = groups.get(name);
    if (rows === undefined) groups.set(name, [row]);
    else rows.push(row);
  }
  return groups;
}

/** The smallest and the largest; `[0, 0]` of nothing. */
export function extentOf(numbers: Iterable<number | null | undefined>): ChartExtent {
  let [low, high] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (number === null || number === undefined) continue;
    if (number < low) low = number;
    if (number > high) high = number;
  }
  return low <= high ? [low, high] : [0, 0];
}
