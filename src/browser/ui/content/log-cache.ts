import type { LogRow } from "./log-rows.ts";

declare const Tandem: { makeRequest(name: string, ...args: unknown[]): Promise<unknown> };

/** Rows that are asked for together. */
const PAGE_ROWS = 100;
/** Pages kept; those not seen for longest go. */
const MAX_PAGES = 40;
const RETRY_AFTER = 1_000;

interface Page {
  rows: Map<number, LogRow>;
  /** Up to which position it was asked for: a page at the end has more later. */
  asked: number;
  isAsking: boolean;
}

/** The rows that a page of the browser has, by position, and asks for when they are wanted. */
export class LogCache {
  readonly #changed: () => void;
  #pages = new Map<number, Page>();
  #request = "";
  #generation = -1;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What to ask, and for which lines. */
  turnTo(request: string, generation: number): void {
    if (request === this.#request && generation === this.#generation) return;
    this.#request = request;
    this.#generation = generation;
    this.#pages = new Map();
  }

  /** The row at a position, if it is here; else it is asked for. `end` is where the rows end by now. */
  row(position: number, end: number): LogRow | undefined {
    const number = Math.floor(position / PAGE_ROWS);
    let page = this.#pages.get(number);
    if (page === undefined) page = { rows: new Map(), asked: 0, isAsking: false };
    else this.#pages.delete(number);
    this.#pages.set(number, page); // the last one seen
    const row = page.rows.get(position);
    if (row === undefined && !page.isAsking && page.asked <= position) void this.#ask(number, page, end);
    return row;
  }

  async #ask(number: number, page: Page, end: number): Promise<void> {
    const generation = this.#generation;
    const last = Math.min((number + 1) * PAGE_ROWS, end);
    const from = Math.max(number * PAGE_ROWS, page.asked);
    page.isAsking = true;
    try {
      const rows = (await Tandem.makeRequest(this.#request, generation, from, last - from)) as LogRow[] | null;
      if (generation !== this.#generation || rows === null) return;
      // Lines that were forgotten meanwhile are missing at the front.
      rows.forEach((row, index) => page.rows.set(last - rows.length + index, row));
      page.asked = last;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
    } finally {
      page.isAsking = false;
    }
    this.#forget();
    this.#changed();
  }

  #forget(): void {
    for (const number of this.#pages.keys()) {
      if (this.#pages.size <= MAX_PAGES) return;
      this.#pages.delete(number);
    }
  }
}
