import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { CellValue, ColumnType } from "../../protocol/grid.ts";
import type { ReadonlySignal } from "../../reactive/signal.ts";
import type { Child } from "../../view/node.ts";

/** One of the values that a column of type `"select"` may have. */
export interface ColumnOption {
  value: string | number;
  label: string;
}

/** How one cell looks. */
export interface CellLook {
  class?: string;
  /** By the names of CSS: `{ "font-weight": 600 }`. */
  style?: Readonly<Record<string, string | number>>;
}

interface AnyColumn<Row, Value> {
  /** In the header; made of the key unless told. */
  title?: string;
  /** What its cells hold; `"text"` unless told. */
  type?: ColumnType;
  /** In pixels. */
  width?: number;
  /** Numbers stand at the end unless told, all else at the start. */
  align?: "start" | "center" | "end";
  /** Where people can sort by it, and filter it; `true` unless told. */
  sortable?: boolean;
  filterable?: boolean;
  /** Left out until somebody chooses it in the menu of columns. */
  hidden?: boolean;
  /** Stays in sight at this side while the others scroll. */
  pinned?: "start" | "end";
  /** What its cells show, where that is not the value itself. */
  format?: (value: Value, row: Row) => string;
  /** How a cell looks by its value; asked again after each change of the row. */
  look?: (value: Value, row: Row) => CellLook | undefined;
  /** What its cells are instead of text. Of a virtual table, those of rows in sight are built, and go with them. */
  render?: (row: ReadonlySignal<Row>) => Child;
  /** Of a column of type `"select"`; texts and numbers stand for themselves. */
  options?: readonly (string | number | ColumnOption)[];
}

/** What may be entered, checked on the server. */
export interface CellRules<Row, Value> {
  /** Whether its cells can be changed, or those of which rows; `false` unless told. */
  editable?: boolean | ((row: Row) => boolean);
  /** May not be emptied. Otherwise an empty cell is `null`, and an empty text `""`. */
  required?: boolean;
  /** Of numbers, and of dates as `"2026-11-26"`. */
  min?: number | string;
  max?: number | string;
  /** Of numbers: a multiple of it. */
  step?: number;
  /** Of text, in characters; 10,000 unless told. */
  maxLength?: number;
  /** The whole text must match; `patternMessage` says in words what is expected. */
  pattern?: RegExp;
  patternMessage?: string;
  /** A Standard Schema, as those of zod; what it makes of the value is the value. */
  schema?: StandardSchemaV1<unknown, Value>;
  /** Anything else: a sentence for the person if the value is not allowed. */
  validate?: (value: Value, row: Row) => string | undefined;
}

/** A column that shows a property of each row. */
export interface FieldColumn<Row, Key extends keyof Row & string>
  extends AnyColumn<Row, Row[Key]>, CellRules<Row, Row[Key]> {
  key: Key;
  id?: undefined;
}

/** A column that is worked out from each row. */
export interface ComputedColumn<Row> extends AnyColumn<Row, CellValue> {
  key?: undefined;
  /** Its name, where others have a key. */
  id: string;
  /** What its cells hold; nothing where it only renders. */
  value?: (row: Row) => CellValue;
}

/** A column of a {@link DataTable}: of a property (`key`), or worked out (`id` and `value`). */
export type Column<Row> =
  | { [Key in keyof Row & string]: FieldColumn<Row, Key> }[keyof Row & string]
  | ComputedColumn<Row>;
