import { RollingColumns } from "../../../core/rolling-columns.ts";
import type { StreamSpec } from "../../../core/stream-spec.ts";
import type { Rows } from "./decimate.ts";

/** The rows that a chart has been sent, of which the last are kept. */
export class StreamRows implements Rows {
  readonly #columns: RollingColumns;
  readonly #count: number;
  readonly #x: number;

  constructor({ columns, rollover, x }: StreamSpec) {
    this.#columns = new RollingColumns(columns.length, rollover);
    this.#count = columns.length;
    this.#x = x.column;
  }

  get start(): number {
    return this.#columns.start;
  }

  get x(): Float64Array {
    return this.#columns.column(this.#x);
  }

  column(index: number): Float64Array {
    return this.#columns.column(index);
  }

  /** Takes rows from the number `from` on. Those that do not continue what there is, or replace its end, are all there is. */
  extend(from: number, columns: readonly ArrayLike<number>[]): void {
    const { start, end } = this.#columns;
    if (from < start || from > end) this.#columns.reset(from);
    else if (from < end) this.#columns.truncate(from);
    this.#columns.push(columns);
  }

  /** A copy that stands still. */
  copy(): Rows {
    const columns = Array.from({ length: this.#count }, (_, index) => this.column(index).slice());
    return { start: this.start, x: columns[this.#x]!, column: (index) => columns[index]! };
  }
}

/** The index of the first row at or behind a place. */
export function rowAt(x: Float64Array, place: number): number {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the row nearest to a place; -1 where there is none. */
export function nearestRow(x: Float64Array, place: number): number {
  const after = rowAt(x, place);
  if (after === 0) return x.length === 0 ? -1 : 0;
  return after === x.length || place - x[after - 1]! <= x[after]! - place ? after - 1 : after;
}
