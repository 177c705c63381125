import { GRID_LIMITS, type CellValue } from "../../protocol/grid.ts";
import { isPromiseLike } from "../../reactive/promises.ts";
import { MESSAGES } from "../base/messages.ts";
import { numberProblem, parseNumber } from "../inputs/number-rules.ts";
import { temporalProblem } from "../inputs/temporal-rules.ts";
import { textRules } from "../inputs/text-rules.ts";
import type { TableColumn } from "./table-column.ts";

/** What was entered, as the app keeps it; or why it is not allowed, for the person. */
export type Checked = { readonly value: unknown; readonly problem?: undefined } | { readonly problem: string };

const SAYS_YES = new Set(["true", "yes", "y", "1", "x", "✓"]);
const SAYS_NO = new Set(["false", "no", "n", "0", ""]);

/** Reads what was entered into a cell, typed, chosen or pasted, by all rules of its column. */
export async function checkEntry<Row>(column: TableColumn<Row>, row: Row, entered: CellValue): Promise<Checked> {
  const read = readEntry(column, entered);
  if (read.problem !== undefined) return read;
  const kept = { value: asKept(column, row, read.value as CellValue) };
  const bySchema = await checkSchema(column, kept.value);
  if (bySchema.problem !== undefined) return bySchema;
  const problem = column.rules.validate?.(bySchema.value, row);
  return problem === undefined ? bySchema : { problem };
}

/** By the column's type and bounds alone. */
function readEntry<Row>(column: TableColumn<Row>, entered: CellValue): Checked {
  const text = typeof entered === "string" ? entered : entered === null ? "" : String(entered);
  if (text.trim() === "" && column.type !== "boolean") return readEmpty(column);
  return READERS[column.type](column as TableColumn<unknown>, text);
}

const readEmpty = ({ rules, type }: Pick<TableColumn<never>, "rules" | "type">): Checked =>
  rules.required ? { problem: MESSAGES.required } : { value: type === "text" ? "" : null };

type Reader = (column: TableColumn<unknown>, text: string) => Checked;

const READERS: Record<TableColumn<unknown>["type"], Reader> = {
  text({ rules }, text) {
    const { check } = textRules({ ...rules, maxLength: rules.maxLength ?? GRID_LIMITS.text });
    return allowed(text, check?.(text));
  },
  number({ rules: { min, max, step } }, text) {
    const value = parseNumber(text.trim());
    if (value === undefined) return { problem: MESSAGES.number };
    return allowed(value, numberProblem(value, { ...numeric({ min, max }), ...(step === undefined ? {} : { step }) }));
  },
  boolean(_, text) {
    const word = text.trim().toLowerCase();
    if (SAYS_YES.has(word)) return { value: true };
    return SAYS_NO.has(word) ? { value: false } : { problem: "Please say yes or no." };
  },
  date({ rules: { min, max } }, text) {
    const day = text.trim();
    return allowed(day, temporalProblem("date", day, { min: textual(min), max: textual(max) }));
  },
  select({ options }, text) {
    const chosen =
      options.find(({ value }) => String(value) === text) ??
      options.find(({ label }) => label.toLowerCase() === text.trim().toLowerCase());
    return chosen === undefined ? { problem: MESSAGES.notOffered } : { value: chosen.value };
  },
};

const allowed = (value: CellValue, problem: string | undefined): Checked =>
  problem === undefined ? { value } : { problem };

type Bound = number | string | undefined;

/** Those bounds that are numbers. */
const numeric = (bounds: Readonly<Record<string, Bound>>) =>
  Object.fromEntries(Object.entries(bounds).filter(([, bound]) => typeof bound === "number")) as Record<string, number>;

const textual = (bound: Bound): string | undefined => (typeof bound === "string" ? bound : undefined);

/** A row that keeps its days as `Date` goes on doing so. */
const asKept = <Row>(column: TableColumn<Row>, row: Row, value: CellValue): unknown =>
  column.type === "date" && typeof value === "string" && column.raw(row) instanceof Date ? new Date(value) : value;

async function checkSchema<Row>({ rules: { schema } }: TableColumn<Row>, value: unknown): Promise<Checked> {
  if (schema === undefined) return { value };
  const checked = schema["~standard"].validate(value);
  const result = isPromiseLike(checked) ? await checked : checked;
  return result.issues === undefined
    ? { value: result.value }
    : { problem: result.issues[0]?.message ?? MESSAGES.pattern };
}
