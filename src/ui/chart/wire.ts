/** What a chart's page half is told, as JSON. Types alone: the page compiles with them, and nothing else of this folder. */

import type { AxisFacts } from "../../core/value-format.ts";

export type ChartKind =
  | "line"
  | "area"
  | "bar"
  | "scatter"
  | "pie"
  | "heatmap"
  | "candlestick"
  | "boxplot"
  | "histogram";

/** Which way a range is drawn over a chart. */
export type BrushDirection = "x" | "y" | "xy";

/** From and to, in the data's own numbers: milliseconds since the epoch for times, positions from 0 for categories. */
export type ChartExtent = readonly [from: number, to: number];

/** A range on one axis or on both. */
export interface ChartBrush {
  readonly x?: ChartExtent;
  readonly y?: ChartExtent;
}

export interface AxisWire extends AxisFacts {
  readonly title?: string;
}

/** JSON that ECharts understands. */
export type ChartOptions = { readonly [name: string]: unknown };

/** How a chart looks and what can be done with it; changes rarely. */
export interface ChartSpec {
  readonly kind: ChartKind | "option";
  readonly label: string;
  readonly x: AxisWire;
  readonly y: AxisWire;
  readonly series: readonly string[];
  /** Of a heatmap's values. */
  readonly extent?: ChartExtent;
  readonly isStacked: boolean;
  readonly isHorizontal: boolean;
  readonly isSmooth: boolean;
  readonly hasLegend: boolean;
  readonly brush: BrushDirection | null;
  readonly canZoom: boolean;
  readonly canClick: boolean;
  readonly canSelect: boolean;
  readonly canExport: boolean;
  readonly locales: readonly string[];
  /** The whole option, or what is laid over the one made of the rest. */
  readonly options: ChartOptions | null;
}

/** A point as numbers; which they are depends on the kind of chart. `null` where there is no value. */
export type Point = readonly (number | null)[];

export interface ChartPoints {
  /** Counts changes, so that a click can say which points it saw. */
  readonly version: number;
  readonly series: readonly (readonly Point[])[];
}

/** Points of series, as `[series, point]`. */
export type PointPlace = readonly [series: number, point: number];

/** What the page tells. Anybody can forge one. */
export type ChartMessage =
  | { readonly type: "click"; readonly version: number; readonly at: PointPlace; readonly isAdding?: boolean }
  | { readonly type: "brush"; readonly range: ChartBrush | null }
  | { readonly type: "zoom"; readonly range: ChartExtent | null }
  | { readonly type: "legend"; readonly hidden: readonly number[] };
