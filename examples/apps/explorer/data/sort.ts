import type { Column } from "./column.ts";
import { paused } from "./filter.ts";

/** Rows that are sorted at a stretch. */
const RUN = 65_536;

/** Rows in the order of a column, equal ones as they were, empty ones last; with other work between. */
export async function sortedRows(
  rows: Uint32Array,
  column: Column,
  { isDown, signal }: { isDown: boolean; signal: AbortSignal },
): Promise<Uint32Array> {
  const ranks = await ranksOf(column, signal);
  const compare = (a: number, b: number) => {
    const [x, y] = [ranks[a]!, ranks[b]!];
    if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : 1;
    if (Number.isNaN(y)) return -1;
    return isDown ? y - x : x - y;
  };
  let from = rows.slice();
  for (let start = 0; start < from.length; start += RUN) {
    from.subarray(start, start + RUN).sort(compare);
    await paused(signal);
  }
  let to = new Uint32Array(from.length);
  for (let size = RUN; size < from.length; size *= 2) {
    for (let start = 0; start < from.length; start += size * 2) {
      await merge(from, to, { start, size, compare, signal });
    }
    [from, to] = [to, from];
  }
  return from;
}

interface Merge {
  start: number;
  size: number;
  compare: (a: number, b: number) => number;
  signal: AbortSignal;
}

async function merge(
  from: Uint32Array,
  to: Uint32Array,
  { start, size, compare, signal }: Merge,
): Promise<void> {
  const [middle, end] = [
    Math.min(start + size, from.length),
    Math.min(start + size * 2, from.length),
  ];
  let [left, right] = [start, middle];
  for (let at = start; at < end; at++) {
    if ((at & 0x3ffff) === 0x3ffff) await paused(signal);
    const isLeft =
      left < middle &&
      (right >= end || compare(from[left]!, from[right]!) <= 0);
    to[at] = isLeft ? from[left++]! : from[right++]!;
  }
}

/** Numbers by which rows are ordered: of words, their places among all words. */
async function ranksOf(
  { numbers, words, length }: Column,
  signal: AbortSignal,
): Promise<ArrayLike<number>> {
  if (numbers !== null) return numbers;
  const { codes } = words!;
  const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  if (codes !== null) {
    const places = new Float64Array(words!.words.length);
    const sorted = words!.words
      .map((word, code) => [word, code] as const)
      .sort(([a], [b]) => order.compare(a, b));
    for (const [place, [word, code]] of sorted.entries())
      places[code] = word === "" ? NaN : place;
    return Float64Array.from(codes, (code) => places[code]!);
  }
  // Too many words for their places: their first signs, as a number.
  const ranks = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    if (row % 200_000 === 199_999) await paused(signal);
    ranks[row] = firstSigns(words!.at(row));
  }
  return ranks;
}

/** The first six signs as one number, which sorts as they do. */
function firstSigns(word: string): number {
  if (word === "") return NaN;
  const text = word.slice(0, 6).toLowerCase();
  let rank = 0;
  for (let at = 0; at < 6; at++)
    rank = rank * 256 + Math.min(255, text.charCodeAt(at) || 0);
  return rank;
}
