import type { StreamSpec } from "../../../core/stream-spec.ts";
import type { Rows } from "./decimate.ts";
import type { Range } from "./plot.ts";
import { rowAt } from "./rows.ts";

/** How much of what is shown one press of a key goes in or out. */
const ZOOM_STEP = 0.6;
/** How many times closer than one row fingers go. */
const CLOSEST = 4;

/** The stretch of the x axis that is shown: all there is, or one that a person chose. */
export class ViewRange {
  #chosen: Range | undefined;
  readonly #hasMarks: boolean;

  constructor({ series }: StreamSpec) {
    this.#hasMarks = series.some(({ kind }) => kind === "bars" || kind === "candles");
  }

  /** The stretch that a person chose. */
  get chosen(): Range | undefined {
    return this.#chosen;
  }

  choose(range: Range | undefined): void {
    this.#chosen = range;
  }

  /** What would be shown closer to a place, or further away; `undefined` for all. */
  zoomed(rows: Rows, { around, closer }: { around: number; closer: boolean }): Range | undefined {
    const [min, max] = this.of(rows);
    const factor = closer ? ZOOM_STEP : 1 / ZOOM_STEP;
    const range: Range = [around - (around - min) * factor, around + (max - around) * factor];
    const [first, last] = this.#allOf(rows);
    return range[0] <= first && range[1] >= last ? undefined : range;
  }

  /** As much of a stretch as there is, no closer than can be told apart; `undefined` for all. */
  within(rows: Rows, [from, to]: Range): Range | undefined {
    const [first, last] = this.#allOf(rows);
    const width = Math.max(to - from, (last - first) / (CLOSEST * Math.max(1, rows.x.length)));
    if (!(width < last - first)) return undefined;
    const start = Math.min(Math.max((from + to - width) / 2, first), last - width);
    return [start, start + width];
  }

  /** What is shown of these rows. What was chosen and has rolled away gives way to all. */
  of(rows: Rows): Range {
    const all = this.#allOf(rows);
    if (this.#chosen !== undefined && this.#chosen[1] < all[0]) this.#chosen = undefined;
    return this.#chosen ?? all;
  }

  /** The rows to draw: those within, and one more on each side, to which lines go on. */
  stretch(rows: Rows): { from: number; to: number } {
    const [min, max] = this.of(rows);
    const { x } = rows;
    return { from: Math.max(0, rowAt(x, min) - 1), to: Math.min(x.length, rowAt(x, max) + 2) };
  }

  /** From the first to the last row; around a single one, and a bar or candle at either end, there is some room. */
  #allOf({ x }: Rows): Range {
    const first = x[0] ?? 0;
    const last = x.at(-1) ?? 1;
    if (!(last > first)) return [first - 1, first + 1];
    const room = this.#hasMarks ? (0.6 * (last - first)) / (x.length - 1) : 0;
    return [first - room, last + room];
  }
}
