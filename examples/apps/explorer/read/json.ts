import { MOST_COLUMNS, type Batch, type Cell, type Notes } from "./batch.ts";
import { JsonElements } from "./json-elements.ts";
import { FileProblem } from "./problem.ts";

/** The records of a list of JSON, or of JSON Lines, some at a time: columns are the names in them, as they come. */
export async function* readJson(
  texts: AsyncIterable<string>,
  notes: Notes,
): AsyncGenerator<Batch> {
  const elements = new JsonElements();
  const records = new Records(notes);
  for await (const text of texts) {
    for (const element of elements.push(text)) records.add(element);
    yield records.take();
  }
  for (const element of elements.end()) records.add(element);
  yield records.take();
}

class Records {
  readonly #notes: Notes;
  readonly #places = new Map<string, number>();
  #rows: (Cell | undefined)[][] = [];
  #count = 0;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  add(text: string): void {
    const record = parsed(text, ++this.#count);
    if (
      typeof record !== "object" ||
      record === null ||
      Array.isArray(record)
    ) {
      if (this.#count === 1)
        throw new FileProblem(
          'A list of objects is needed, such as [{ "name": "Ada" }], or an object on each line.',
        );
      return this.#notes.add("are no objects; they are left out", this.#count);
    }
    const row: (Cell | undefined)[] = [];
    for (const [name, value] of Object.entries(record))
      row[this.#placeOf(name)] = cellOf(value, this.#count);
    this.#rows.push(row);
  }

  take(): Batch {
    const rows = this.#rows;
    this.#rows = [];
    return { names: [...this.#places.keys()], rows };
  }

  #placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.#places.size;
    if (place >= MOST_COLUMNS)
      throw new FileProblem(
        `The records have more than ${MOST_COLUMNS} different names.`,
      );
    this.#places.set(name, place);
    return place;
  }
}

function parsed(text: string, record: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileProblem(
      `Record ${record} is no JSON: ${error instanceof Error ? error.message.slice(0, 200) : ""}`,
    );
  }
}

/** What is no single value is shown as JSON. */
function cellOf(value: unknown, record: number): Cell {
  if (typeof value !== "object" || value === null) return value as Cell;
  try {
    return JSON.stringify(value);
  } catch {
    // It can be read as deep as it likes, but not written.
    throw new FileProblem(`Record ${record} is nested too deep to be shown.`);
  }
}
