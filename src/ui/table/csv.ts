import type { RowsWanted, RowSource } from "./row-source.ts";
import { plainText, type TableColumn } from "./table-column.ts";

/** Rows that are read at a time. */
const PART = 1_000;

/**
 * Spreadsheets read these as the start of a formula, which could do anything: an apostrophe makes it text. Those as
 * wide as Chinese letters are read alike.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A table as a file for spreadsheets, part by part: all rows that are wanted, whichever are in sight. */
export async function* csvOf<Row>(
  columns: readonly TableColumn<Row>[],
  source: RowSource<Row>,
  wanted: RowsWanted<Row>,
): AsyncGenerator<string> {
  const written = columns.filter(({ isOnlyRendered }) => !isOnlyRendered);
  // The mark tells spreadsheets that it is UTF-8.
  yield `\uFEFF${lineOf(written.map(({ title }) => safeText(title)))}`;
  for (let from = 0; ; from += PART) {
    const rows = await source.rows({ ...wanted, from, to: from + PART });
    yield rows.map((row) => lineOf(written.map((column) => cellText(column, row)))).join("");
    if (rows.length < PART) return;
  }
}

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(",")}\r\n`;

/** Also where there is a sign that tells cells apart in other countries: what is behind it would begin a cell. */
const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const safeText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Values as they are, so that numbers stay numbers; of options, their labels. */
function cellText<Row>(column: TableColumn<Row>, row: Row): string {
  const value = column.value(row);
  if (typeof value === "number") return String(value);
  return safeText(column.type === "select" ? column.text(row) : plainText(value));
}
