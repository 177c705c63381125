import type { IHeaderComp, IHeaderParams } from "ag-grid-community";
import { element } from "./make.ts";

interface AllRowsOptions {
  /** Chooses all rows that pass the filter, or none of them; rejects when that cannot be. */
  choose(isChosen: boolean): Promise<unknown>;
  /** How many rows are chosen, and how many there are. */
  counts(): { readonly chosen: number; readonly total: number };
}

/** The checkbox for all rows that pass the filter: the server knows which these are. */
export class AllRows {
  readonly #options: AllRowsOptions;
  readonly #box = element("input", "tandem-grid-check");

  constructor(options: AllRowsOptions) {
    this.#options = options;
    this.#box.type = "checkbox";
    // Its cell has the focus, and hands on the space bar.
    this.#box.tabIndex = -1;
    this.#box.setAttribute("aria-label", "Choose all rows");
    this.#box.onchange = () => this.#choose(this.#box.checked);
  }

  get box(): HTMLElement {
    return this.#box;
  }

  setDisabled(isDisabled: boolean): void {
    this.#box.disabled = isDisabled;
  }

  /** Other rows are chosen, or there. */
  show(): void {
    const { chosen, total } = this.#options.counts();
    this.#box.checked = chosen > 0 && chosen >= total;
    this.#box.indeterminate = chosen > 0 && chosen < total;
  }

  /** By Ctrl+A. */
  chooseAll(): void {
    if (!this.#box.disabled) this.#choose(true);
  }

  /** By the space bar. */
  toggle(): void {
    if (!this.#box.disabled) this.#choose(!this.#box.checked);
  }

  #choose(isChosen: boolean): void {
    // It shows what the server says, also where that is nothing new; which rows are chosen is followed a task later.
    void this.#options.choose(isChosen).finally(() => setTimeout(() => this.show()));
  }
}

/** Has AG Grid show that above the checkboxes of rows. */
export class AllRowsHeader implements IHeaderComp {
  #box!: HTMLElement;

  init({ all }: IHeaderParams & { readonly all?: AllRows }): void {
    this.#box = all!.box;
  }

  getGui(): HTMLElement {
    return this.#box;
  }

  refresh(): boolean {
    return true;
  }
}
