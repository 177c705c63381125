import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import { contentName, type CellContent } from "./cell-content.ts";
import type { GridRow } from "./grid-row.ts";

/** `<tandem-grid-cell>`: where a cell of the grid shows what the server renders. The browser says when it is shown. */
export class ContentCell extends HTMLElement {
  #name: string | undefined;
  #source: CellContent | null = null;

  /** Shows another cell, or none. */
  show(name: string | undefined): void {
    if (name === this.#name) return;
    this.#leave();
    this.#name = name;
    this.#enter();
  }

  connectedCallback(): void {
    this.#enter();
  }

  disconnectedCallback(): void {
    if (!this.isConnected) this.#leave();
  }

  #enter(): void {
    if (this.#name === undefined || !this.isConnected || this.#source) return;
    const place = this.closest("tandem-grid")?.parentElement;
    this.#source = place?.querySelector<CellContent>(":scope > tandem-grid-cells") ?? null;
    this.#source?.show(this.#name, this);
  }

  #leave(): void {
    if (this.#name !== undefined) this.#source?.leave(this.#name, this);
    this.#source = null;
  }
}

/** Has AG Grid show such a cell. */
export class ContentRenderer implements ICellRendererComp {
  #cell!: ContentCell;

  init(params: ICellRendererParams<GridRow>): void {
    this.#cell = document.createElement("tandem-grid-cell") as ContentCell;
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#cell;
  }

  refresh({ data, column }: ICellRendererParams<GridRow>): boolean {
    this.#cell.show(data && contentName(data.id, column!.getColId()));
    return true;
  }
}
