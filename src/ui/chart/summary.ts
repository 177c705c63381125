import { extentOf, type Plot, type PlotSeries } from "./plots/plot.ts";
import type { ChartFormats } from "./formats.ts";
import type { ChartKind } from "./wire.ts";

const KINDS: Readonly<Record<ChartKind, string>> = {
  line: "Line chart",
  area: "Area chart",
  bar: "Bar chart",
  scatter: "Scatter chart",
  pie: "Pie chart",
  heatmap: "Heat map",
  candlestick: "Candlestick chart",
  boxplot: "Box plot",
  histogram: "Histogram",
};
/** More would be no summary. */
const MOST_NAMES = 8;
const MOST_TRENDS = 4;

/** What a chart shows, for those who do not see it: its kind, axes, range, extremes and trends, in a few sentences. */
export function summaryOf(plot: Plot, formats: ChartFormats): string {
  const count = plot.series.reduce((sum, { points }) => sum + points.length, 0);
  if (count === 0) return `${KINDS[plot.kind]} without data.`;
  return [headOf(plot), ...bodyOf(plot, formats)].join(" ");
}

function headOf({ kind, x, y, series }: Plot): string {
  const title = y.title ?? (series.length === 1 ? series[0]!.name : "Values");
  const head = `${KINDS[kind]}: ${kind === "histogram" ? `how often ${x.title ?? "values"} occur` : `${title} by ${x.title ?? "x"}`}`;
  if (kind === "boxplot" || series.length === 1) return `${head}.`;
  const names = series.slice(0, MOST_NAMES).map(({ name }) => name);
  const rest = series.length - names.length;
  return `${head}; ${series.length} series: ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`;
}

function bodyOf(plot: Plot, formats: ChartFormats): string[] {
  switch (plot.kind) {
    case "pie":
      return partsOf(plot, formats);
    case "boxplot":
      return plot.series[0]!.points.slice(0, MOST_NAMES).flatMap((box) => {
        if (box[3] === null) return [];
        const [low, median, high] = [box[2]!, box[3]!, box[4]!].map(formats.value);
        return `${formats.x(box[0]!)}: median ${median}, half of it from ${low} to ${high}.`;
      });
    case "histogram":
      return countsOf(plot, formats);
    default:
      return [spanOf(plot, formats), ...extremesOf(plot, formats), ...trendsOf(plot, formats)];
  }
}

function spanOf({ x, series }: Plot, formats: ChartFormats): string {
  if (x.categories !== undefined) return `${x.categories.length} along ${x.title ?? "x"}.`;
  const ends = series.map(({ points }) => extentOf(points.map(([place]) => place)));
  const [from, to] = extentOf(ends.flat());
  return `From ${formats.x(from)} to ${formats.x(to)}.`;
}

function extremesOf({ series, valueAt, kind }: Plot, formats: ChartFormats): string[] {
  let [low, high]: [Spot | undefined, Spot | undefined] = [undefined, undefined];
  for (const { name, points } of series) {
    for (const point of points) {
      const value = point[valueAt];
      if (value === null || value === undefined) continue;
      const place = kind === "heatmap" ? `${formats.x(point[0]!)}, ${formats.y(point[1]!)}` : formats.x(point[0]!);
      const spot = { value, place: series.length > 1 ? `${name}, ${place}` : place };
      if (low === undefined || value < low.value) low = spot;
      if (high === undefined || value > high.value) high = spot;
    }
  }
  if (low === undefined || high === undefined) return [];
  const say = ({ value, place }: Spot) => `${formats.value(value)} (${place})`;
  return [`Lowest ${say(low)}, highest ${say(high)}.`];
}

interface Spot {
  value: number;
  place: string;
}

/** From where to where each line goes. */
function trendsOf({ kind, series, valueAt, x }: Plot, { value }: ChartFormats): string[] {
  if (!["line", "area", "candlestick"].includes(kind) || x.type === "category") return [];
  return series.slice(0, MOST_TRENDS).flatMap((each) => {
    const values = each.points.flatMap((point) => point[valueAt] ?? []);
    const [first, last] = [values[0], values.at(-1)];
    if (values.length < 2 || first === undefined || last === undefined) return [];
    return [`${subject(each, series)} ${verb(first, last)} from ${value(first)} to ${value(last)}.`];
  });
}

const subject = ({ name }: PlotSeries, all: readonly PlotSeries[]): string => (all.length > 1 ? name : "It");

function verb(first: number, last: number): string {
  if (Math.abs(last - first) <= Math.abs(first) * 0.01) return "stays about the same,";
  return last > first ? "rises" : "falls";
}

function partsOf({ series }: Plot, formats: ChartFormats): string[] {
  const slices = [...series[0]!.points].sort((a, b) => b[1]! - a[1]!);
  const total = slices.reduce((sum, [, value]) => sum + value!, 0);
  const said = slices.slice(0, MOST_NAMES).map(([name, value]) => {
    const part = total === 0 ? 0 : Math.round((value! / total) * 100);
    return `${formats.x(name!)} ${formats.value(value!)} (${part}%)`;
  });
  const rest = slices.length - said.length;
  return [`${said.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`];
}

function countsOf({ series }: Plot, formats: ChartFormats): string[] {
  const bars = series[0]!.points;
  const most = bars.reduce((best, bar) => ((bar[2] ?? 0) > (best[2] ?? 0) ? bar : best), bars[0]!);
  const total = bars.reduce((sum, bar) => sum + (bar[2] ?? 0), 0);
  const ends = `${formats.value(total)} in ${bars.length} bars, from ${formats.x(bars[0]![0]!)} to ${formats.x(bars.at(-1)![1]!)}.`;
  return [ends, `Most, ${formats.value(most[2] ?? 0)}, from ${formats.x(most[0]!)} to ${formats.x(most[1]!)}.`];
}
