import type { Filters, RowKey, SortBy } from "../../protocol/grid.ts";
import type { ReadonlySignal, Signal } from "../../reactive/signal.ts";
import type { ActingClient } from "../../view/events/base-event.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";
import type { Column } from "./column.ts";
import type { RowSource } from "./row-source.ts";

/** One cell that a person changed to a value that its column allows. */
export type CellEdit<Row> = {
  [Key in keyof Row & string]: {
    /** The row as it was. */
    readonly row: Row;
    readonly key: RowKey;
    readonly column: Key;
    readonly value: Row[Key];
    readonly previous: Row[Key];
    /** Who did it. */
    readonly client: ActingClient;
  };
}[keyof Row & string];

/** Several cells that a person changed at once. */
export type CellEdits<Row> = readonly CellEdit<Row>[];

export interface DataTableProps<Row extends object> {
  /** What the table is of; read out. */
  label: string;
  columns: readonly Column<Row>[];
  /** A list, a signal of one, or a source. What people change is written to it, unless it can only be read. */
  rows: readonly Row[] | ReadonlySignal<readonly Row[]> | RowSource<Row>;
  /** What tells a row from others: a property, or a function; `"id"` unless told. A source knows by itself. */
  rowKey?: (keyof Row & string) | ((row: Row) => RowKey);
  /** Scrolls through any number of rows, of which the page has those in sight, instead of showing a page of them at a time. */
  virtual?: boolean;
  /** Rows on a page, 25 unless told; of a table that is not `virtual`. */
  pageSize?: number;
  /** Of a virtual table, any length of CSS; `"30rem"` unless told. */
  height?: string;
  /** Whether one row can be chosen, several, or none; none unless told. */
  selection?: "none" | "row" | "rows";
  /** The keys of the chosen rows that pass the filter, both ways. */
  selected?: Signal<readonly RowKey[]>;
  /** What it is sorted by, both ways. */
  sort?: Signal<readonly SortBy[]>;
  /** What it is filtered by, both ways. */
  filter?: Signal<Filters>;
  /** Shows a row of filters below the header. */
  filters?: boolean;
  /**
   * A cell was changed to an allowed value, to be saved. When it throws, the cell goes back to what it was, and the
   * person sees the text of a `UserFacingError`. An object that it returns is what of the row has changed, if that is
   * more or other than the value.
   */
  onEdit?: (edit: CellEdit<Row>) => unknown;
  /** The same for all cells of a paste or an undo at once, in place of `onEdit`. When it throws, none is changed. */
  onEdits?: (edits: CellEdits<Row>) => unknown;
  /** Offers to add a row: answers with the new one, or nothing if there is none after all. */
  onAdd?: () => Row | undefined | Promise<Row | undefined>;
  /** Offers to delete the chosen rows, after a question; they are gone when it is done. Needs a `selection`. */
  onDelete?: (keys: readonly RowKey[]) => unknown;
  /** Offers to download all rows, as they are sorted and filtered now, under this name: `"orders.csv"`. */
  exportName?: string;
  /** Offers a menu to hide columns, and to keep them in sight while others scroll. */
  columnMenu?: boolean;
  /** Marks a cell for a moment when it is changed by others than the person at it. */
  flash?: boolean;
  /** In place of rows while there are none. */
  empty?: Child;
  /** More for the bar above the table. */
  tools?: Child;
  disabled?: Live<boolean>;
  class?: ClassValue;
}
