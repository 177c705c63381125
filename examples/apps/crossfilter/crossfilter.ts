import { NO_BAR, positionOf, type Dimension } from "./dimension.ts";

/** A stretch of a dimension's order: its rows pass. */
type Stretch = readonly [start: number, end: number];

/**
 * Counts rows that pass filters, by several dimensions at once. Each dimension's counts leave its own filter out, so that
 * its chart shows what could be chosen instead. A change costs as much as the rows it lets in or out, not all of them.
 *
 * For each row there is a set of bits: the dimensions whose filter it fails. It is selected if there are none, and counts
 * in a dimension's chart if there is no other than that dimension's own.
 */
export class Crossfilter {
  readonly dimensions: readonly Dimension[];
  readonly rowCount: number;
  /** By dimension and bar. */
  readonly counts: readonly Uint32Array[];
  readonly #failed: Uint32Array;
  readonly #passing: (readonly Stretch[] | null)[];
  #selectedCount: number;

  constructor(dimensions: readonly Dimension[], rowCount: number) {
    if (dimensions.length > 32)
      throw new RangeError(
        "Expected at most 32 dimensions: there is a bit for each.",
      );
    this.dimensions = dimensions;
    this.rowCount = rowCount;
    this.counts = dimensions.map(({ bars }) =>
      Uint32Array.from(bars, ({ total }) => total),
    );
    this.#failed = new Uint32Array(rowCount);
    this.#passing = dimensions.map(() => null);
    this.#selectedCount = rowCount;
  }

  get selectedCount(): number {
    return this.#selectedCount;
  }

  /** Lets rows pass whose value is from `from` to `to`, both included; all of them for `null`. */
  filterRange(
    dimension: number,
    range: readonly [from: number, to: number] | null,
  ): void {
    const each = this.dimensions[dimension]!;
    if (range === null) return this.#pass(dimension, null);
    const stretch: Stretch = [
      positionOf(each, range[0]),
      positionOf(each, range[1], true),
    ];
    this.#pass(dimension, [stretch]);
  }

  /** Lets rows pass whose value is one of these; all of them if there is none. */
  filterValues(dimension: number, values: readonly number[]): void {
    const each = this.dimensions[dimension]!;
    const stretches = values
      .toSorted((a, b) => a - b)
      .map((value): Stretch => [
        positionOf(each, value),
        positionOf(each, value, true),
      ]);
    this.#pass(dimension, stretches.length === 0 ? null : stretches);
  }

  /** The first selected rows, by number. */
  selectedRows(limit: number): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.rowCount && rows.length < limit; row++)
      if (this.#failed[row] === 0) rows.push(row);
    return rows;
  }

  /** Changes what passes: the rows between the old stretches' ends and the new ones'. */
  #pass(dimension: number, stretches: readonly Stretch[] | null): void {
    const { order } = this.dimensions[dimension]!;
    const whole: readonly Stretch[] = [[0, order.length]];
    const changed = difference(
      this.#passing[dimension] ?? whole,
      stretches ?? whole,
    );
    this.#passing[dimension] = stretches;
    for (const [start, end] of changed) {
      for (let position = start; position < end; position++)
        this.#turn(order[position]!, dimension);
    }
  }

  /** A row that passed a dimension's filter fails it now, or the other way round. */
  #turn(row: number, dimension: number): void {
    const bit = 1 << dimension;
    const before = this.#failed[row]!;
    this.#failed[row] = before ^ bit;
    const step = before & bit ? 1 : -1;
    const others = before & ~bit;
    // It fails two others: no chart counts it, before or after.
    if ((others & (others - 1)) !== 0) return;
    if (others !== 0) return this.#count(31 - Math.clz32(others), row, step);
    this.#selectedCount += step;
    for (let other = 0; other < this.dimensions.length; other++)
      if (other !== dimension) this.#count(other, row, step);
  }

  #count(dimension: number, row: number, step: number): void {
    const bar = this.dimensions[dimension]!.barOf[row]!;
    const counts = this.counts[dimension]!;
    if (bar !== NO_BAR) counts[bar] = counts[bar]! + step;
  }
}

/** What is in one of two lists of stretches, and not in the other. Each list is ascending, without overlaps. */
export function difference(
  a: readonly Stretch[],
  b: readonly Stretch[],
): Stretch[] {
  const edges = [...a, ...b].flat().sort((x, y) => x - y);
  const found: Stretch[] = [];
  // Between two edges, an odd number of those before means: in exactly one list.
  for (let at = 0; at + 1 < edges.length; at += 2) {
    if (edges[at]! < edges[at + 1]!) found.push([edges[at]!, edges[at + 1]!]);
  }
  return found;
}
