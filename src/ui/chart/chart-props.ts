import type { Signal } from "../../reactive/signal.ts";
import type { ActingClient } from "../../view/events/base-event.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Live } from "../../view/node.ts";
import type { ChartData, ChartValue, ColumnOf, RowOf } from "./chart-data.ts";
import type { BrushDirection, ChartBrush, ChartExtent, ChartKind, ChartOptions } from "./wire.ts";

/** One point of a chart. */
export interface ChartPoint<Data extends ChartData = ChartData> {
  readonly series: string;
  /** Its row in the data, from 0; -1 where it stands for several, as a histogram's bars do. */
  readonly index: number;
  /** That row itself, where the data has rows. */
  readonly row: RowOf<Data> | undefined;
  readonly x: ChartValue;
  readonly y: ChartValue;
}

export interface ChartClick<Data extends ChartData = ChartData> extends ChartPoint<Data> {
  readonly client: ActingClient;
}

/** What all charts take. */
export interface ChartFrameProps {
  /** What it shows; stands above it unless `hideLabel`, and is read out. */
  label: string;
  hideLabel?: boolean;
  /** In pixels; 320 unless told. Its width is that of its place. */
  height?: number;
  /** Whether "Show as table" stands below it; unless told, it does. */
  table?: boolean;
  /** Whether it can be saved as a picture. */
  exportable?: boolean;
  id?: string;
  class?: ClassValue;
}

/** What a chart made of data takes. */
export interface DataChartProps<Data extends ChartData> extends ChartFrameProps {
  option?: undefined;
  kind: Live<ChartKind>;
  /** Rows, or columns by their names; usually a signal. */
  data: Live<Data>;
  /** The column along the chart; of a pie, the names of its slices. */
  x: Live<ColumnOf<Data>>;
  /** The column or columns to show. A histogram counts by itself unless it has one. */
  y?: Live<ColumnOf<Data> | readonly ColumnOf<Data>[]>;
  /** The column by whose values rows become several series. */
  series?: Live<ColumnOf<Data> | undefined>;
  /** Of a heatmap: the column that the colours show. */
  value?: ColumnOf<Data>;
  /** Of candlesticks; the columns `open`, `high`, `low` and `close` unless told. */
  open?: ColumnOf<Data>;
  high?: ColumnOf<Data>;
  low?: ColumnOf<Data>;
  close?: ColumnOf<Data>;
  /** Of a histogram that counts by itself: how many bars, about; 20 unless told. */
  bins?: number;
  /** Of a histogram with `y`: the column that says where each bar ends. */
  end?: ColumnOf<Data>;
  /** Of a histogram with `y`: the column with larger counts, shown behind, as those before a filter. */
  whole?: ColumnOf<Data>;
  /** What the numbers along x are; found out unless told. */
  xType?: "category" | "time" | "value" | "log";
  yType?: "value" | "log";
  xTitle?: Live<string | undefined>;
  yTitle?: Live<string | undefined>;
  /** As `Intl.NumberFormat` or `Intl.DateTimeFormat` take it; by the person's languages in any case. */
  xFormat?: Intl.NumberFormatOptions | Intl.DateTimeFormatOptions;
  yFormat?: Intl.NumberFormatOptions;
  /** Series on top of each other. */
  stacked?: boolean;
  /** Bars that go sideways. */
  horizontal?: boolean;
  /** Lines without corners. */
  smooth?: boolean;
  /** What is laid over the option that ECharts gets: JSON, no functions. */
  options?: Live<ChartOptions | undefined>;
  onClick?: (click: ChartClick<Data>) => unknown;
  /** Rows that are selected; a click selects, with Ctrl or Shift one more. */
  selected?: Signal<readonly number[]>;
  /** The range that is drawn, both ways. */
  brush?: Signal<ChartBrush | null>;
  /** Called with each range that a person draws. */
  onBrush?: (brush: ChartBrush | null) => unknown;
  /** Which way; `"x"` unless told, and `"xy"` for scatter charts. */
  brushDirection?: BrushDirection;
  /** The part of x that is looked at, both ways. */
  zoom?: Signal<ChartExtent | null>;
  onZoom?: (extent: ChartExtent | null) => unknown;
  /** Series that the person has hidden by the legend, both ways. */
  hidden?: Signal<readonly string[]>;
  onLegend?: (hidden: readonly string[]) => unknown;
}

/** For those who know ECharts. */
export interface OptionChartProps extends ChartFrameProps {
  kind?: undefined;
  data?: undefined;
  /** An option of ECharts 6: JSON, no functions. Colours and fonts come from the theme unless it says them. */
  option: Live<ChartOptions>;
  /** What is to be read out of it. */
  summary?: Live<string>;
  onClick?: (click: { series: number; index: number; client: ActingClient }) => unknown;
}

/** What a chart's own parts know of its props, whatever its data. */
export type AnyChartProps = DataChartProps<ChartData>;
