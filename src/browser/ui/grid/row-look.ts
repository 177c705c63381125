import type { GridApi } from "ag-grid-community";
import { GRID_LIMITS, type RowKey } from "../../../protocol/grid.ts";
import type { BlockStore } from "./block-store.ts";
import type { Ask } from "./grid-request.ts";
import type { GridRow } from "./grid-row.ts";

/** Milliseconds until a word that was refused is said again. */
const AGAIN = 500;
/** Rows beyond those that AG Grid has ready on either side. */
const AHEAD = 15;

interface LookOptions {
  readonly api: GridApi<GridRow>;
  readonly ask: Ask;
  readonly store: BlockStore;
}

/** Tells the server of which rows the grid shows rendered cells, or is about to: it has no others. */
export class RowLook {
  readonly #options: LookOptions;
  /** What it was told last. */
  #told: ReadonlySet<string> = new Set();
  #isTelling = false;
  /** Rows have come or gone meanwhile. */
  #isDue = false;
  /** What it was told may hold rows that are gone. */
  #isAnew = false;
  #isOver = false;

  constructor(options: LookOptions) {
    this.#options = options;
  }

  /**
   * Rows may have come in sight; or others are there than before, so that the server may forget some. One word is under
   * way at a time: of a long way only the end counts.
   */
  update({ isAnew = false } = {}): void {
    if (isAnew) this.#isAnew = true;
    if (this.#isTelling) {
      this.#isDue = true;
      return;
    }
    const shown = this.#shown();
    if (!this.#isAnew && shown.every(({ data }) => this.#told.has(data.id))) return;
    this.#isAnew = false;
    const rows = [...shown.map(({ data }) => data), ...this.#ahead(shown.map(({ rowIndex }) => rowIndex))];
    const wanted = new Map(rows.slice(0, GRID_LIMITS.looked).map(({ id, key }) => [id, key]));
    if (wanted.size !== this.#told.size || ![...wanted.keys()].every((id) => this.#told.has(id))) {
      void this.#tell(wanted);
    }
  }

  stop(): void {
    this.#isOver = true;
  }

  #shown(): { data: GridRow; rowIndex: number }[] {
    return this.#options.api
      .getRenderedNodes()
      .flatMap(({ data, rowIndex }) => (data && rowIndex !== null ? [{ data, rowIndex }] : []));
  }

  async #tell(rows: ReadonlyMap<string, RowKey>): Promise<void> {
    this.#isTelling = true;
    this.#isDue = false;
    this.#told = new Set(rows.keys());
    try {
      await this.#options.ask("look", [...rows.values()]);
    } catch {
      // As where too much is asked for at once.
      this.#told = new Set();
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
      this.#isDue = true;
    }
    this.#isTelling = false;
    if (this.#isDue && !this.#isOver) this.update();
  }

  /** Those that the page has. */
  #ahead(shown: readonly number[]): GridRow[] {
    const [first, last] = [Math.min(...shown), Math.max(...shown)];
    const rows: GridRow[] = [];
    for (let step = 1; step <= AHEAD; step++) {
      for (const at of [last + step, first - step]) {
        const row = at < 0 ? undefined : this.#options.store.rowAt(at);
        if (row) rows.push(row);
      }
    }
    return rows;
  }
}
