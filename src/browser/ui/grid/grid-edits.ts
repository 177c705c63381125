import type { GridApi } from "ag-grid-community";
import {
  GRID_LIMITS,
  type CellEntry,
  type CellValue,
  type EntryResult,
  type GridColumn,
} from "../../../protocol/grid.ts";
import type { BlockStore } from "./block-store.ts";
import type { CellRange } from "./cell-range.ts";
import type { CellStates } from "./cell-states.ts";
import { problemOf, type Ask } from "./grid-request.ts";
import type { GridRow } from "./grid-row.ts";
import { cellText } from "./cell-text.ts";
import { fromTabSeparated, toTabSeparated } from "./tab-separated.ts";

interface EditsOptions {
  readonly api: GridApi<GridRow>;
  readonly ask: Ask;
  readonly store: BlockStore;
  readonly states: CellStates;
  readonly range: CellRange;
  readonly columns: readonly GridColumn[];
  isOpen(row: GridRow, at: number): boolean;
  /** Tells the person. */
  say(text: string): void;
}

/** Changes that the person makes: sends them, and shows how that goes. */
export class GridEdits {
  readonly #options: EditsOptions;

  constructor(options: EditsOptions) {
    this.#options = options;
  }

  /** Changes cells together. */
  async enter(entries: readonly CellEntry[]): Promise<void> {
    const { ask, states, say } = this.#options;
    if (entries.length === 0) return;
    if (entries.length > GRID_LIMITS.cells) {
      return say(`These are ${entries.length} cells. Change at most ${GRID_LIMITS.cells} at a time.`);
    }
    for (const entry of entries) states.saving(entry);
    this.#refresh();
    let results: readonly EntryResult[];
    try {
      results = await ask<readonly EntryResult[]>("edit", entries);
    } catch (error) {
      const problem = messageOf(error);
      results = entries.map(() => problem);
    }
    for (const [at, entry] of entries.entries()) states.settle(entry, results[at] ?? null);
    this.#refresh();
    this.tellRefused(entries.length);
  }

  /** Says how many cells are marked as refused, and why the first is; `of` so many that were changed at once. */
  tellRefused(of = 0): void {
    const { states, store, say } = this.#options;
    const problems = states.problems(store.ids());
    const [first = ""] = problems;
    if (problems.length <= 1) return say(first);
    const all = problems.length <= of ? `${problems.length} of ${of} cells` : `${problems.length} cells`;
    say(`${all} were not changed. The first: ${first}`);
  }

  async undo(): Promise<void> {
    const { ask, say } = this.#options;
    const problem = await ask<EntryResult>("undo").catch(messageOf);
    if (problem === null) this.tellRefused();
    else say(problem);
  }

  /**
   * The marked cells, as a spreadsheet takes them; nothing where the page lacks some of the rows, as browsers let nobody
   * write their clipboard later.
   */
  copy(): string | undefined {
    const { range, store, columns } = this.#options;
    const { area } = range;
    if (!area) return undefined;
    const rows: GridRow[] = [];
    for (let at = area.first; at <= area.last; at++) {
      const row = store.rowAt(at);
      if (!row) return undefined;
      rows.push(row);
    }
    return this.#text(
      rows,
      area.columns.map((name) => columns.findIndex((column) => column.name === name)),
    );
  }

  /** Cells of a spreadsheet go over those from the first marked one on; a single one goes over all that are marked. */
  async paste(text: string): Promise<void> {
    const { range, store } = this.#options;
    const { area } = range;
    if (!area || text === "") return;
    const cells = fromTabSeparated(text);
    const isOne = cells.length === 1 && cells[0]!.length === 1;
    const height = isOne ? area.last - area.first + 1 : cells.length;
    const names = range.names();
    const start = names.indexOf(area.columns[0]!);
    const over = isOne ? area.columns : names.slice(start, start + Math.max(...cells.map((line) => line.length)));
    const rows = await this.#rows(area.first, Math.min(area.first + height, store.total));
    await this.enter(
      rows.flatMap((row, down) =>
        over.flatMap((name, right) => {
          const entered = isOne ? cells[0]![0] : cells[down]?.[right];
          return entered === undefined ? [] : this.#entry(row, name, entered);
        }),
      ),
    );
  }

  /** Empties the marked cells. */
  async erase(): Promise<void> {
    const { area } = this.#options.range;
    if (!area) return;
    const rows = await this.#rows(area.first, area.last + 1);
    await this.enter(rows.flatMap((row) => area.columns.flatMap((name) => this.#entry(row, name, null))));
  }

  /** None, where others have come in their place before all of them were there. */
  async #rows(from: number, to: number): Promise<readonly GridRow[]> {
    const { store, say } = this.#options;
    try {
      return await store.range(from, to);
    } catch {
      say("These rows have changed meanwhile. Please try again.");
      return [];
    }
  }

  /** Of cells that can be changed. */
  #entry(row: GridRow, name: string, entered: CellValue): CellEntry[] {
    const at = this.#options.columns.findIndex((column) => column.name === name);
    return at >= 0 && this.#options.isOpen(row, at) ? [[row.key, name, entered]] : [];
  }

  #text(rows: readonly GridRow[], places: readonly number[]): string {
    const { columns } = this.#options;
    return toTabSeparated(rows.map((row) => places.map((at) => cellText(columns[at]!, row.values[at]))));
  }

  #refresh(): void {
    this.#options.api.refreshCells({ force: true, suppressFlash: true });
  }
}

const messageOf = (error: unknown): string => problemOf(error, "This could not be saved.");
