import type { ChartSpec, Point } from "../../../ui/chart/wire.ts";
import type { Option, OptionFacts } from "./option-facts.ts";
import { faded, type ChartTheme } from "./theme.ts";

/** More points than these on a line would hide it. */
const MOST_SYMBOLS = 60;
/** Told apart by more than their colours. */
const SYMBOLS = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect", "emptyTriangle", "emptyDiamond"];
const DASHES = ["solid", "solid", [6, 3], [2, 3]];

/** The series of a chart, in the order in which the server has them. */
export function seriesOf(facts: OptionFacts): Option[] {
  const { spec, points } = facts;
  return spec.series.map((name, at) => ({
    id: `series-${at}`,
    name,
    ...(spec.canSelect ? { selectedMode: "multiple", select: selectedLook(spec, facts.theme) } : {}),
    cursor: spec.canClick ? "pointer" : "default",
    ...LOOKS[spec.kind as Exclude<ChartSpec["kind"], "option">](facts, at, points.series[at] ?? []),
  }));
}

type Look = (facts: OptionFacts, at: number, data: readonly Point[]) => Option;

/** One series is the theme's own colour; several are of the palette. */
const colourOf = ({ spec, theme }: OptionFacts, at: number): string =>
  spec.series.length === 1 ? theme.accent : theme.palette[at % theme.palette.length]!;

const selectedLook = ({ kind }: ChartSpec, theme: ChartTheme): Option =>
  kind === "pie"
    ? { itemStyle: { borderColor: theme.text, borderWidth: 2 } }
    : { itemStyle: { borderColor: theme.text, borderWidth: 2, opacity: 1 } };

const xyLook: Look = ({ spec, theme }, _, data) => ({
  data,
  encode: spec.isHorizontal ? { x: 1, y: 0 } : { x: 0, y: 1 },
  ...(spec.isStacked ? { stack: "all" } : {}),
  emphasis: { focus: spec.series.length > 1 ? "series" : "none" },
  blur: { lineStyle: { opacity: 0.25 }, itemStyle: { opacity: 0.25 }, areaStyle: { opacity: 0.08 } },
  labelLayout: { hideOverlap: true },
  label: { color: theme.text },
});

const lineLook: Look = (facts, at, data) => {
  const colour = colourOf(facts, at);
  const isSparse = data.length <= MOST_SYMBOLS;
  return {
    ...xyLook(facts, at, data),
    type: "line",
    smooth: facts.spec.isSmooth ? 0.4 : false,
    connectNulls: false,
    showSymbol: isSparse || facts.spec.canSelect,
    symbol: SYMBOLS[at % SYMBOLS.length],
    symbolSize: facts.spec.canSelect && !isSparse ? 4 : 7,
    lineStyle: { width: 2, color: colour, type: DASHES[Math.floor(at / 8) % DASHES.length] },
    itemStyle: { color: colour },
    sampling: "lttb",
  };
};

const areaLook: Look = (facts, at, data) => {
  const colour = colourOf(facts, at);
  return {
    ...lineLook(facts, at, data),
    showSymbol: false,
    lineStyle: { width: facts.spec.isStacked ? 1 : 2, color: colour },
    areaStyle: { color: colour, opacity: facts.spec.isStacked ? 0.75 : 0.18 },
  };
};

const barLook: Look = (facts, at, data) => {
  const { isHorizontal, isStacked } = facts.spec;
  return {
    ...xyLook(facts, at, data),
    type: "bar",
    barMaxWidth: 56,
    barCategoryGap: "22%",
    barGap: "8%",
    itemStyle: {
      color: colourOf(facts, at),
      borderRadius: isStacked ? 0 : isHorizontal ? [0, 3, 3, 0] : [3, 3, 0, 0],
    },
    large: data.length > 3_000,
  };
};

const scatterLook: Look = (facts, at, data) => ({
  ...xyLook(facts, at, data),
  type: "scatter",
  symbol: facts.spec.series.length > 1 ? SYMBOLS[at % 4] : "circle",
  symbolSize: data.length > 2_000 ? 4 : data.length > 400 ? 6 : 8,
  itemStyle: { color: colourOf(facts, at), opacity: data.length > 400 ? 0.55 : 0.8 },
});

const pieLook: Look = ({ spec, theme, formats, width }, _, data) => ({
  type: "pie",
  radius: ["48%", "78%"],
  center: ["50%", spec.hasLegend ? "55%" : "50%"],
  data: data.map(([name, value], slice) => ({
    name: spec.x.categories?.[name ?? -1] ?? "",
    value,
    itemStyle: { color: theme.palette[slice % theme.palette.length] },
  })),
  itemStyle: { borderColor: theme.surface, borderWidth: 2, borderRadius: 4 },
  label: {
    show: width > 480,
    color: theme.text,
    formatter: ({ name, value, percent }: { name: string; value: number; percent: number }) =>
      `${name}  ${formats.y(value)} (${Math.round(percent)}%)`,
  },
  labelLine: { lineStyle: { color: theme.muted } },
  emphasis: { scaleSize: 4 },
});

const heatmapLook: Look = ({ theme }, _, data) => ({
  type: "heatmap",
  data,
  itemStyle: { borderColor: theme.surface, borderWidth: 1 },
  emphasis: { itemStyle: { borderColor: theme.text, borderWidth: 2 } },
});

const candlestickLook: Look = ({ spec, theme }, _, data) => ({
  type: "candlestick",
  data: spec.x.type === "category" ? data.map(withoutPlace) : data,
  itemStyle: { color: theme.surface, borderColor: theme.rise, color0: theme.fall, borderColor0: theme.fall },
});

/** Along names, ECharts counts these by itself. */
const withoutPlace = ([, ...values]: Point): (number | string)[] => values.map((value) => value ?? "-");

/** Boxes, and points for what is far out. */
const boxplotLook: Look = (facts, at, data) =>
  at === 0
    ? {
        type: "boxplot",
        data: data.map(withoutPlace),
        itemStyle: { color: faded(facts.theme.accent, 0.15), borderColor: facts.theme.accent, borderWidth: 1.5 },
      }
    : { type: "scatter", data, symbolSize: 4, itemStyle: { color: facts.theme.muted, opacity: 0.6 } };

/** Bars from edge to edge, before those of the whole. */
const histogramLook: Look = ({ theme }, _, data) => ({
  type: "custom",
  data,
  dimensions: ["from", "to", "count", "whole"],
  encode: { x: [0, 1], y: [2, 3] },
  clip: true,
  renderItem: (_params: unknown, api: RenderApi) => {
    const [from, to, count, whole] = [0, 1, 2, 3].map((at) => api.value(at)) as [number, number, number, number];
    const bar = (value: number, fill: string, z2: number) => {
      const [left, top] = api.coord([from, value]);
      const [right, bottom] = api.coord([to, 0]);
      const shape = {
        x: left! + 0.5,
        y: top!,
        width: Math.max(1, right! - left! - 1),
        height: bottom! - top!,
        r: [2, 2, 0, 0],
      };
      return { type: "rect", shape, style: { fill }, z2, transition: ["shape"] };
    };
    return {
      type: "group",
      children: [...(whole > count ? [bar(whole, theme.line, 0)] : []), bar(count, theme.accent, 1)],
    };
  },
});

interface RenderApi {
  value(dimension: number): number;
  coord(point: readonly number[]): number[];
}

const LOOKS: Readonly<Record<Exclude<ChartSpec["kind"], "option">, Look>> = {
  line: lineLook,
  area: areaLook,
  bar: barLook,
  scatter: scatterLook,
  pie: pieLook,
  heatmap: heatmapLook,
  candlestick: candlestickLook,
  boxplot: boxplotLook,
  histogram: histogramLook,
};
