import { TandemError } from "../../core/errors.ts";
import type { RowKey } from "../../protocol/grid.ts";
import {
  keyReader,
  SourceListeners,
  type KeysQuery,
  type RowQuery,
  type RowSource,
  type RowSourceOptions,
  type RowsWanted,
  type SourceChange,
} from "./row-source.ts";

/** Sorted and filtered lists that are kept; the one used longest ago goes. */
const MOST_ORDERS = 8;

interface Order {
  /** Where the rows stand in the array. */
  readonly places: Uint32Array;
  /** A change of other properties leaves it as it is. */
  readonly restsOn: ReadonlySet<string> | undefined;
}

export interface ArraySourceOptions<Row> {
  /** What a row is recognised by: the name of a property, or a function; `"id"` unless told. */
  key?: RowSourceOptions<Row>["key"];
}

/** Rows in memory. Sorts and filters here, and keeps what came out until it is no longer so. */
export class ArraySource<Row extends object> implements RowSource<Row> {
  readonly keyOf: (row: Row) => RowKey;
  readonly #listeners = new SourceListeners<Row>();
  readonly #orders = new Map<string, Order>();
  #rows: Row[] = [];
  #places = new Map<RowKey, number>();

  constructor(rows: readonly Row[], { key = "id" as keyof Row & string }: ArraySourceOptions<Row> = {}) {
    this.keyOf = keyReader(key);
    this.#take(rows);
  }

  /** All rows, as they are now. */
  get all(): readonly Row[] {
    return this.#rows;
  }

  rows(query: RowQuery<Row>): readonly Row[] {
    const order = this.#orderOf(query);
    if (order === undefined) return this.#rows.slice(query.from, query.to);
    return Array.from(order.places.subarray(query.from, query.to), (place) => this.#rows[place]!);
  }

  count(wanted: RowsWanted<Row>): number {
    return this.#orderOf(wanted)?.places.length ?? this.#rows.length;
  }

  keys(query: KeysQuery<Row>): readonly RowKey[] {
    return this.rows({ ...query, from: 0, to: query.limit }).map(this.keyOf);
  }

  find(key: RowKey): Row | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#rows[place];
  }

  update(key: RowKey, changes: Partial<Row>): void {
    const place = this.#places.get(key);
    if (place === undefined) return;
    const before = this.#rows[place]!;
    const properties = (Object.keys(changes) as (keyof Row & string)[]).filter(
      (name) => !Object.is(before[name], changes[name]),
    );
    if (properties.length === 0) return;
    this.#rows[place] = { ...before, ...changes };
    this.#changed(key, properties);
  }

  insert(row: Row, at: number = this.#rows.length): void {
    const rows = [...this.#rows];
    rows.splice(at, 0, row);
    this.#take(rows);
    this.#listeners.tell({ kind: "rows" });
  }

  remove(key: RowKey): void {
    const place = this.#places.get(key);
    if (place === undefined) return;
    this.#take(this.#rows.filter((_, index) => index !== place));
    this.#listeners.tell({ kind: "rows" });
  }

  reset(rows: readonly Row[] = this.#rows): void {
    const changed = this.#changedRows(rows);
    if (changed === undefined) {
      this.#take(rows);
      return this.#listeners.tell({ kind: "rows" });
    }
    for (const row of changed) {
      const key = this.keyOf(row);
      const place = this.#places.get(key)!;
      const properties = differences(this.#rows[place]!, row);
      this.#rows[place] = row;
      this.#changed(key, properties);
    }
  }

  listen(listener: (change: SourceChange<Row>) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** The rows that are other objects now, where all keys stand as they stood; else nothing. */
  #changedRows(rows: readonly Row[]): readonly Row[] | undefined {
    if (rows === this.#rows || rows.length !== this.#rows.length) return undefined;
    const changed: Row[] = [];
    for (const [place, row] of rows.entries()) {
      if (row === this.#rows[place]) continue;
      if (this.#places.get(this.keyOf(row)) !== place) return undefined;
      changed.push(row);
    }
    return changed;
  }

  #changed(key: RowKey, properties: readonly string[]): void {
    for (const [id, { restsOn }] of this.#orders) {
      if (restsOn === undefined || properties.some((name) => restsOn.has(name))) this.#orders.delete(id);
    }
    this.#listeners.tell({ kind: "cells", key, properties, row: () => this.find(key) });
  }

  #take(rows: readonly Row[]): void {
    const places = new Map(rows.map((row, place) => [this.keyOf(row), place]));
    if (places.size !== rows.length) throw doubleKey(rows, this.keyOf);
    this.#rows = [...rows];
    this.#places = places;
    this.#orders.clear();
  }

  #orderOf(wanted: RowsWanted<Row>): Order | undefined {
    if (wanted.compare === undefined && Object.keys(wanted.filter).length === 0) return undefined;
    const kept = this.#orders.get(wanted.id);
    this.#orders.delete(wanted.id);
    const order = kept ?? this.#order(wanted);
    this.#orders.set(wanted.id, order);
    if (this.#orders.size > MOST_ORDERS) this.#orders.delete(this.#orders.keys().next().value!);
    return order;
  }

  #order(wanted: RowsWanted<Row>): Order {
    const { compare } = wanted;
    const rows = this.#rows;
    const places: number[] = [];
    for (let place = 0; place < rows.length; place++) if (wanted.matches(rows[place]!)) places.push(place);
    if (compare !== undefined) places.sort((a, b) => compare(rows[a]!, rows[b]!) || a - b);
    return { places: Uint32Array.from(places), restsOn: wanted.restsOn };
  }
}

function differences<Row extends object>(before: Row, after: Row): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Row & string>;
  return [...names].filter((name) => !Object.is(before[name], after[name]));
}

function doubleKey<Row>(rows: readonly Row[], keyOf: (row: Row) => RowKey): TandemError {
  const seen = new Set<RowKey>();
  const double = rows.map(keyOf).find((key) => seen.size === seen.add(key).size);
  return new TandemError(
    "ui/bad-row-key",
    `Expected each row to have a key of its own, but ${JSON.stringify(double)} comes twice. Say which property tells rows apart: rowKey="…", or key: "…" in a source.`,
  );
}

/**
 * Rows in memory, as many as there is room for, for any number of tables and sessions.
 *
 * @example
 * ```tsx
 * import { arraySource, DataTable } from "tandem/ui";
 *
 * const cities = arraySource([
 *   { id: 1, name: "Oslo", people: 717_710 },
 *   { id: 2, name: "Bergen", people: 291_940 },
 * ]);
 *
 * export default () => (
 *   <main>
 *     <DataTable label="Cities" rows={cities} columns={[{ key: "name" }, { key: "people", type: "number" }]} />
 *     <button onClick={() => cities.update(1, { people: 720_000 })}>Count Oslo again</button>
 *   </main>
 * );
 * ```
 *
 * Made outside of components, it is one for all: what one person changes, all see. `update`, `insert`, `remove` and
 * `reset(rows)` change it. Sorting and filtering are done once for each sort and filter, whoever asks. Throws a
 * `TandemError` (`ui/bad-row-key`) for rows without a key of their own.
 */
export const arraySource = <Row extends object>(
  rows: readonly Row[],
  options?: ArraySourceOptions<Row>,
): ArraySource<Row> => new ArraySource(rows, options);
