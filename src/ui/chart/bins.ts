/** One bar of a histogram: how many values are from `from` up to, but not at, `to`. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Counts numbers in intervals of equal, round width: what a histogram shows.
 *
 * @example
 * ```ts
 * import { bin } from "tandem/ui";
 *
 * const bins = bin([1, 2, 2, 3, 9], { count: 5 }); // [{ from: 0, to: 2, count: 1 }, { from: 2, to: 4, count: 3 }, …]
 * ```
 *
 * `count` is about how many intervals there are to be; 20 unless told. What is no finite number is passed over.
 */
export function bin(numbers: ArrayLike<number | null | undefined>, { count = 20 }: { count?: number } = {}): Bin[] {
  const { start, width, length } = binEdges(numbers, count);
  const counts = new Uint32Array(length);
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index];
    if (!isFiniteNumber(number)) continue;
    const place = Math.min(length - 1, Math.max(0, Math.floor((number - start) / width)));
    counts[place] = counts[place]! + 1;
  }
  const edge = (place: number) => Number((start + place * width).toPrecision(12));
  return Array.from(counts, (found, place) => ({ from: edge(place), to: edge(place + 1), count: found }));
}

function binEdges(numbers: ArrayLike<number | null | undefined>, count: number) {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index];
    if (!isFiniteNumber(number)) continue;
    if (number < low) low = number;
    if (number > high) high = number;
  }
  if (low > high) return { start: 0, width: 1, length: 0 };
  const width = roundWidth((high - low) / Math.max(1, Math.min(1_000, count))) || 1;
  const start = Math.floor(low / width) * width;
  return { start, width, length: Math.floor((high - start) / width) + 1 };
}

/** The next of 1, 2, 2.5, 5 and 10, times a power of ten. */
function roundWidth(width: number): number {
  if (width <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(width));
  return power * ([1, 2, 2.5, 5].find((step) => width <= step * power * (1 + 1e-9)) ?? 10);
}

const isFiniteNumber = (value: number | null | undefined): value is number =>
  typeof value === "number" && Number.isFinite(value);
