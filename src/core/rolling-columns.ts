/** Room for so many rows at first; it doubles as they come. */
const FIRST_ROOM = 256;

/**
 * Columns of numbers, of which the last `capacity` rows are kept. Rows are numbered from 0 on, and keep their numbers.
 * Each column stands in one piece: there is room for twice the capacity, and what is kept moves to the front when the
 * end is reached.
 *
 *     |  gone  |      kept       |   room   |
 *              ^offset           ^offset + length
 */
export class RollingColumns {
  readonly capacity: number;
  /** The number of the first row that is kept. */
  start = 0;
  /** The number of the next row. */
  end = 0;
  #columns: Float64Array[];
  #offset = 0;

  constructor(columns: number, capacity: number) {
    this.capacity = capacity;
    const room = Math.min(FIRST_ROOM, 2 * capacity);
    this.#columns = Array.from({ length: columns }, () => new Float64Array(room));
  }

  get length(): number {
    return this.end - this.start;
  }

  /** A view of one column's kept rows, good until the next change. */
  column(index: number): Float64Array {
    return this.#columns[index]!.subarray(this.#offset, this.#offset + this.length);
  }

  /** Adds rows, given as columns of one length. */
  push(columns: readonly ArrayLike<number>[]): void {
    const count = columns[0]!.length;
    // Of more than is kept, only the end is looked at; the others have their numbers all the same.
    const skipped = Math.max(0, count - this.capacity);
    this.#drop(this.length + count - this.capacity);
    this.#makeRoom(count - skipped);
    const at = this.#offset + this.length;
    this.#columns.forEach((column, index) =>
      column.set(skipped === 0 ? columns[index]! : tail(columns[index]!, skipped), at),
    );
    this.start += skipped;
    this.end += count;
  }

  /** Forgets the rows from this number on. */
  truncate(end: number): void {
    this.end = end;
  }

  /** Forgets all rows; the next one gets this number. */
  reset(start: number): void {
    this.start = this.end = start;
    this.#offset = 0;
  }

  #drop(count: number): void {
    const dropped = Math.min(Math.max(0, count), this.length);
    this.start += dropped;
    this.#offset += dropped;
  }

  #makeRoom(count: number): void {
    const [first] = this.#columns;
    const needed = this.length + count;
    if (this.#offset + needed <= first!.length) return;
    const room = needed * 2 <= first!.length ? first!.length : Math.min(2 * this.capacity, roomFor(needed));
    this.#columns = this.#columns.map((column) => {
      const kept = column.subarray(this.#offset, this.#offset + this.length);
      if (room === column.length) return (column.set(kept), column);
      const grown = new Float64Array(room);
      grown.set(kept);
      return grown;
    });
    this.#offset = 0;
  }
}

const roomFor = (rows: number): number => 2 ** Math.ceil(Math.log2(Math.max(FIRST_ROOM, 2 * rows)));

const tail = (values: ArrayLike<number>, from: number): ArrayLike<number> =>
  values instanceof Float64Array ? values.subarray(from) : Array.from(values).slice(from);
