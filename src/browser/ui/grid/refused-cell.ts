import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { CellState } from "./cell-states.ts";
import type { GridRow } from "./grid-row.ts";

/** What renderers of cells need, to say why one was refused. */
export interface RefusedParams {
  readonly stateOf: (row: GridRow) => CellState | undefined;
  /** The id of an element that says it. */
  readonly described: (problem: string) => string;
}

/**
 * Has a cell say why what was entered into it was refused: to who points at what it shows, and to who hears it read out.
 * AG Grid keeps the title of a cell to itself.
 */
export function markRefused(params: ICellRendererParams<GridRow>, shown: HTMLElement): void {
  const { data, eGridCell, stateOf, described } = params as ICellRendererParams<GridRow> & RefusedParams;
  const state = data && stateOf(data);
  if (state?.kind !== "refused") {
    shown.removeAttribute("title");
    return unmark(eGridCell);
  }
  shown.title = state.problem;
  eGridCell.setAttribute("aria-invalid", "true");
  eGridCell.setAttribute("aria-describedby", described(state.problem));
}

function unmark(cell: HTMLElement): void {
  cell.removeAttribute("aria-invalid");
  cell.removeAttribute("aria-describedby");
}

/** A cell whose entry was refused. It shows the text that it shows otherwise. */
export class RefusedCell implements ICellRendererComp {
  readonly #text = document.createElement("span");
  #cell!: HTMLElement;

  init(params: ICellRendererParams<GridRow>): void {
    this.#text.className = "tandem-grid-problem";
    this.#cell = params.eGridCell;
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#text;
  }

  refresh(params: ICellRendererParams<GridRow>): boolean {
    this.#text.textContent = params.valueFormatted ?? "";
    markRefused(params, this.#text);
    return true;
  }

  destroy(): void {
    unmark(this.#cell);
  }
}
