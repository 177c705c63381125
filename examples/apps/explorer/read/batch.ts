/** A value as a file has it. */
export type Cell = string | number | boolean | null;

/** Some rows: a cell for each column that was known when they were read, in order. */
export interface Batch {
  /** Of all columns so far; later batches may have more. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly (Cell | undefined)[])[];
}

/** What was put right on the way, told once each. */
export class Notes {
  readonly #counts = new Map<string, { count: number; first: number }>();

  /** Notes something about a line or a record. */
  add(what: string, place: number): void {
    const known = this.#counts.get(what);
    if (known === undefined) this.#counts.set(what, { count: 1, first: place });
    else known.count++;
  }

  get texts(): string[] {
    return Array.from(this.#counts, ([what, { count, first }]) =>
      count === 1
        ? `Line ${first} ${what}.`
        : `${count.toLocaleString("en")} lines ${what}, the first is line ${first}.`,
    );
  }
}

export const MOST_COLUMNS = 500;
