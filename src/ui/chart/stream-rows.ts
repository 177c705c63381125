import { TandemError } from "../../core/errors.ts";
import { kindOf } from "../../core/kind-of.ts";
import type { StreamColumns, StreamRow } from "./stream-data.ts";

/** The values of a row in the order of the columns; gaps are `NaN`. Throws for what is no row of these columns. */
export function readRow(columns: readonly string[], row: StreamRow): number[] {
  if (typeof row !== "object" || row === null) throw unlike(columns, `a row that is ${kindOf(row)}`);
  return columns.map((name) => {
    if (!(name in row)) throw unlike(columns, `a row without ${name}`);
    return toNumber(columns, name, row[name]);
  });
}

/** Columns in their order, of one length. */
export function readColumns(columns: readonly string[], given: StreamColumns): ArrayLike<number>[] {
  if (typeof given !== "object" || given === null) throw unlike(columns, kindOf(given));
  const read = columns.map((name) => {
    const values = given[name];
    if (typeof values?.length !== "number") throw unlike(columns, `${kindOf(values)} for ${name}`);
    return values instanceof Float64Array ? values : Float64Array.from(values, (each) => toNumber(columns, name, each));
  });
  const lengths = read.map(({ length }) => length);
  if (new Set(lengths).size > 1) throw unlike(columns, `columns of ${lengths.join(", ")} values`);
  return read;
}

function toNumber(columns: readonly string[], name: string, value: unknown): number {
  if (typeof value === "number") return value;
  if (value === null || value === undefined) return Number.NaN;
  if (value instanceof Date) return value.getTime();
  throw unlike(columns, `${kindOf(value)} for ${name}`);
}

const unlike = (columns: readonly string[], got: string): TandemError =>
  new TandemError(
    "ui/stream-row",
    `Expected ${columns.join(", ")} to be numbers, dates, or null for a gap, as many of each, but got ${got}.`,
  );
