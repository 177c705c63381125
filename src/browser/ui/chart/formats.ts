import { axisFormat } from "../../../core/value-format.ts";
import type { ChartSpec } from "../../../ui/chart/wire.ts";

type Format = (value: number) => string;

/** How a chart's numbers are written: along the axes, where room is short, and in full. */
export interface PageFormats {
  readonly x: Format;
  readonly y: Format;
  readonly value: Format;
  readonly shortX: Format;
  readonly shortY: Format;
}

export function formatsOf({ kind, x, y, locales }: ChartSpec): PageFormats {
  const formatY = axisFormat(y, { locales });
  return {
    x: axisFormat(x, { locales }),
    y: formatY,
    value: kind === "heatmap" ? axisFormat({ type: "value" }, { locales }) : formatY,
    shortX: axisFormat(x, { locales, isShort: true }),
    shortY: axisFormat(y, { locales, isShort: true }),
  };
}
