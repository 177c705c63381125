import { axisFormat, type FormatPlace } from "../../core/value-format.ts";
import type { Plot } from "./plots/plot.ts";

/** How a plot's numbers are written. */
export interface ChartFormats {
  readonly x: (value: number) => string;
  readonly y: (value: number) => string;
  /** What the chart is about: as y, but of a heatmap what the colours show. */
  readonly value: (value: number) => string;
}

export function formatsOf({ kind, x, y }: Plot, place: FormatPlace): ChartFormats {
  const formatY = axisFormat(y, place);
  const value = kind === "heatmap" ? axisFormat({ type: "value" }, place) : formatY;
  return { x: axisFormat(x, place), y: formatY, value };
}
