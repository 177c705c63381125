import { TandemError } from "../../core/errors.ts";
import type { CellValue, ColumnType, GridOption } from "../../protocol/grid.ts";
import type { ReadonlySignal } from "../../reactive/signal.ts";
import { describe } from "../../view/attribute-kinds.ts";
import type { Child } from "../../view/node.ts";
import { styleText } from "../../view/style-text.ts";
import { listOf } from "../base/list-of.ts";
import { asOption } from "../choices/options.ts";
import type { CellLook, CellRules, Column, ColumnOption, ComputedColumn } from "./column.ts";

type AnyRules<Row> = CellRules<Row, unknown>;

/** A column as the table works with it: every choice made, every value as JSON has it. */
export class TableColumn<Row> {
  readonly name: string;
  readonly title: string;
  readonly type: ColumnType;
  readonly align: "start" | "center" | "end";
  readonly options: readonly GridOption[];
  /** Of a property: what to write; nothing for one that is worked out. */
  readonly key: string | undefined;
  readonly rules: AnyRules<Row>;
  readonly given: Column<Row>;
  readonly #format: ((value: unknown, row: Row) => string) | undefined;
  readonly #look: ((value: unknown, row: Row) => CellLook | undefined) | undefined;
  readonly #workOut: ((row: Row) => CellValue) | undefined;
  readonly #labels: ReadonlyMap<CellValue, string>;

  constructor(given: Column<Row>) {
    this.name = nameOf(given);
    this.given = given;
    this.key = given.key;
    this.title = given.title ?? titleOf(this.name);
    this.type = typeOf(given, this.name);
    this.align = given.align ?? (this.type === "number" ? "end" : "start");
    this.options = (given.options ?? []).map(optionOf);
    this.#labels = new Map(this.options.map(({ value, label }) => [value, label]));
    this.rules = (given.key === undefined ? {} : given) as AnyRules<Row>;
    this.#format = given.format as never;
    this.#look = given.look as never;
    this.#workOut = (given as Partial<ComputedColumn<Row>>).value;
    if (this.type === "select" && this.rules.editable && this.options.length === 0) {
      throw badColumn(`the column "${this.name}" to have options, as it is of type "select" and editable`);
    }
  }

  get sortable(): boolean {
    return this.given.sortable ?? !this.isOnlyRendered;
  }

  get filterable(): boolean {
    return this.given.filterable ?? !this.isOnlyRendered;
  }

  /** It holds nothing to sort, filter, copy or export. */
  get isOnlyRendered(): boolean {
    return this.key === undefined && this.#workOut === undefined;
  }

  /** Whether what it shows is not just its value. */
  get isFormatted(): boolean {
    return this.#format !== undefined || this.options.length > 0;
  }

  get render(): ((row: ReadonlySignal<Row>) => Child) | undefined {
    return this.given.render;
  }

  /** What it is worked out by, where it is. */
  get source(): ((row: Row) => CellValue) | undefined {
    return this.key === undefined ? (this.#workOut ?? nothing) : undefined;
  }

  /** What the row has here, as the app keeps it. */
  raw(row: Row): unknown {
    return this.key === undefined ? (this.#workOut?.(row) ?? null) : row[this.key as keyof Row];
  }

  /** What the row has here, as JSON has it. */
  value(row: Row): CellValue {
    return cellValue(this.raw(row), this.type);
  }

  /** What is shown of it. */
  text(row: Row): string {
    if (this.#format !== undefined) return String(this.#format(this.raw(row), row));
    const value = this.value(row);
    return this.#labels.get(value) ?? plainText(value);
  }

  look(row: Row): CellLook | undefined {
    return this.#look?.(this.raw(row), row);
  }

  /** The same for `class` and `style` attributes; nothing where it looks as the others do. */
  mark(row: Row): readonly [className: string, style: string] | undefined {
    const look = this.look(row);
    if (look === undefined) return undefined;
    return [look.class ?? "", look.style === undefined ? "" : styleText(look.style)];
  }

  /** Whether this row's cell can be changed. */
  isEditable(row: Row): boolean {
    const { editable } = this.rules;
    return typeof editable === "function" ? Boolean(editable(row)) : editable === true;
  }

  /** Whether any row's can. */
  get canBeEdited(): boolean {
    return Boolean(this.rules.editable);
  }
}

const nothing = (): null => null;

/** Columns as the table works with them. Throws a `TandemError` (`ui/bad-column`) for what is none. */
export function tableColumns<Row>(given: readonly Column<Row>[]): readonly TableColumn<Row>[] {
  const columns = listOf(given, "columns={…} of a DataTable").map((column) => new TableColumn(column));
  const names = new Set<string>();
  for (const { name } of columns) {
    if (names.has(name)) throw badColumn(`each column to have a key or id of its own`, `"${name}" twice`);
    names.add(name);
  }
  return columns;
}

const TYPES: readonly ColumnType[] = ["text", "number", "boolean", "date", "select"];

function typeOf<Row>({ type = "text" }: Column<Row>, name: string): ColumnType {
  if (TYPES.includes(type)) return type;
  throw badColumn(`the type of the column "${name}" to be one of ${TYPES.join(", ")}`, describe(type));
}

function nameOf<Row>(column: Column<Row>): string {
  if (typeof column !== "object" || column === null) {
    throw badColumn('each column to be an object, such as { key: "name" }', describe(column));
  }
  const name: unknown = column.key ?? column.id;
  if (typeof name === "string" && name !== "" && name !== "__proto__") return name;
  throw badColumn("a column to have a key (a property of the rows) or an id", describe(name));
}

/** "firstName" and "first_name" are "First name". */
function titleOf(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function optionOf(given: string | number | ColumnOption): GridOption {
  const { value, label } = asOption<string | number>(given);
  return { value, label };
}

/** Dates are texts here; what JSON cannot say is shown as text. */
export function cellValue(value: unknown, type: ColumnType): CellValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dateText(value, type);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  return String(value);
}

const dateText = (date: Date, type: ColumnType): string =>
  type === "date" ? date.toISOString().slice(0, 10) : date.toISOString();

export function plainText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return String(value);
}

const badColumn = (expected: string, got?: string): TandemError =>
  new TandemError(
    "ui/bad-column",
    `Expected ${expected}${got === undefined ? "" : `, but got ${got}`}. Look at the columns of this DataTable.`,
  );
