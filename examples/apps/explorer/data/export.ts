import { plainAt, type Frame } from "./frame.ts";

const PIECE = 2_000;

/** Rows as CSV, a piece at a time. */
export function* csvOf(
  { columns }: Frame,
  rows: Uint32Array,
): Generator<string> {
  yield `${columns.map(({ name }) => quoted(name)).join(",")}\r\n`;
  for (let start = 0; start < rows.length; start += PIECE) {
    const lines = Array.from(rows.subarray(start, start + PIECE), (row) =>
      columns
        .map((column) => quoted(String(plainAt(column, row) ?? "")))
        .join(","),
    );
    yield `${lines.join("\r\n")}\r\n`;
  }
}

/** Rows as a list of JSON, a piece at a time. */
export function* jsonOf(
  { columns }: Frame,
  rows: Uint32Array,
): Generator<string> {
  yield "[";
  for (let start = 0; start < rows.length; start += PIECE) {
    const records = Array.from(rows.subarray(start, start + PIECE), (row) =>
      JSON.stringify(
        Object.fromEntries(
          columns.map((column) => [column.name, plainAt(column, row)]),
        ),
      ),
    );
    yield `${start === 0 ? "" : ","}\n${records.join(",\n")}`;
  }
  yield "\n]\n";
}

/** In quotes where it must be; spreadsheets take what begins like this for a formula, and get an apostrophe before it. */
function quoted(text: string): string {
  const safe = /^[=@\t\r]|^[+-](?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
