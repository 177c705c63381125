import type { DownMessage } from "../../src/protocol/frames.ts";
import type { StreamSource } from "../../src/ui/chart/stream-data.ts";

/** Rows that an app of the simulation adds to; few are kept, so that much of it rolls away. */
export const ROWS = { columns: ["tick", "half"], rollover: 25 } as const;

/** Changes the rows as streams change: mostly by one more, now and then by many, by another last one, or from the start. */
export function growRows(rows: StreamSource, tick: number): void {
  const row = (step: number) => ({ tick: tick + step / 100, half: tick / 2 });
  if (tick % 5 === 0) rows.replaceLast(row(1));
  else if (tick % 7 === 0) rows.push(...Array.from({ length: 40 }, (_, step) => row(step)));
  else rows.push(row(0));
  if (tick % 23 === 0) rows.clear();
}

/** What there is now, in the one form in which rows are compared. */
export function rowsText(rows: StreamSource): string {
  const [ticks, halves] = ROWS.columns.map((name) => rows.column(name));
  return Array.from(ticks!, (tick, index) => `${tick} ${halves![index]}`).join("\n");
}

/** The rows of a client, made of its messages as PROTOCOL.md has it, sharing no code with the browser's runtime. */
export class ModelRows {
  #start = 0;
  #rows: string[] = [];

  take([, , , args, arrays]: Extract<DownMessage, ["data", ...unknown[]]>, body: ArrayBuffer): void {
    const from = args[0] as number;
    const [[, count]] = arrays as [[string, number]];
    const added = Array.from({ length: count }, (_, index) => {
      const values = ROWS.columns.map((_column, column) =>
        new DataView(body).getFloat64(8 * (column * count + index), true),
      );
      return values.join(" ");
    });
    const continues = from >= this.#start && from <= this.#start + this.#rows.length;
    if (!continues) this.#start = from;
    const rows = continues ? [...this.#rows.slice(0, from - this.#start), ...added] : added;
    this.#rows = rows.slice(-ROWS.rollover);
    this.#start += rows.length - this.#rows.length;
  }

  toString(): string {
    return this.#rows.join("\n");
  }
}
