import type { Point } from "../../../ui/chart/wire.ts";
import type { PageFormats } from "./formats.ts";
import { boxOf } from "./defaults.ts";
import type { Option, OptionFacts } from "./option-facts.ts";

/** What is said of what is pointed at; drawn by ECharts, as pages let no library write HTML. */
export function tooltipOf(facts: OptionFacts): Option {
  const { spec, theme, formats } = facts;
  const isAxis = ["line", "area", "bar"].includes(spec.kind);
  return {
    renderMode: "richText",
    confine: true,
    transitionDuration: 0,
    ...boxOf(theme),
    trigger: isAxis ? "axis" : "item",
    axisPointer: { type: spec.kind === "bar" ? "shadow" : "line", shadowStyle: { color: theme.faint, opacity: 0.4 } },
    ...(isAxis
      ? {
          order: spec.series.length > 1 && spec.kind === "line" ? "valueDesc" : "seriesAsc",
          valueFormatter: valued(formats),
        }
      : { formatter: ({ seriesIndex, dataIndex }: Pointed) => describe(facts, seriesIndex, dataIndex) }),
  };
}

interface Pointed {
  seriesIndex: number;
  dataIndex: number;
}

const valued = (formats: PageFormats) => (value: unknown) => {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === "number" ? formats.y(last) : "–";
};

/** One point in words, for the tooltip and for the keyboard. */
export function describe(
  { spec, points, formats }: Pick<OptionFacts, "spec" | "points" | "formats">,
  at: number,
  index: number,
) {
  const point = points.series[at]?.[index];
  if (point === undefined) return "";
  const [head, ...lines] = linesOf(spec.kind, point, formats);
  const { x, y } = spec;
  const name = spec.series.length > 1 && spec.kind !== "boxplot" ? `${spec.series[at]}\n` : "";
  if (spec.kind === "scatter") return `${name}${x.title ?? "x"}: ${head}\n${y.title ?? "y"}: ${lines[0]}`;
  return [`${name}${head}`, ...lines].join("\n");
}

function linesOf(kind: string, point: Point, formats: PageFormats): string[] {
  const said = (at: number, format = formats.value) => {
    const value = point[at];
    return value === null || value === undefined ? "no value" : format(value);
  };
  switch (kind) {
    case "heatmap":
      return [`${said(0, formats.x)}, ${said(1, formats.y)}`, said(2)];
    case "candlestick":
      return [said(0, formats.x), `Open ${said(1)}`, `High ${said(4)}`, `Low ${said(3)}`, `Close ${said(2)}`];
    case "boxplot":
      if (point.length === 2) return [said(0, formats.x), said(1)];
      return [
        said(0, formats.x),
        `High ${said(5)}`,
        `Third quarter ${said(4)}`,
        `Median ${said(3)}`,
        `First quarter ${said(2)}`,
        `Low ${said(1)}`,
      ];
    case "histogram": {
      const whole = (point[3] ?? 0) > (point[2] ?? 0) ? ` of ${said(3)}` : "";
      return [`${said(0, formats.x)} to ${said(1, formats.x)}`, `${said(2)}${whole}`];
    }
    default:
      return [said(0, formats.x), said(1)];
  }
}
