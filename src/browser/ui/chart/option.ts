import { isDaily } from "../../../core/value-format.ts";
import type { AxisWire, ChartSpec } from "../../../ui/chart/wire.ts";
import { plainParts } from "./defaults.ts";
import { merged } from "./merged.ts";
import type { Option, OptionFacts } from "./option-facts.ts";
import { seriesOf } from "./series.ts";
import { tooltipOf } from "./tooltip.ts";
import { zoomsOf } from "./zooms.ts";

/** ECharts' option for a chart. */
export function optionOf(facts: OptionFacts): Option {
  const { spec, theme } = facts;
  const own = { ...baseOf(facts), color: theme.palette };
  if (spec.kind === "option") return merged({ ...own, ...plainParts(theme) }, spec.options ?? {});
  const full: Option = {
    ...own,
    legend: legendOf(facts),
    tooltip: tooltipOf(facts),
    series: seriesOf(facts),
    ...(spec.kind === "pie" ? {} : { grid: gridOf(facts), ...axesOf(facts) }),
    ...(spec.canZoom ? { dataZoom: zoomsOf(facts) } : {}),
    ...(spec.kind === "heatmap" ? { visualMap: coloursOf(facts) } : {}),
  };
  return spec.options === null ? full : merged(full, spec.options);
}

function baseOf({ theme, isMoving, points, spec }: OptionFacts): Option {
  const count = points.series.reduce((sum, series) => sum + series.length, 0);
  return {
    animation: isMoving && count < 5_000,
    animationDuration: 350,
    animationDurationUpdate: 250,
    animationEasingUpdate: "cubicOut",
    useUTC: isDaily(spec.x),
    backgroundColor: "transparent",
    textStyle: { fontFamily: theme.font, color: theme.text },
    aria: { enabled: false },
  };
}

function legendOf({ spec, theme, hidden }: OptionFacts): Option {
  const names = spec.kind === "pie" ? (spec.x.categories ?? []) : spec.series;
  return {
    id: "legend",
    show: spec.hasLegend,
    type: "scroll",
    top: 0,
    [theme.isRtl ? "right" : "left"]: 0,
    align: theme.isRtl ? "right" : "left",
    itemWidth: spec.kind === "line" ? 22 : 12,
    itemHeight: spec.kind === "line" ? 8 : 12,
    itemGap: 16,
    ...(spec.kind === "line" ? {} : { icon: "roundRect" }),
    textStyle: { color: theme.text, fontSize: 13, fontFamily: theme.font },
    inactiveColor: theme.line,
    inactiveBorderColor: theme.line,
    pageIconColor: theme.text,
    pageIconInactiveColor: theme.line,
    pageTextStyle: { color: theme.muted },
    data: names,
    selected:
      spec.kind === "pie" ? {} : Object.fromEntries(spec.series.map((name, at) => [name, !hidden.includes(at)])),
  };
}

function gridOf({ spec }: OptionFacts): Option {
  const top = (spec.hasLegend ? 34 : 6) + ((spec.isHorizontal ? spec.x.title : spec.y.title) ? 24 : 6);
  const bottom =
    (spec.canZoom ? 44 : 6) +
    ((spec.isHorizontal ? spec.y.title : spec.x.title) ? 20 : 0) +
    (spec.kind === "heatmap" ? 44 : 0);
  return { id: "grid", left: 4, right: 12, top, bottom, outerBoundsMode: "same", outerBoundsContain: "axisLabel" };
}

function axesOf(facts: OptionFacts): Option {
  const { spec, formats } = facts;
  const along = axisOf(facts, { id: "x", wire: spec.x, format: formats.shortX, isAlong: true });
  const up = axisOf(facts, { id: "y", wire: spec.y, format: formats.shortY, isAlong: false });
  if (!spec.isHorizontal) return { xAxis: along, yAxis: up };
  return { xAxis: { ...up, ...sideways }, yAxis: { ...along, ...upright(up), inverse: true, nameLocation: "start" } };
}

const upright = ({ nameTextStyle }: Option): Option => ({ nameTextStyle, nameGap: 12 });
const sideways: Option = { position: "bottom", nameLocation: "middle", nameGap: 28 };

interface AxisParts {
  id: string;
  wire: AxisWire;
  format: (value: number) => string;
  isAlong: boolean;
}

function axisOf({ spec, theme, formats }: OptionFacts, { id, wire, format, isAlong }: AxisParts): Option {
  const isBand = wire.type === "category";
  const isGridded = !isAlong || spec.kind === "scatter";
  return {
    id,
    type: wire.type,
    ...(isBand ? { data: wire.categories } : {}),
    ...(wire.type === "value" ? { scale: isScaled(spec, isAlong) } : {}),
    ...(spec.kind === "histogram" && isAlong ? { min: "dataMin", max: "dataMax" } : {}),
    ...(isBand && (spec.kind === "line" || spec.kind === "area") ? { boundaryGap: false } : {}),
    ...(!isAlong && theme.isRtl ? { position: "right" } : {}),
    name: wire.title ?? "",
    nameLocation: isAlong ? "middle" : "end",
    nameGap: isAlong ? 28 : 12,
    nameTextStyle: { color: theme.muted, fontSize: 12, align: isAlong ? "center" : theme.isRtl ? "right" : "left" },
    axisLine: { show: isAlong, lineStyle: { color: theme.line } },
    axisTick: { show: false },
    axisLabel: {
      color: theme.muted,
      fontSize: 12,
      hideOverlap: true,
      ...(wire.type === "time" ? {} : isBand ? shortened : { formatter: format }),
    },
    splitLine: { show: isGridded && !(isBand && spec.kind === "heatmap"), lineStyle: { color: theme.faint } },
    splitNumber: isAlong ? undefined : 4,
    axisPointer: {
      lineStyle: { color: theme.muted, type: "dashed" },
      label: { show: false, formatter: ({ value }: { value: number | string }) => pointed(wire, value, formats.x) },
    },
  };
}

/** Axes of points need not begin at zero; those of bars and areas must. */
const isScaled = ({ kind }: ChartSpec, isAlong: boolean): boolean =>
  isAlong || kind === "line" || kind === "scatter" || kind === "candlestick" || kind === "boxplot";

const shortened: Option = { overflow: "truncate", width: 120 };

/** A pointed-at category comes by its name. */
const pointed = ({ type }: AxisWire, value: number | string, format: (value: number) => string): string =>
  type === "category" ? String(value) : format(Number(value));

function coloursOf({ spec, theme, formats }: OptionFacts): Option {
  const [min, max] = spec.extent ?? [0, 1];
  return {
    id: "colours",
    type: "continuous",
    min,
    max: max > min ? max : min + 1,
    calculable: false,
    orient: "horizontal",
    left: "center",
    bottom: spec.canZoom ? 40 : 0,
    itemWidth: 12,
    itemHeight: 160,
    text: [formats.value(max), formats.value(min)],
    textStyle: { color: theme.muted },
    inRange: { color: [theme.faint, theme.accent] },
  };
}
