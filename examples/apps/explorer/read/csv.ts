import { Parser, type Options } from "csv-parse";
import type { TransformOptions } from "node:stream";
import { MOST_COLUMNS, type Batch, type Notes } from "./batch.ts";
import { FileProblem } from "./problem.ts";

/** A field cannot be longer: a quote that nobody closed would take the rest of the file. */
const LONGEST_RECORD = 1_000_000;
const DELIMITERS = [",", ";", "\t", "|"];

/** What separates the fields: whatever the first lines have most evenly. */
export function guessDelimiter(start: string): string {
  const lines = start
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\r|\n/)
    .slice(0, 20)
    .filter((line) => line.trim() !== "");
  if (lines.length > 2) lines.pop();
  let [best, most] = [",", 0];
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    const even =
      counts.filter((count) => count === first).length /
      Math.max(1, counts.length);
    const score = first === 0 ? 0 : even * 10 + Math.min(first, 50) / 50;
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

/** The rows of a CSV file, some at a time. The first one names the columns. */
export async function* readCsv(
  texts: AsyncIterable<string>,
  notes: Notes,
): AsyncGenerator<Batch> {
  let parser: Parser | undefined;
  let names: string[] | undefined;
  let line = 1;
  const take = (): Batch | undefined => {
    const rows: string[][] = [];
    for (
      let row: string[] | null;
      (row = parser!.read() as string[] | null) !== null;
      line++
    ) {
      if (names === undefined) names = columnNames(row);
      else rows.push(evened(row, { count: names.length, line, notes }));
    }
    return names === undefined || rows.length === 0
      ? undefined
      : { names, rows };
  };
  // The parser counts what is in fields, and there may be nothing in any number of them.
  const length = { sinceLine: 0, lines: 0 };
  for await (const text of texts) {
    parser ??= startParser(guessDelimiter(text));
    await written(parser, text);
    const { lines } = parser.info;
    length.sinceLine =
      lines === length.lines ? length.sinceLine + text.length : 0;
    length.lines = lines;
    if (length.sinceLine > LONGEST_RECORD) throw tooLong(lines);
    const batch = take();
    if (batch !== undefined) yield batch;
  }
  if (parser === undefined) return;
  await ended(parser);
  yield take() ?? { names: names ?? [], rows: [] };
}

function startParser(delimiter: string): Parser {
  const options: Options & TransformOptions = {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    // All that one piece of text holds is read before the next is written.
    readableHighWaterMark: 1_000_000,
  };
  // What fails is told by the write that it fails.
  return new Parser(options).on("error", () => {});
}

const written = (parser: Parser, text: string): Promise<void> =>
  new Promise((resolve, reject) =>
    parser.write(text, (error) =>
      error ? reject(explained(error)) : resolve(),
    ),
  );

const ended = (parser: Parser): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.once("error", (error) => reject(explained(error)));
    parser.end(resolve);
  });

function explained(error: Error & { code?: string; lines?: number }): Error {
  const place = error.lines === undefined ? "" : ` near line ${error.lines}`;
  if (
    error.code === "CSV_MAX_RECORD_SIZE" ||
    error.code === "CSV_QUOTE_NOT_CLOSED"
  ) {
    return new FileProblem(
      `A quotation mark${place} is opened and never closed, so where fields end cannot be told.`,
    );
  }
  return new FileProblem(
    `This cannot be read as CSV${place}: ${error.message}`,
  );
}

const tooLong = (line: number): FileProblem =>
  new FileProblem(
    `Line ${line} is longer than 1 MB. Is this a table, with a line for each row?`,
  );

/** Every column has a name of its own. */
function columnNames(row: readonly string[]): string[] {
  if (row.length > MOST_COLUMNS)
    throw new FileProblem(
      `The first line has ${row.length} columns; up to ${MOST_COLUMNS} can be read.`,
    );
  const taken = new Set<string>();
  return row.map((cell, at) => {
    const name = cell.trim().slice(0, 200) || `Column ${at + 1}`;
    let free = name;
    for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
    taken.add(free);
    return free;
  });
}

/** Missing fields are empty; what is too much is left out, and said. */
function evened(
  row: string[],
  { count, line, notes }: { count: number; line: number; notes: Notes },
): string[] {
  if (row.length < count)
    notes.add(`had fewer than ${count} fields; the rest is empty`, line);
  if (row.length > count)
    notes.add(
      `had more than ${count} fields; what was too much is left out`,
      line,
    );
  return row.length > count ? row.slice(0, count) : row;
}
