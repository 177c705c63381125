import type { AxisWire, BrushDirection, ChartBrush, ChartExtent, ChartMessage, ChartSpec } from "./wire.ts";

/** What of a chart its messages are checked against. */
export type MessageRules = Pick<ChartSpec, "x" | "y" | "series" | "brush" | "canZoom" | "canClick" | "isHorizontal">;

/** Reads what a page tells of its chart; `undefined` for what this chart's own page half would not say. */
export function readChartMessage(detail: unknown, rules: MessageRules): ChartMessage | undefined {
  if (!isRecord(detail)) return undefined;
  switch (detail["type"]) {
    case "click":
      return rules.canClick ? readClick(detail) : undefined;
    case "brush":
      return rules.brush === null ? undefined : readBrush(detail["range"], rules, rules.brush);
    case "zoom":
      return rules.canZoom ? readZoom(detail["range"], rules) : undefined;
    case "legend":
      return readLegend(detail["hidden"], rules.series.length);
    default:
      return undefined;
  }
}

function readClick({ version, at, isAdding }: Record<string, unknown>): ChartMessage | undefined {
  if (!isPosition(version) || !isPairOf(at, isPosition)) return undefined;
  return { type: "click", version, at, ...(isAdding === true ? { isAdding } : {}) };
}

function readBrush(range: unknown, { x, y }: MessageRules, direction: BrushDirection): ChartMessage | undefined {
  if (range === null) return { type: "brush", range: null };
  if (!isRecord(range) || Object.keys(range).toSorted().join("") !== direction) return undefined;
  const brush: { x?: ChartExtent; y?: ChartExtent } = {};
  for (const [name, axis] of [["x", x] as const, ["y", y] as const]) {
    if (!direction.includes(name)) continue;
    const extent = readExtent(range[name], axis);
    if (extent === undefined) return undefined;
    brush[name] = extent;
  }
  return { type: "brush", range: brush satisfies ChartBrush };
}

function readZoom(range: unknown, { x }: MessageRules): ChartMessage | undefined {
  if (range === null) return { type: "zoom", range: null };
  const extent = readExtent(range, x);
  return extent === undefined ? undefined : { type: "zoom", range: extent };
}

/** From and to in this order, finite; among categories, two of their positions. */
function readExtent(extent: unknown, { categories }: AxisWire): ChartExtent | undefined {
  if (!isPairOf(extent, isFiniteNumber)) return undefined;
  const [from, to] = extent;
  if (from > to) return undefined;
  if (categories !== undefined && !(extent.every(isPosition) && to < categories.length)) return undefined;
  return [from, to];
}

function readLegend(hidden: unknown, count: number): ChartMessage | undefined {
  if (!Array.isArray(hidden) || hidden.length > count) return undefined;
  if (!hidden.every((series): series is number => isPosition(series) && series < count)) return undefined;
  return { type: "legend", hidden: [...new Set(hidden)] };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isFiniteNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isPosition = (value: unknown): value is number => isFiniteNumber(value) && Number.isInteger(value) && value >= 0;
const isPairOf = <T>(value: unknown, is: (part: unknown) => part is T): value is [T, T] =>
  Array.isArray(value) && value.length === 2 && value.every(is);
