import { inSlices } from "./slices.ts";

/** One column to filter by: a number for each row. Made once for all sessions, and never changed. */
export interface Dimension {
  readonly name: string;
  readonly title: string;
  /** By row; NaN where it is not known. */
  readonly values: Float64Array;
  /** Rows in the order of their values, unknown ones last. */
  readonly order: Uint32Array;
  /** How many are known. */
  readonly known: number;
  readonly bars: readonly Bar[];
  /** Which bar a row counts in, by row; `NO_BAR` for none. */
  readonly barOf: Uint16Array;
  /** Names of the values, where these are positions among names. */
  readonly categories?: readonly string[];
  /** How its numbers are written, as `Intl.NumberFormat` takes it. */
  readonly format?: Intl.NumberFormatOptions;
}

/** Where a bar begins and ends; of names, both are the position of one. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** How many rows it has without a filter. */
  readonly total: number;
}

export const NO_BAR = 0xffff;

export interface DimensionFacts {
  readonly name: string;
  readonly title: string;
  /** Edges of the bars, ascending; values beyond the outer ones count in the outer bars. */
  readonly edges: readonly number[];
  readonly format?: Intl.NumberFormatOptions;
}

/** A dimension of numbers. Others have their turn while it is made. */
export async function numberDimension(
  { name, title, edges, format }: DimensionFacts,
  values: Float64Array,
): Promise<Dimension> {
  const count = edges.length - 1;
  const place = (value: number) => {
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (value >= edges[middle]!) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const ends = (bar: number) => [edges[bar]!, edges[bar + 1]!] as const;
  const dimension = await counted(
    { name, title, values },
    { count, place, ends },
  );
  return format === undefined ? dimension : { ...dimension, format };
}

/** A dimension of names, the most frequent first. */
export async function nameDimension(
  { name, title }: Omit<DimensionFacts, "edges">,
  names: readonly (string | null)[],
): Promise<Dimension> {
  const amounts = new Map<string, number>();
  for (const each of names)
    if (each !== null) amounts.set(each, (amounts.get(each) ?? 0) + 1);
  const categories = [...amounts]
    .sort(([, a], [, b]) => b - a)
    .map(([each]) => each);
  const positions = new Map(
    categories.map((each, position) => [each, position]),
  );
  const values = Float64Array.from(names, (each) =>
    each === null ? NaN : positions.get(each)!,
  );
  const bars = {
    count: categories.length,
    place: (value: number) => value,
    ends: (bar: number) => [bar, bar] as const,
  };
  return { ...(await counted({ name, title, values }, bars)), categories };
}

interface Bars {
  count: number;
  place(value: number): number;
  ends(bar: number): readonly [number, number];
}

async function counted(
  facts: Pick<Dimension, "name" | "title" | "values">,
  { count, place, ends }: Bars,
): Promise<Dimension> {
  const { values } = facts;
  const totals = new Uint32Array(count);
  const barOf = new Uint16Array(values.length).fill(NO_BAR);
  await inSlices(values.length, (row) => {
    const value = values[row]!;
    if (Number.isNaN(value)) return;
    const bar = place(value);
    barOf[row] = bar;
    totals[bar] = totals[bar]! + 1;
  });
  const bars = Array.from(totals, (total, bar) => ({
    from: ends(bar)[0],
    to: ends(bar)[1],
    total,
  }));
  const known = totals.reduce((sum, total) => sum + total, 0);
  return { ...facts, order: await sorted(values), known, bars, barOf };
}

/**
 * Rows by value. Many have the same, so that only values are sorted: then each row goes to the next free place of its
 * value.
 */
async function sorted(values: Float64Array): Promise<Uint32Array> {
  const amounts = new Map<number, number>();
  await inSlices(values.length, (row) => {
    const value = values[row]!;
    amounts.set(value, (amounts.get(value) ?? 0) + 1);
  });
  const places = new Map<number, number>();
  let place = 0;
  for (const value of Float64Array.from(amounts.keys()).sort()) {
    places.set(value, place);
    place += amounts.get(value)!;
  }
  const order = new Uint32Array(values.length);
  await inSlices(values.length, (row) => {
    const next = places.get(values[row]!)!;
    order[next] = row;
    places.set(values[row]!, next + 1);
  });
  return order;
}

/** The first position in the order whose value is at least `value`, or above it. */
export function positionOf(
  { values, order, known }: Dimension,
  value: number,
  isAfter = false,
): number {
  let [low, high] = [0, known];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = values[order[middle]!]!;
    if (found < value || (isAfter && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
