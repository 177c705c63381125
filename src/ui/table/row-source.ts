import { TandemError } from "../../core/errors.ts";
import type { Filters, RowKey, SortBy } from "../../protocol/grid.ts";
import { describe } from "../../view/attribute-kinds.ts";

/** What a table shows of its rows: in which order, and which. */
export interface RowsWanted<Row> {
  /** By column; the first goes before the next. */
  readonly sort: readonly SortBy[];
  /** By column; a row must pass all. */
  readonly filter: Filters;
  /** The same as functions, for a source that has its rows at hand: whether a row passes `filter`… */
  matches(row: Row): boolean;
  /** …and the order of two rows by `sort`; `undefined` for none. */
  readonly compare: ((a: Row, b: Row) => number) | undefined;
  /** The same text for the same sort and filter, to keep what was worked out under. */
  readonly id: string;
  /** The properties that they look at; nothing where a column is worked out, which may look at any. */
  readonly restsOn: ReadonlySet<string> | undefined;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Some of those rows: from the one at `from` up to, but not with, the one at `to`. */
export interface RowQuery<Row> extends RowsWanted<Row> {
  readonly from: number;
  readonly to: number;
}

/** The keys of all those rows that pass, to choose them all at once. */
export interface KeysQuery<Row> extends RowsWanted<Row> {
  /** More than so many are not asked for. */
  readonly limit: number;
}

/** What happened to rows. */
export type SourceChange<Row> =
  /** Some properties of one; `row` is all of it as it is now, if it still is. */
  | { kind: "cells"; key: RowKey; properties: readonly string[]; row: () => Row | undefined | Promise<Row | undefined> }
  /** Some came, went or moved. */
  | { kind: "rows" };

/** Where a {@link DataTable} has its rows from: `arraySource` and `rowSource` make one, shared by as many tables as you like. */
export interface RowSource<Row> {
  keyOf(row: Row): RowKey;
  rows(query: RowQuery<Row>): readonly Row[] | Promise<readonly Row[]>;
  count(wanted: RowsWanted<Row>): number | Promise<number>;
  find(key: RowKey): Row | undefined | Promise<Row | undefined>;
  /** Where it has it, people can choose all rows that pass the filter. */
  keys?: ((query: KeysQuery<Row>) => readonly RowKey[] | Promise<readonly RowKey[]>) | undefined;
  /** Some properties of a row have changed, or are to: all tables show it. */
  update(key: RowKey, changes: Partial<Row>): void;
  /** There is a new row. */
  insert(row: Row, at?: number): void;
  /** A row is gone. */
  remove(key: RowKey): void;
  /** Anything may have changed: all tables ask again. */
  reset(rows?: readonly Row[]): void;
  /** Hears of all changes. Returns what ends that. */
  listen(listener: (change: SourceChange<Row>) => void): () => void;
}

export interface RowSourceOptions<Row> {
  /** What a row is recognised by: the name of a property, or a function. */
  key: (keyof Row & string) | ((row: Row) => RowKey);
  /** The rows from `from` up to `to`, as they follow on each other under `sort` and `filter`. */
  rows: (query: RowQuery<Row>) => readonly Row[] | Promise<readonly Row[]>;
  /** How many rows pass `filter`. */
  count: (wanted: RowsWanted<Row>) => number | Promise<number>;
  /** The row with this key, if there is one: it is asked before a row is changed. */
  find: (key: RowKey) => Row | undefined | Promise<Row | undefined>;
  /** The keys of at most `limit` rows that pass `filter`; with it, people can choose them all at once. */
  keys?: (query: KeysQuery<Row>) => readonly RowKey[] | Promise<readonly RowKey[]>;
}

/** Who listens to a source. */
export class SourceListeners<Row> {
  readonly #all = new Set<(change: SourceChange<Row>) => void>();

  add(listener: (change: SourceChange<Row>) => void): () => void {
    const own = (change: SourceChange<Row>) => listener(change);
    this.#all.add(own);
    return () => void this.#all.delete(own);
  }

  tell(change: SourceChange<Row>): void {
    for (const listener of Array.from(this.#all)) listener(change);
  }
}

class AskedSource<Row> implements RowSource<Row> {
  readonly keyOf: (row: Row) => RowKey;
  readonly keys: RowSourceOptions<Row>["keys"];
  readonly #options: RowSourceOptions<Row>;
  readonly #listeners = new SourceListeners<Row>();

  constructor(options: RowSourceOptions<Row>) {
    this.keyOf = keyReader(options.key);
    this.keys = options.keys && ((query) => options.keys!(query));
    this.#options = options;
  }

  rows(query: RowQuery<Row>): readonly Row[] | Promise<readonly Row[]> {
    return this.#options.rows(query);
  }

  count(wanted: RowsWanted<Row>): number | Promise<number> {
    return this.#options.count(wanted);
  }

  find(key: RowKey): Row | undefined | Promise<Row | undefined> {
    return this.#options.find(key);
  }

  update(key: RowKey, changes: Partial<Row>): void {
    let found: { row: Row | undefined | Promise<Row | undefined> } | undefined;
    const row = () => (found ??= { row: this.find(key) }).row;
    this.#listeners.tell({ kind: "cells", key, properties: Object.keys(changes), row });
  }

  insert(): void {
    this.#listeners.tell({ kind: "rows" });
  }

  remove(): void {
    this.#listeners.tell({ kind: "rows" });
  }

  reset(): void {
    this.#listeners.tell({ kind: "rows" });
  }

  listen(listener: (change: SourceChange<Row>) => void): () => void {
    return this.#listeners.add(listener);
  }
}

/**
 * Rows from anywhere: a database, a service, a file. A table asks for those that it shows.
 *
 * @example
 * ```tsx
 * import { DataTable, rowSource } from "tandem/ui";
 *
 * interface Order { id: number; customer: string; total: number }
 * declare const database: {
 *   orders(part: { from: number; to: number; customer?: string }): Promise<Order[]>;
 *   countOrders(customer?: string): Promise<number>;
 *   order(id: number): Promise<Order | undefined>;
 * };
 *
 * const customerIn = (filter: Readonly<Record<string, unknown>>) => filter["customer"] as string | undefined;
 * const orders = rowSource<Order>({
 *   key: "id",
 *   rows: ({ from, to, filter }) => database.orders({ from, to, customer: customerIn(filter) }),
 *   count: ({ filter }) => database.countOrders(customerIn(filter)),
 *   find: (id) => database.order(Number(id)),
 * });
 *
 * export default () => (
 *   <DataTable virtual label="Orders" rows={orders} columns={[{ key: "customer" }, { key: "total", type: "number" }]} />
 * );
 * ```
 *
 * `sort` names columns that are sortable, `filter` holds what fits its column, whatever a client sent. When rows change
 * by other ways than a table, say so: `update(key, { total: 5 })`, `insert(row)`, `remove(key)`, `reset()`. All tables
 * of all sessions with this source follow. What your functions reject with shows as an error with a way to try again.
 * With `keys({ filter, limit })` people can choose all rows that pass the filter.
 */
export function rowSource<Row extends object>(options: RowSourceOptions<Row>): RowSource<Row> {
  for (const name of ["rows", "count", "find", "keys"] as const) {
    if (typeof options?.[name] === "function" || (name === "keys" && options.keys === undefined)) continue;
    throw new TandemError(
      "ui/bad-rows",
      `Expected rowSource() to get a function ${name}, but got ${describe(options?.[name])}.`,
    );
  }
  return new AskedSource(options);
}

/** Reads a row's key. Throws a `TandemError` (`ui/bad-row-key`) for a row that has none. */
export function keyReader<Row>(key: RowSourceOptions<Row>["key"]): (row: Row) => RowKey {
  const read = typeof key === "function" ? key : (row: Row) => row[key] as RowKey;
  return (row) => {
    const found: unknown = read(row);
    if (typeof found === "string" || (typeof found === "number" && Number.isFinite(found))) return found;
    throw new TandemError(
      "ui/bad-row-key",
      `Expected each row to have a text or a number as its key, but got ${describe(found)}. Say which property it is: rowKey="id", or key: "id" in a source.`,
    );
  };
}
