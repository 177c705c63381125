import type { GridApi } from "ag-grid-community";
import type { GridRow } from "./grid-row.ts";

/** A cell by where it stands. */
export interface CellPlace {
  readonly row: number;
  readonly column: string;
}

/** A rectangle of cells: its rows, both included, and its columns from start to end. */
export interface CellArea {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly string[];
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cells that are marked to be copied, pasted over or emptied: from where it began to where it has come. */
export class CellRange {
  readonly #api: GridApi<GridRow>;
  #from: CellPlace | undefined;
  #to: CellPlace | undefined;
  #columns: ReadonlySet<string> = new Set();

  constructor(api: GridApi<GridRow>) {
    this.#api = api;
  }

  /** One cell alone is not marked: the focus says where it is. */
  has(row: number, column: string): boolean {
    const { area } = this;
    if (!this.#to || !area) return false;
    return row >= area.first && row <= area.last && this.#columns.has(column);
  }

  /** What is marked, or else the cell with the focus. */
  get area(): CellArea | undefined {
    const from = this.#from ?? this.#focused();
    if (!from) return undefined;
    const to = this.#to ?? from;
    const names = this.#names();
    const [a, b] = [names.indexOf(from.column), names.indexOf(to.column)];
    if (a < 0 || b < 0) return undefined;
    return {
      first: Math.min(from.row, to.row),
      last: Math.max(from.row, to.row),
      columns: names.slice(Math.min(a, b), Math.max(a, b) + 1),
    };
  }

  /** The names of the columns that are shown, in their order. */
  names(): readonly string[] {
    return this.#names();
  }

  /** Begins anew at a cell. */
  begin(place: CellPlace): void {
    const wasMarked = this.#to !== undefined;
    this.#from = place;
    this.#to = undefined;
    if (wasMarked) this.#show();
  }

  /** A cell got the focus: it begins there, unless it was led there. */
  focused(place: CellPlace): void {
    if (this.#to?.row !== place.row || this.#to.column !== place.column) this.begin(place);
  }

  /** Only where the focus is goes on. */
  forget(): void {
    const from = this.#focused();
    if (from) this.begin(from);
  }

  /** Goes on to a cell. */
  extend(to: CellPlace): void {
    this.#from ??= this.#focused();
    if (!this.#from || (this.#to?.row === to.row && this.#to.column === to.column)) return;
    this.#to = to;
    this.#show();
  }

  /** Goes on by a key. Answers whether it was one for that. */
  step(key: string): boolean {
    const step = STEPS[key];
    const from = this.#to ?? this.#from ?? this.#focused();
    if (!step || !from) return false;
    const names = this.#names();
    const rtl = this.#api.getGridOption("enableRtl") ? -1 : 1;
    const column = names[clamp(names.indexOf(from.column) + step[1] * rtl, names.length)];
    const row = clamp(from.row + step[0], this.#api.getDisplayedRowCount());
    if (column !== undefined) this.extend({ row, column });
    this.#api.ensureIndexVisible(row);
    return true;
  }

  #focused(): CellPlace | undefined {
    const cell = this.#api.getFocusedCell();
    return cell ? { row: cell.rowIndex, column: cell.column.getColId() } : undefined;
  }

  #names(): string[] {
    // AG Grid has columns of its own, such as that of the checkboxes.
    return this.#api
      .getAllDisplayedColumns()
      .map((column) => column.getColId())
      .filter((name) => !name.startsWith("ag-Grid-"));
  }

  #show(): void {
    this.#columns = new Set(this.area?.columns);
    this.#api.refreshCells({ force: true, suppressFlash: true });
  }
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));
