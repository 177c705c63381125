import { TandemError } from "../../core/errors.ts";
import { nearestName } from "../../core/nearest-name.ts";
import type { SeriesSpec } from "../../core/stream-spec.ts";

interface Look {
  /** Read in the legend and the summary; the column's name unless told. */
  label?: string;
  /** Any CSS colour, such as `"var(--tandem-success)"`; one of eight by its place unless told. */
  color?: string;
}

/** One column: as a line, a line with the area below it, or bars. */
export interface ValueSeries<Column extends string = string> extends Look {
  kind?: "line" | "area" | "bars";
  column: Column;
  /** Of the line, in pixels; 1.5 unless told. */
  width?: number;
  dashed?: boolean;
}

/** The area between two columns. */
export interface BandSeries<Column extends string = string> extends Look {
  kind: "band";
  low: Column;
  high: Column;
}

/** A candle for each row: the body from open to close, the wick from low to high. */
export interface CandleSeries<Column extends string = string> extends Look {
  kind: "candles";
  open: Column;
  high: Column;
  low: Column;
  close: Column;
}

export type StreamSeries<Column extends string = string> =
  | ValueSeries<Column>
  | BandSeries<Column>
  | CandleSeries<Column>;

/** What the page is told of a series. Throws for a column that the data do not have. */
export function seriesSpec(columns: readonly string[], series: StreamSeries): SeriesSpec {
  const place = (name: string) => columnIndex(columns, name);
  const { label, color } = series;
  if (series.kind === "band") {
    const { low, high } = series;
    return { kind: "band", label: label ?? `${low} to ${high}`, columns: [low, high].map(place), color };
  }
  if (series.kind === "candles") {
    const { open, high, low, close } = series;
    return { kind: "candles", label: label ?? "Candles", columns: [open, high, low, close].map(place), color };
  }
  const { kind = "line", column, width, dashed } = series;
  return { kind, label: label ?? column, columns: [place(column)], color, width, dashed };
}

export function columnIndex(columns: readonly string[], name: string): number {
  const index = columns.indexOf(name);
  if (index >= 0) return index;
  const nearest = nearestName(name, columns);
  const remedy = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
  throw new TandemError(
    "ui/stream-column",
    `Expected a column that the data have (${columns.join(", ")}), but got "${name}".${remedy}`,
  );
}
