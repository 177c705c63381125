import type { SeriesSpec, StreamSpec } from "../../../core/stream-spec.ts";
import type { Rows } from "./decimate.ts";
import type { Formats } from "./formats.ts";

/** In words what a chart shows: how much of what, and each series' latest, least and greatest value. */
export function summaryOf({ series }: StreamSpec, rows: Rows, formats: Formats): string {
  const count = rows.x.length;
  if (count === 0) return "No data yet.";
  const [first, last] = [formats.place(rows.x, 0), formats.place(rows.x, count - 1)];
  const extent = count === 1 ? `One row, at ${first}.` : `${count.toLocaleString()} rows, from ${first} to ${last}.`;
  return [extent, ...series.map((each) => seriesSummary(each, rows, formats))].join(" ");
}

function seriesSummary({ label, kind, columns }: SeriesSpec, rows: Rows, formats: Formats): string {
  // Of candles that is the close, with their lows and highs; of a band its edges.
  const latest = kind === "candles" ? [columns[3]!] : columns;
  const low = kind === "candles" ? columns[2]! : columns[0]!;
  const high = kind === "candles" ? columns[1]! : columns.at(-1)!;
  const values = latest.map((column) => formats.value(rows.column(column).at(-1)!));
  const [lowest] = extremes(rows.column(low));
  const [, highest] = extremes(rows.column(high));
  return `${label}: latest ${values.join(" to ")}, lowest ${formats.value(lowest)}, highest ${formats.value(highest)}.`;
}

function extremes(column: Float64Array): [lowest: number, highest: number] {
  let [lowest, highest] = [Number.NaN, Number.NaN];
  for (const value of column) {
    if (!(value >= lowest) && !Number.isNaN(value)) lowest = value;
    if (!(value <= highest) && !Number.isNaN(value)) highest = value;
  }
  return [lowest, highest];
}
