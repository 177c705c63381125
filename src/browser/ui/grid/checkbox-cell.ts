import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { GridRow } from "./grid-row.ts";
import { element } from "./make.ts";
import { markRefused } from "./refused-cell.ts";

type Params = ICellRendererParams<GridRow> & { readonly isOpen: (row: GridRow) => boolean };

/** Yes or no: a mark, changed by a click or the space bar where it can be. */
export class CheckboxCell implements ICellRendererComp {
  readonly #box = element("input", "tandem-grid-check");

  init(params: ICellRendererParams): void {
    this.#box.type = "checkbox";
    // The cell has the focus, and says what it is.
    this.#box.tabIndex = -1;
    this.#box.setAttribute("aria-hidden", "true");
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#box;
  }

  refresh(params: ICellRendererParams): boolean {
    const { data, value, isOpen } = params as Params;
    markRefused(params, this.#box);
    this.#box.hidden = data === undefined;
    this.#box.checked = value === true;
    this.#box.disabled = data === undefined || !isOpen(data);
    this.#box.onclick = (event) => {
      event.preventDefault();
      params.node.setDataValue(params.column!, value !== true, "edit");
    };
    return true;
  }
}
