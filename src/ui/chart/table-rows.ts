import type { ChartFormats } from "./formats.ts";
import type { Plot } from "./plots/plot.ts";
import type { ChartKind, Point } from "./wire.ts";

/** A chart's points as a table of texts. */
export interface TableText {
  readonly columns: readonly TableColumn[];
  readonly count: number;
  /** The first so many rows. */
  rows(count: number): string[][];
}

export interface TableColumn {
  readonly title: string;
  readonly isNumber: boolean;
}

type Cell = (point: Point) => string;

export function tableOf(plot: Plot, formats: ChartFormats): TableText {
  const series = plot.kind === "boxplot" ? plot.series.slice(0, 1) : plot.series;
  const hasNames = series.length > 1;
  const cells = cellsOf(plot, formats);
  const columns = [
    ...(hasNames ? [{ title: "Series", isNumber: false }] : []),
    ...cells.map(({ title, isNumber }) => ({ title, isNumber })),
  ];
  const count = series.reduce((sum, { points }) => sum + points.length, 0);
  const rows = (most: number) => {
    const found: string[][] = [];
    for (const { name, points } of series) {
      for (const point of points) {
        if (found.length >= most) return found;
        found.push([...(hasNames ? [name] : []), ...cells.map(({ cell }) => cell(point))]);
      }
    }
    return found;
  };
  return { columns, count, rows };
}

const EXTRA: Partial<Record<ChartKind, readonly (readonly [title: string, at: number])[]>> = {
  candlestick: [
    ["Open", 1],
    ["High", 4],
    ["Low", 3],
    ["Close", 2],
  ],
  boxplot: [
    ["Low", 1],
    ["First quarter", 2],
    ["Median", 3],
    ["Third quarter", 4],
    ["High", 5],
  ],
  histogram: [["Count", 2]],
};

function cellsOf({ kind, x, y, series }: Plot, formats: ChartFormats) {
  const written =
    (format: (value: number) => string, at: number): Cell =>
    (point) => {
      const value = point[at];
      return value === null || value === undefined ? "" : format(value);
    };
  const along = {
    title: kind === "histogram" ? "From" : (x.title ?? "x"),
    isNumber: x.type === "value" || x.type === "log",
    cell: written(formats.x, 0),
  };
  const extra = EXTRA[kind]?.map(([title, at]) => ({ title, isNumber: true, cell: written(formats.value, at) }));
  if (kind === "histogram") return [along, { ...along, title: "To", cell: written(formats.x, 1) }, ...extra!];
  if (extra !== undefined) return [along, ...extra];
  const up = { title: y.title ?? "Value", isNumber: y.type !== "category", cell: written(formats.y, 1) };
  if (kind !== "heatmap") return [along, up];
  return [along, up, { title: series[0]?.name ?? "Value", isNumber: true, cell: written(formats.value, 2) }];
}
