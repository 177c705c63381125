import { TandemError } from "../../core/errors.ts";
import { describe } from "../../view/attribute-kinds.ts";

/** What a cell can hold; `null` and `undefined` are gaps. */
export type ChartValue = string | number | boolean | Date | null | undefined;

/** Rows, or columns of equal length by their names. */
export type ChartData = readonly object[] | Readonly<Record<string, ArrayLike<ChartValue>>>;

/** The names of the columns that data has. */
export type ColumnOf<Data> = Data extends readonly (infer Row)[] ? keyof Row & string : keyof Data & string;

/** One of its rows, where it has rows. */
export type RowOf<Data> = Data extends readonly (infer Row)[] ? Row : undefined;

/** A column as it is read: by position, without a copy where there is a column. */
export interface Column {
  readonly name: string;
  readonly length: number;
  at(row: number): ChartValue;
}

/** Reads columns of either shape of data. */
export class DataReader {
  readonly length: number;
  readonly #data: ChartData;

  constructor(data: ChartData) {
    this.#data = data;
    this.length = isRows(data) ? data.length : Math.max(0, ...lengthsOf(data));
  }

  column(name: string): Column {
    const data = this.#data;
    const { length } = this;
    if (isRows(data)) return { name, length, at: (row) => (data[row] as Record<string, ChartValue>)[name] };
    const values = Object.hasOwn(data, name) ? data[name]! : [];
    return { name, length, at: (row) => values[row] };
  }

  /** Whether any row has it. */
  has(name: string): boolean {
    const data = this.#data;
    return isRows(data) ? data.some((row) => Object.hasOwn(row, name)) : Object.hasOwn(data, name);
  }

  row(index: number): object | undefined {
    return isRows(this.#data) ? this.#data[index] : undefined;
  }
}

/** Throws a `TandemError` (`ui/chart-data`) for what are no columns. */
function lengthsOf(data: Exclude<ChartData, readonly object[]>): number[] {
  if (typeof data !== "object" || data === null) throw badData("the data of a chart to be rows or columns", data);
  return Object.entries(data).map(([name, column]: [string, ArrayLike<ChartValue> | null]) => {
    if (typeof column?.length === "number") return column.length;
    throw badData(`the column "${name}" of a chart's data to be an array`, column);
  });
}

const badData = (expected: string, got: unknown) =>
  new TandemError(
    "ui/chart-data",
    `Expected ${expected}, but got ${describe(got)}. Give rows, as [{ day: 1, price: 5 }], or columns, as { day: [1], price: [5] }.`,
  );

const isRows = (data: ChartData): data is readonly object[] => Array.isArray(data);
