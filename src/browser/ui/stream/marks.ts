import type uPlot from "uplot";
import type { SeriesSpec } from "../../../core/stream-spec.ts";
import type { Mark } from "./decimate.ts";
import type { PlotTheme } from "./theme.ts";

/** The widest a bar or a candle is, in CSS pixels. */
const WIDEST = 18;
/** What part of its room a mark takes. */
const FILLED = 0.7;

export interface MarksOfSeries {
  readonly kind: SeriesSpec["kind"];
  readonly marks: readonly Mark[];
  readonly color: string;
}

/** Draws the bars or candles of a series. */
export function drawMarks(chart: uPlot, { kind, marks, color }: MarksOfSeries, theme: PlotTheme): void {
  if (marks.length === 0) return;
  const { ctx, bbox } = chart;
  const width = markWidth(chart, marks);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  if (kind === "bars") drawBars(chart, marks, { width, color });
  else drawCandles(chart, marks, { width, theme });
  ctx.restore();
}

/** By the two that are closest: days of work stand closer than those around a weekend. */
function markWidth({ bbox, valToPos }: uPlot, marks: readonly Mark[]): number {
  const places = marks.map(({ x }) => valToPos(x, "x", true));
  const gaps = places.slice(1).map((place, index) => place - places[index]!);
  const room = Math.min(bbox.width / 10, ...gaps);
  return Math.max(1, Math.min(room * FILLED, WIDEST * devicePixelRatio));
}

function drawBars(
  { ctx, valToPos, scales }: uPlot,
  marks: readonly Mark[],
  { width, color }: { width: number; color: string },
): void {
  const ground = valToPos(Math.max(0, scales["y"]!.min ?? 0), "y", true);
  ctx.fillStyle = color;
  ctx.beginPath();
  for (const { x, values } of marks) {
    const top = valToPos(values[0]!, "y", true);
    ctx.rect(valToPos(x, "x", true) - width / 2, Math.min(top, ground), width, Math.abs(ground - top));
  }
  ctx.fill();
}

/** Those that rise are hollow, those that fall are filled, so that it does not take colours to tell them apart. */
function drawCandles(
  { ctx, valToPos }: uPlot,
  marks: readonly Mark[],
  { width, theme }: { width: number; theme: PlotTheme },
): void {
  ctx.lineWidth = Math.max(1, Math.min(1.25 * devicePixelRatio, width / 2));
  for (const rises of [true, false]) {
    const wicks = new Path2D();
    const bodies = new Path2D();
    for (const { x, values } of marks) {
      const [open, high, low, close] = values as [number, number, number, number];
      if (close >= open !== rises) continue;
      const middle = Math.round(valToPos(x, "x", true)) + 0.5;
      const top = valToPos(Math.max(open, close), "y", true);
      const bottom = valToPos(Math.min(open, close), "y", true);
      wicks.moveTo(middle, valToPos(high, "y", true));
      wicks.lineTo(middle, top);
      wicks.moveTo(middle, bottom);
      wicks.lineTo(middle, valToPos(low, "y", true));
      bodies.rect(middle - width / 2, top, width, Math.max(1, bottom - top));
    }
    ctx.strokeStyle = ctx.fillStyle = rises ? theme.rise : theme.fall;
    ctx.stroke(wicks);
    // One that is too thin to be hollow is told by its colour alone.
    if (!rises || width < 3) ctx.fill(bodies);
    ctx.stroke(bodies);
  }
}
