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

/** A dimension of numbers. */
export function numberDimension(
  { name, title, edges, format }: DimensionFacts,
  values: Float64Array,
): Dimension {
  const count = edges.length - 1;
  const place = (value: number) => {
    let bar = 0;
    while (bar < count - 1 && value >= edges[bar + 1]!) bar++;
    return bar;
  };
  const ends = (bar: number) => [edges[bar]!, edges[bar + 1]!] as const;
  const dimension = counted({ name, title, values }, { count, place, ends });
  return format === undefined ? dimension : { ...dimension, format };
}

/** A dimension of names, the most frequent first. */
export function nameDimension(
  { name, title }: Omit<DimensionFacts, "edges">,
  names: readonly (string | null)[],
): Dimension {
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
  return { ...counted({ name, title, values }, bars), categories };
}

interface Bars {
  count: number;
  place(value: number): number;
  ends(bar: number): readonly [number, number];
}

function counted(
  facts: Pick<Dimension, "name" | "title" | "values">,
  { count, place, ends }: Bars,
): Dimension {
  const { values } = facts;
  const totals = new Uint32Array(count);
  const barOf = new Uint16Array(values.length).fill(NO_BAR);
  for (const [row, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    const bar = place(value);
    barOf[row] = bar;
    totals[bar] = totals[bar]! + 1;
  }
  const bars = Array.from(totals, (total, bar) => ({
    from: ends(bar)[0],
    to: ends(bar)[1],
    total,
  }));
  const known = totals.reduce((sum, total) => sum + total, 0);
  return { ...facts, order: sorted(values), known, bars, barOf };
}

/** Rows by value: each goes to the next free place of its value, which is found once for all equal ones. */
function sorted(values: Float64Array): Uint32Array {
  const places = new Map<number, number>();
  for (const [place, value] of values.toSorted().entries())
    if (!places.has(value)) places.set(value, place);
  const order = new Uint32Array(values.length);
  for (const [row, value] of values.entries()) {
    const place = places.get(value)!;
    order[place] = row;
    places.set(value, place + 1);
  }
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
