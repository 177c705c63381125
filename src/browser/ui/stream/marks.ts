import type uPlot from "uplot";
import type { StreamSpec } from "../../../core/stream-spec.ts";
import type { Mark, Picture } from "./decimate.ts";
import type { PlotTheme } from "./theme.ts";

interface Drawing {
  readonly spec: StreamSpec;
  readonly picture: Picture;
  readonly theme: PlotTheme;
}

/** The widest a bar or a candle is, in CSS pixels. */
const WIDEST = 18;

/** Draws bars and candles, below all lines. */
export function drawMarks(chart: uPlot, { spec, picture, theme }: Drawing): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  picture.marks.forEach((marks, index) => {
    if (marks.length === 0) return;
    const width = markWidth(chart, marks);
    if (spec.series[index]!.kind === "bars") drawBars(chart, marks, { width, color: theme.series[index]! });
    else drawCandles(chart, marks, { width, theme });
  });
  ctx.restore();
}

/** Seven tenths of the room that each has. */
function markWidth({ bbox, valToPos }: uPlot, marks: readonly Mark[]): number {
  const span = valToPos(marks.at(-1)!.x, "x", true) - valToPos(marks[0]!.x, "x", true);
  const room = marks.length > 1 ? span / (marks.length - 1) : bbox.width / 10;
  return Math.max(1, Math.min(room * 0.7, WIDEST * devicePixelRatio));
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
    if (rises && width > 3) ctx.fillStyle = theme.surface;
    ctx.fill(bodies);
    ctx.stroke(bodies);
  }
}
