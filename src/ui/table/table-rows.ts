import { TandemError } from "../../core/errors.ts";
import type { RowKey } from "../../protocol/grid.ts";
import { effect } from "../../reactive/effect.ts";
import { isSignal, isWritableSignal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import { describe } from "../../view/attribute-kinds.ts";
import { ArraySource } from "./array-source.ts";
import type { RowSource } from "./row-source.ts";
import type { DataTableProps } from "./table-props.ts";

/** A table's rows, whatever they were given as: where to read them, and how to change them. */
export interface TableRows<Row> {
  readonly source: RowSource<Row>;
  write(key: RowKey, changes: Partial<Row>): void;
  add(row: Row): void;
  remove(keys: readonly RowKey[]): void;
}

/** Throws a `TandemError` (`ui/bad-rows`) for what are none. */
export function tableRows<Row extends object>({ rows, rowKey }: DataTableProps<Row>): TableRows<Row> {
  const options = rowKey === undefined ? {} : { key: rowKey };
  if (isSignal(rows)) return signalRows(rows as ReadonlySignal<readonly Row[]>, options);
  if (Array.isArray(rows)) return sourceRows(new ArraySource<Row>(rows as readonly Row[], options));
  if (isSource<Row>(rows)) return sourceRows(rows);
  throw new TandemError(
    "ui/bad-rows",
    `Expected rows={…} of a DataTable to be a list, a signal of a list, or what arraySource() or rowSource() made, but got ${describe(rows)}.`,
  );
}

const isSource = <Row>(rows: unknown): rows is RowSource<Row> =>
  typeof (rows as RowSource<Row> | null)?.listen === "function" && typeof (rows as RowSource<Row>).rows === "function";

const sourceRows = <Row>(source: RowSource<Row>): TableRows<Row> => ({
  source,
  write: (key, changes) => source.update(key, changes),
  add: (row) => source.insert(row, 0),
  remove: (keys) => keys.forEach((key) => source.remove(key)),
});

/** The signal stays what holds them: it is written, and the table follows it. */
function signalRows<Row extends object>(
  rows: ReadonlySignal<readonly Row[]>,
  options: { key?: NonNullable<DataTableProps<Row>["rowKey"]> },
): TableRows<Row> {
  const source = new ArraySource<Row>(rows.peek(), options);
  effect(() => source.reset(rows.value));
  const change = (how: (all: readonly Row[]) => readonly Row[]) => {
    if (isWritableSignal(rows)) (rows as Signal<readonly Row[]>).update(how);
  };
  return {
    source,
    write: (key, changes) =>
      change((all) => all.map((row) => (source.keyOf(row) === key ? changedRow(row, changes) : row))),
    add: (row) => change((all) => (all.includes(row) ? all : [row, ...all])),
    remove: (keys) => change((all) => all.filter((row) => !keys.includes(source.keyOf(row)))),
  };
}

/** The same row where the app has written it already. */
const changedRow = <Row extends object>(row: Row, changes: Partial<Row>): Row =>
  (Object.keys(changes) as (keyof Row)[]).every((name) => Object.is(row[name], changes[name]))
    ? row
    : { ...row, ...changes };
