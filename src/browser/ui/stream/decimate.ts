import type { SeriesSpec } from "../../../core/stream-spec.ts";

/** A value that is drawn, or a gap. */
export type Drawn = number | null;
type Values = Drawn[];

/** A bar or a candle. */
export interface Mark {
  readonly x: number;
  /** Of a bar its value; of a candle open, high, low and close. */
  readonly values: readonly number[];
}

/** The rows of one picture: no more than the screen has room for, whatever there is. */
export interface Picture {
  /** Ascending. */
  readonly x: number[];
  /** For each series: a list for each line it has, low and high for a band; nothing for bars and candles. */
  readonly lines: Values[][];
  /** For each series: its bars or candles; nothing for lines. */
  readonly marks: Mark[][];
  /** The least and greatest value. */
  low: number;
  high: number;
}

export interface Rows {
  /** The number of the first row there is: of those before, none is left. */
  readonly start: number;
  readonly x: Float64Array;
  column(index: number): Float64Array;
}

export interface Stretch {
  /** Of the first row, and behind the last. */
  readonly from: number;
  readonly to: number;
  /** Pixels to draw it in. */
  readonly width: number;
}

/** Pixels for each bar or candle. */
const MARK_WIDTH = 5;

/**
 * Picks what to draw. Where rows are denser than pixels, each pixel gets two points of a line, the least and the
 * greatest of its rows in the order they come, so that no peak is lost; bars and candles are merged.
 */
export function pictureOf(rows: Rows, series: readonly SeriesSpec[], stretch: Stretch): Picture {
  const picture: Picture = { x: [], lines: [], marks: [], low: Infinity, high: -Infinity };
  const count = stretch.to - stretch.from;
  const pixels = Math.max(1, stretch.width);
  const buckets = count > 2 * pixels ? bucketsOf(rows, stretch, Math.ceil(count / pixels)) : undefined;
  const markBuckets = bucketsOf(rows, stretch, Math.max(1, Math.ceil((count * MARK_WIDTH) / pixels)));
  picture.x.push(...(buckets === undefined ? rows.x.subarray(stretch.from, stretch.to) : edges(rows.x, buckets)));
  for (const { kind, columns } of series) {
    const values = columns.map((index) => rows.column(index));
    const isMarked = kind === "bars" || kind === "candles";
    const lines = isMarked ? [] : values;
    picture.lines.push(
      lines.map((column, index) =>
        buckets === undefined ? plainLine(column, stretch) : denseLine(column, buckets, extremeOf(kind, index)),
      ),
    );
    picture.marks.push(isMarked ? marksOf(rows.x, values, markBuckets) : []);
  }
  widen(picture);
  return picture;
}

type Bucket = readonly [first: number, end: number];

/** Stretches of so many rows, from a multiple on, so that rows keep their company while others come and go. */
function bucketsOf({ start }: Rows, { from, to }: Stretch, size: number): Bucket[] {
  const buckets: Bucket[] = [];
  for (let first = from - ((start + from) % size); first < to; first += size) {
    buckets.push([Math.max(from, first), Math.min(to, first + size)]);
  }
  return buckets;
}

/** Two places for each pixel: where its first and its last row are. */
const edges = (x: Float64Array, buckets: readonly Bucket[]): number[] =>
  buckets.flatMap(([first, end]) => [x[first]!, x[end - 1]!]);

type Extreme = "both" | "least" | "greatest";

/** The lower edge of a band is as low as any of its rows. */
const extremeOf = (kind: SeriesSpec["kind"], index: number): Extreme =>
  kind !== "band" ? "both" : index === 0 ? "least" : "greatest";

const plainLine = (column: Float64Array, { from, to }: Stretch): Values =>
  Array.from(column.subarray(from, to), (value) => (Number.isNaN(value) ? null : value));

function denseLine(column: Float64Array, buckets: readonly Bucket[], extreme: Extreme): Values {
  const values: Values = [];
  for (const [first, end] of buckets) {
    let [least, greatest, leastAt, greatestAt] = [Infinity, -Infinity, 0, 0];
    for (let row = first; row < end; row++) {
      const value = column[row]!;
      // Nothing compares with NaN, so that gaps pass by.
      if (value < least) [least, leastAt] = [value, row];
      if (value > greatest) [greatest, greatestAt] = [value, row];
    }
    if (least === Infinity) values.push(null, null);
    else if (extreme === "least") values.push(least, least);
    else if (extreme === "greatest") values.push(greatest, greatest);
    else if (leastAt <= greatestAt) values.push(least, greatest);
    else values.push(greatest, least);
  }
  return values;
}

function marksOf(x: Float64Array, values: Float64Array[], buckets: readonly Bucket[]): Mark[] {
  const marks: Mark[] = [];
  for (const [first, end] of buckets) {
    const merged = values.length === 4 ? mergedCandle(values, first, end) : [tallest(values[0]!, first, end)];
    if (!merged.some(Number.isNaN)) marks.push({ x: (x[first]! + x[end - 1]!) / 2, values: merged });
  }
  return marks;
}

function mergedCandle([open, high, low, close]: Float64Array[], first: number, last: number): number[] {
  let [highest, lowest] = [Number.NaN, Number.NaN];
  for (let row = first; row < last; row++) {
    if (!(high![row]! <= highest)) highest = high![row]!;
    if (!(low![row]! >= lowest)) lowest = low![row]!;
  }
  return [open![first]!, highest, lowest, close![last - 1]!];
}

function tallest(column: Float64Array, first: number, last: number): number {
  let tall = Number.NaN;
  for (let row = first; row < last; row++) if (!(Math.abs(column[row]!) <= Math.abs(tall))) tall = column[row]!;
  return tall;
}

function widen(picture: Picture): void {
  const see = (value: Drawn) => {
    if (value === null) return;
    if (value < picture.low) picture.low = value;
    if (value > picture.high) picture.high = value;
  };
  for (const lines of picture.lines) for (const line of lines) line.forEach(see);
  for (const marks of picture.marks) for (const { values } of marks) values.forEach(see);
}
