import { TandemError } from "../../core/errors.ts";
import { expectObject, rejectUnknownOptions } from "../../core/options.ts";
import { RollingColumns } from "../../core/rolling-columns.ts";
import { readColumns, readRow } from "./stream-rows.ts";

export interface StreamDataOptions<Column extends string> {
  /** What each row has, the one for the x axis first as a rule. */
  columns: readonly Column[];
  /** How many rows are kept: at one more, the oldest goes. From 1 to 1,000,000. */
  rollover: number;
}

/** One value: a number, a moment (kept as milliseconds since 1970), or nothing, which is a gap in a line. */
export type StreamValue = number | Date | null | undefined;
export type StreamRow<Column extends string = string> = Readonly<Record<Column, StreamValue>>;
export type StreamColumns<Column extends string = string> = Readonly<Record<Column, ArrayLike<StreamValue>>>;

/** Rows of numbers that grow, of which the last are kept, for any number of charts and sessions. */
export interface StreamData<Column extends string = string> {
  readonly columns: readonly Column[];
  readonly rollover: number;
  /** How many rows there are now. */
  readonly length: number;
  /** Adds rows. */
  push(...rows: readonly StreamRow<Column>[]): void;
  /** Adds many rows at once, given as columns of one length. Typed arrays are copied as they are. */
  append(columns: StreamColumns<Column>): void;
  /** Puts another row in the place of the last, as while a candle is still growing. */
  replaceLast(row: StreamRow<Column>): void;
  /** Forgets all rows. */
  clear(): void;
  /** A copy of one column; gaps are `NaN`. */
  column(name: Column): Float64Array;
}

/** Rows that one frame brings. */
export interface StreamPart {
  readonly position: number;
  /** The number of its first row. */
  readonly from: number;
  /** How many values each of its columns has. */
  readonly lengths: readonly number[];
  readonly body: Uint8Array;
}

const MAX_ROLLOVER = 1_000_000;
const BYTES = 8;

/** What `streamData` makes, with what charts need of it. */
export class StreamSource<Column extends string = string> implements StreamData<Column> {
  readonly columns: readonly Column[];
  readonly rollover: number;
  /** Called after each change. */
  readonly watchers = new Set<() => void>();
  /** The columns, and, last, which change brought each row: the later the row, the later that was. */
  readonly #rows: RollingColumns;
  #changes = 0;
  #clearedAt = 0;
  /** Those that were asked for since the last change, by position and size: most clients are equally far. */
  readonly #parts = new Map<string, StreamPart>();

  constructor(options: StreamDataOptions<Column>) {
    checkOptions(options);
    this.columns = [...options.columns];
    this.rollover = options.rollover;
    this.#rows = new RollingColumns(this.columns.length + 1, this.rollover);
  }

  get length(): number {
    return this.#rows.length;
  }

  push(...rows: readonly StreamRow<Column>[]): void {
    const read = rows.map((row) => readRow(this.columns, row));
    this.#add(this.columns.map((_, index) => read.map((row) => row[index]!)));
  }

  append(columns: StreamColumns<Column>): void {
    this.#add(readColumns(this.columns, columns));
  }

  replaceLast(row: StreamRow<Column>): void {
    const read = readRow(this.columns, row);
    if (this.length > 0) this.#rows.truncate(this.#rows.end - 1);
    this.#add(read.map((value) => [value]));
  }

  clear(): void {
    // A number is left out, by which pages know that what comes does not continue what they have.
    this.#rows.reset(this.#rows.end + 1);
    this.#clearedAt = ++this.#changes;
    this.#tell();
  }

  column(name: Column): Float64Array {
    return this.#rows.column(this.#indexOf(name)).slice();
  }

  /** What follows for somebody who has all up to the change `position`, or nothing; `undefined` when that is nothing. */
  after(position: number | undefined, maxBytes: number): StreamPart | undefined {
    const key = `${position} ${maxBytes}`;
    const part = this.#parts.get(key) ?? this.#part(position, maxBytes);
    if (part !== undefined) this.#parts.set(key, part);
    return part;
  }

  #part(position = 0, maxBytes: number): StreamPart | undefined {
    const changedAt = this.#rows.column(this.columns.length);
    const first = firstAbove(changedAt, position);
    const count = Math.min(this.length - first, Math.max(1, Math.floor(maxBytes / BYTES / this.columns.length)));
    if (count === 0 && (this.length > 0 || position >= this.#clearedAt)) return undefined;
    const values = new Float64Array(count * this.columns.length);
    this.columns.forEach((_, index) =>
      values.set(this.#rows.column(index).subarray(first, first + count), index * count),
    );
    return {
      position: count === 0 ? this.#clearedAt : changedAt[first + count - 1]!,
      from: this.#rows.start + first,
      lengths: this.columns.map(() => count),
      body: new Uint8Array(values.buffer),
    };
  }

  #add(columns: readonly ArrayLike<number>[]): void {
    const count = columns[0]!.length;
    if (count === 0) return;
    const changes = Float64Array.from({ length: count }, () => ++this.#changes);
    this.#rows.push([...columns, changes]);
    this.#tell();
  }

  #tell(): void {
    this.#parts.clear();
    for (const watcher of this.watchers) watcher();
  }

  #indexOf(name: Column): number {
    const index = this.columns.indexOf(name);
    if (index >= 0) return index;
    throw new TandemError("ui/stream-column", `Expected a column of ${this.columns.join(", ")}, but got "${name}".`);
  }
}

/**
 * Makes a place for rows of numbers that keep coming, to be shown by `StreamChart`.
 *
 * @example
 * ```tsx
 * import { every, watch } from "tandem";
 * import { StreamChart, streamData } from "tandem/ui";
 *
 * const load = streamData({ columns: ["time", "memory"], rollover: 600 });
 *
 * export default function Memory() {
 *   watch(every(1_000), () => load.push({ time: new Date(), memory: process.memoryUsage().rss / 1e6 }));
 *   return <StreamChart label="Memory" data={load} y={{ unit: "MB" }} />;
 * }
 * ```
 *
 * What is added goes to every page that shows it, as binary data, several rows in one frame where they come fast; a page
 * that opens later gets all that is kept. Made outside of a component, as here, it is the same for all sessions, and what
 * is sent is made once for all of them. Throws a `TandemError` for columns or a rollover that make no sense.
 * From Bokeh's `ColumnDataSource.stream(…, rollover)`.
 */
export function streamData<Column extends string>(options: StreamDataOptions<Column>): StreamData<Column> {
  return new StreamSource(options);
}

function checkOptions(options: StreamDataOptions<string>): void {
  expectObject("the options of streamData", options);
  rejectUnknownOptions("streamData", options, ["columns", "rollover"]);
  const { columns, rollover } = options;
  const areNames = Array.isArray(columns) && columns.length > 0 && columns.every((name) => typeof name === "string");
  if (!areNames || new Set(columns).size < columns.length) {
    throw new TandemError(
      "ui/stream-columns",
      `Expected columns to be names, each once, as in ["time", "price"], but got ${JSON.stringify(columns)}.`,
    );
  }
  if (Number.isInteger(rollover) && rollover >= 1 && rollover <= MAX_ROLLOVER) return;
  throw new TandemError(
    "ui/stream-rollover",
    `Expected rollover to be how many rows are kept, from 1 to ${MAX_ROLLOVER.toLocaleString("en")}, but got ${rollover}.`,
  );
}

/** The index of the first value above `limit`, of values that only grow. */
function firstAbove(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
