/**
 * What a `DataTable` and the grid that shows it in a page say to each other. The grid asks with one request, whose
 * first argument says what for; the server changes attributes of `<tandem-grid>`.
 */

/** What a row is recognised by. */
export type RowKey = string | number;

/** What a cell holds, as JSON has it: dates are texts such as "2026-11-26". */
export type CellValue = string | number | boolean | null;

export type ColumnType = "text" | "number" | "boolean" | "date" | "select";

/** One column to sort by; of several, the first goes before the next. */
export interface SortBy {
  readonly column: string;
  readonly descending?: boolean;
}

/**
 * What a column's cells must be, by its type: text a part of it in any case, number and date from and to (either may
 * be open), select some of the options, boolean the same.
 */
export type ColumnFilter =
  | string
  | boolean
  | readonly [from: number | string | null, to: number | string | null]
  | { in: readonly CellValue[] };

/** By column. */
export type Filters = Readonly<Record<string, ColumnFilter>>;

/**
 * At most so many rows in one answer, cells in one edit, keys in one choice, and chosen by choosing all. Of rows whose
 * cells are rendered: so many for one page, and for all pages of a table.
 */
export const GRID_LIMITS = {
  rows: 500,
  cells: 2_000,
  keys: 5_000,
  all: 10_000,
  columns: 500,
  text: 10_000,
  looked: 300,
  rendered: 1_500,
} as const;

export interface GridOption {
  readonly value: CellValue;
  readonly label: string;
}

/** A column, for the grid. */
export interface GridColumn {
  readonly name: string;
  readonly title: string;
  readonly type: ColumnType;
  readonly align: "start" | "center" | "end";
  readonly width?: number | undefined;
  readonly pinned?: "start" | "end" | undefined;
  readonly hidden?: boolean | undefined;
  readonly editable?: boolean | undefined;
  readonly sortable?: boolean | undefined;
  readonly filterable?: boolean | undefined;
  readonly options?: readonly GridOption[] | undefined;
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  readonly step?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly required?: boolean | undefined;
  /** Its cells are what the server renders, which stands in `<tandem-grid-cells>` beside the grid. */
  readonly rendered?: boolean | undefined;
}

/** The attribute `config`. */
export interface GridConfig {
  /** The name of its request. */
  readonly request: string;
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly selection: "none" | "row" | "rows";
  readonly hasFilters: boolean;
  /** Whether all rows that pass the filter can be chosen at once. */
  readonly choosesAll: boolean;
  /** Rows in a block. */
  readonly block: number;
}

/** The attribute `state`: what a page that missed something goes by. */
export interface GridState {
  /** Counts changes of the rows. */
  readonly data: number;
  readonly sort: readonly SortBy[];
  readonly filter: Filters;
  readonly selected: readonly RowKey[];
}

/** A column's values: as they are, or where many are alike, the different ones and which is where. */
export type PackedColumn = readonly CellValue[] | { readonly of: readonly CellValue[]; readonly at: readonly number[] };

/** How one cell looks, where it does not look as all of its column. */
export type CellMark = readonly [row: number, column: number, className: string, style: string];

/** Rows as they follow on each other, a list for each column. */
export interface GridBlock {
  readonly data: number;
  readonly from: number;
  /** How many rows there are in all that pass the filter. */
  readonly total: number;
  readonly keys: readonly RowKey[];
  readonly columns: readonly PackedColumn[];
  /** Of columns with a format of their own: what their cells show. */
  readonly shown?: readonly (readonly [column: number, texts: PackedColumn])[] | undefined;
  readonly marks?: readonly CellMark[] | undefined;
  /** Cells of editable columns that are not. */
  readonly fixed?: readonly (readonly [row: number, column: number])[] | undefined;
}

/** The attribute `first`: the first block, for the sort and filter that it was made with. */
export interface FirstBlock {
  readonly block: GridBlock;
  readonly sort: readonly SortBy[];
  readonly filter: Filters;
}

/**
 * What a grid asks for: rows, the rendered cells of the rows with these keys and of no others, another sort and filter,
 * cells changed, the latest change undone, rows chosen and others not any more, or all that pass the filter.
 */
export type GridRequest =
  | readonly ["rows", from: number, to: number]
  | readonly ["look", keys: readonly RowKey[]]
  | readonly ["show", sort: readonly SortBy[], filter: Filters]
  | readonly ["edit", entries: readonly CellEntry[]]
  | readonly ["undo"]
  | readonly ["choose", on: readonly RowKey[], off: readonly RowKey[]]
  | readonly ["chooseAll", isChosen: boolean];

/** A cell that is to be changed: what was entered, as text or as the editor has it. */
export type CellEntry = readonly [key: RowKey, column: string, entered: CellValue];

/** What became of an entry: nothing if it was saved, else why it was refused. */
export type EntryResult = string | null;

/** The attribute `news`, which is set by a call and taken off once it is read. */
export type GridNews =
  /** Rows whose cells have changed, wherever they stand. */
  | { readonly kind: "cells"; readonly data: number; readonly rows: GridBlock; readonly flash: boolean }
  /** Rows came or went, or stand elsewhere. */
  | { readonly kind: "rows"; readonly data: number };
