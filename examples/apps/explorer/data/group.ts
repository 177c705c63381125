import type { Column } from "./column.ts";
import { paused } from "./filter.ts";
import { numberText } from "./frame.ts";

export type Aggregate =
  | "count"
  | "sum"
  | "mean"
  | "median"
  | "smallest"
  | "largest";
export const AGGREGATES: readonly Aggregate[] = [
  "count",
  "sum",
  "mean",
  "median",
  "smallest",
  "largest",
];

/** Rows that have the same in a column, as one. */
export interface Group {
  /** The word; of numbers and dates where the group begins. */
  readonly key: string | number;
  readonly label: string;
  /** The word of the column that groups were split by; empty without. */
  readonly split: string;
  readonly rows: number;
  /** `null` where there is no number in it. */
  readonly value: number | null;
}

export interface Grouping {
  readonly by: Column;
  readonly splitBy?: Column | undefined;
  /** What is counted up; not needed for `"count"`. */
  readonly of?: Column | undefined;
  readonly aggregate: Aggregate;
}

/** More would be no picture. */
const MOST_GROUPS = 2_000;
const MOST_SPLITS = 8;

/** Groups of rows, in the order of their keys where these are numbers or dates, and else the largest first. */
export async function groupedRows(
  rows: Uint32Array,
  grouping: Grouping,
  signal: AbortSignal,
): Promise<Group[]> {
  const { by, splitBy, of, aggregate } = grouping;
  const [keyOf, splitOf] = [keyReader(by, rows), splitReader(splitBy, rows)];
  const groups = new Map<string, Collected>();
  for (const [at, row] of rows.entries()) {
    if (at % 200_000 === 199_999) await paused(signal);
    const key = keyOf(row);
    if (key === "" || Number.isNaN(key)) continue;
    const split = splitOf(row);
    const name = `${split}\n${key}`;
    let group = groups.get(name);
    if (group === undefined) {
      if (groups.size >= MOST_GROUPS * MOST_SPLITS) continue;
      groups.set(
        name,
        (group = new Collected(key, split, aggregate === "median")),
      );
    }
    group.add(of?.numbers?.[row] ?? NaN);
  }
  const found = Array.from(groups.values(), (group): Group => ({
    key: group.key,
    label: typeof group.key === "number" ? keyText(by, group.key) : group.key,
    split: group.split,
    rows: group.rows,
    value: group.value(aggregate),
  }));
  found.sort((a, b) =>
    typeof a.key === "number"
      ? a.key - Number(b.key)
      : (b.value ?? 0) - (a.value ?? 0),
  );
  return found.slice(0, MOST_GROUPS);
}

/** What is needed of a group's numbers. */
class Collected {
  readonly key: string | number;
  readonly split: string;
  rows = 0;
  #count = 0;
  #sum = 0;
  #smallest = Infinity;
  #largest = -Infinity;
  readonly #all: number[] | null;

  constructor(key: string | number, split: string, needsAll: boolean) {
    this.key = key;
    this.split = split;
    this.#all = needsAll ? [] : null;
  }

  add(value: number): void {
    this.rows++;
    if (Number.isNaN(value)) return;
    this.#count++;
    this.#sum += value;
    if (value < this.#smallest) this.#smallest = value;
    if (value > this.#largest) this.#largest = value;
    this.#all?.push(value);
  }

  value(aggregate: Aggregate): number | null {
    if (aggregate === "count") return this.rows;
    if (this.#count === 0) return null;
    switch (aggregate) {
      case "sum":
        return this.#sum;
      case "mean":
        return this.#sum / this.#count;
      case "median":
        return median(this.#all!);
      case "smallest":
        return this.#smallest;
      case "largest":
        return this.#largest;
    }
  }
}

function median(values: number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const DAY = 86_400_000;

/** Dates go by day, month or year, numbers of many sizes by steps. */
function keyReader(
  column: Column,
  rows: Uint32Array,
): (row: number) => string | number {
  const { words, numbers, type } = column;
  if (words !== null) return (row) => words.at(row);
  if (type === "boolean")
    return (row) =>
      Number.isNaN(numbers![row]!) ? "" : numberText(column, numbers![row]!);
  const [low, high] = extent(numbers!, rows);
  if (type === "date") return dateReader(numbers!, high - low);
  if (type === "integer" && high - low <= 100) return (row) => numbers![row]!;
  const step = roundStep((high - low) / 30);
  return (row) => Math.floor(numbers![row]! / step) * step;
}

function dateReader(
  times: Float64Array,
  span: number,
): (row: number) => number {
  if (span <= 2 * DAY)
    return (row) => Math.floor(times[row]! / 3_600_000) * 3_600_000;
  if (span <= 120 * DAY) return (row) => Math.floor(times[row]! / DAY) * DAY;
  const isLong = span > 20 * 365 * DAY;
  let [last, key] = [NaN, NaN];
  return (row) => {
    const time = times[row]!;
    if (time === last || Number.isNaN(time))
      return Number.isNaN(time) ? NaN : key;
    const date = new Date(time);
    [last, key] = [
      time,
      Date.UTC(date.getUTCFullYear(), isLong ? 0 : date.getUTCMonth()),
    ];
    return key;
  };
}

/** The most frequent words, and all others together. */
function splitReader(
  column: Column | undefined,
  rows: Uint32Array,
): (row: number) => string {
  if (column === undefined) return () => "";
  const { words } = column;
  if (words === null)
    return (row) => numberText(column, column.numbers![row]!) || "empty";
  const counts = new Map<string, number>();
  for (const row of rows)
    counts.set(words.at(row), (counts.get(words.at(row)) ?? 0) + 1);
  const most = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, counts.size > MOST_SPLITS ? MOST_SPLITS - 1 : MOST_SPLITS);
  const shown = new Set(most.map(([word]) => word));
  return (row) => {
    const word = words.at(row);
    return shown.has(word) ? word || "empty" : "others";
  };
}

const keyText = (column: Column, key: number): string =>
  column.type === "integer" || column.type === "number"
    ? String(Number(key.toPrecision(8)))
    : numberText(column, key);

function extent(numbers: Float64Array, rows: Uint32Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const row of rows) {
    const value = numbers[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 0];
}

function roundStep(step: number): number {
  if (!(step > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(step));
  return power * ([1, 2, 5].find((part) => step <= part * power) ?? 10);
}
