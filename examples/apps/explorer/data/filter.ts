import type { Column } from "./column.ts";
import { columnNamed, numberText, type Frame } from "./frame.ts";
import { booleanOf, kindOfCell, numberOf, timeOf } from "./kinds.ts";

/** What a filter asks of a column. */
export type Question =
  | "contains"
  | "is"
  | "is not"
  | "at least"
  | "at most"
  | "is empty"
  | "is not empty";

export interface Filter {
  readonly column: string;
  readonly question: Question;
  /** As it was entered. */
  readonly value: string;
}

/** Which questions make sense of a type. */
export function questionsOf({
  type,
}: Pick<Column, "type">): readonly Question[] {
  if (type === "text" || type === "category")
    return ["contains", "is", "is not", "is empty", "is not empty"];
  if (type === "boolean") return ["is", "is empty", "is not empty"];
  return ["at least", "at most", "is", "is not", "is empty", "is not empty"];
}

/** Why a filter cannot be asked; nothing if it can. */
export function problemOf(
  frame: Frame,
  { column: name, question, value }: Filter,
): string | undefined {
  const column = columnNamed(frame, name);
  if (column === undefined) return `There is no column “${name}”.`;
  if (!questionsOf(column).includes(question))
    return `“${question}” cannot be asked of ${name}.`;
  if (
    question === "is empty" ||
    question === "is not empty" ||
    column.words !== null
  )
    return undefined;
  return Number.isNaN(asNumber(column, value))
    ? `Please enter ${EXAMPLES[column.type] ?? "a number"}.`
    : undefined;
}

const EXAMPLES: Partial<Record<Column["type"], string>> = {
  date: "a date, such as 2024-05-31",
  boolean: "yes or no",
};

/** Rows by number that pass all filters, in order, with other work between. */
export async function filteredRows(
  frame: Frame,
  filters: readonly Filter[],
  signal: AbortSignal,
): Promise<Uint32Array> {
  const tests = filters.map((filter) =>
    testOf(columnNamed(frame, filter.column)!, filter),
  );
  const rows = new Uint32Array(frame.rowCount);
  let count = 0;
  for (let row = 0; row < frame.rowCount; row++) {
    if (row % 200_000 === 199_999) await paused(signal);
    if (tests.every((test) => test(row))) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

export async function paused(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

function testOf(
  column: Column,
  { question, value }: Filter,
): (row: number) => boolean {
  const isEmpty =
    column.words === null
      ? emptyNumber(column.numbers!)
      : wordTest(column, (word) => word === "");
  if (question === "is empty") return isEmpty;
  if (question === "is not empty") return (row) => !isEmpty(row);
  return column.words === null
    ? numberTest(column, question, value)
    : wordTest(column, wordQuestion(question, value));
}

const emptyNumber = (numbers: Float64Array) => (row: number) =>
  Number.isNaN(numbers[row]);

function numberTest(
  column: Column,
  question: Question,
  value: string,
): (row: number) => boolean {
  const numbers = column.numbers!;
  const asked = asNumber(column, value);
  switch (question) {
    case "at least":
      return (row) => numbers[row]! >= asked;
    case "at most":
      return (row) => numbers[row]! <= asked;
    case "is not":
      return (row) => numbers[row] !== asked;
    default:
      return (row) => numbers[row] === asked;
  }
}

function wordQuestion(
  question: Question,
  value: string,
): (word: string) => boolean {
  const asked = value.toLowerCase();
  if (question === "contains")
    return (word) => word.toLowerCase().includes(asked);
  return question === "is"
    ? (word) => word.toLowerCase() === asked
    : (word) => word.toLowerCase() !== asked;
}

/** Each different word is asked about once. */
function wordTest(
  { words }: Column,
  test: (word: string) => boolean,
): (row: number) => boolean {
  const { codes } = words!;
  if (codes === null) return (row) => test(words!.at(row));
  const answers = Uint8Array.from(words!.words, (word) => Number(test(word)));
  return (row) => answers[codes[row]!] === 1;
}

function asNumber({ type }: Column, value: string): number {
  const text = value.trim();
  if (type === "date") return timeOf(text);
  const kind = kindOfCell(text);
  if (type === "boolean")
    return kind === "boolean" ? Number(booleanOf(text)) : NaN;
  return kind === "integer" || kind === "number" ? numberOf(text) : NaN;
}

/** A filter in words. */
export const filterText = ({ column, question, value }: Filter): string =>
  question === "is empty" || question === "is not empty"
    ? `${column} ${question}`
    : `${column} ${question} ${value}`;

/** A number of a column as it is entered in a filter. */
export const asValue = (column: Column, value: number): string =>
  column.type === "date"
    ? numberText(column, Math.round(value))
    : String(Number(value.toPrecision(12)));
