import type { GridApi, IRowNode, RowSelectedEvent } from "ag-grid-community";
import type { RowKey } from "../../../protocol/grid.ts";
import type { GridRow } from "./grid-row.ts";

/** Which rows are chosen, whether the page has them or not: AG Grid knows only those that it has. */
export class RowMarks {
  readonly #api: GridApi<GridRow>;
  readonly #isSingle: boolean;
  readonly #told: (keys: readonly RowKey[]) => void;
  #chosen = new Set<RowKey>();
  #isPainting = false;
  #isTelling = false;

  constructor(api: GridApi<GridRow>, mode: "row" | "rows", told: (keys: readonly RowKey[]) => void) {
    this.#api = api;
    this.#isSingle = mode === "row";
    this.#told = told;
  }

  /** The server says which. */
  set(keys: readonly RowKey[]): void {
    if (this.#isTelling) return;
    this.#chosen = new Set(keys);
    this.paint();
  }

  /** Rows have come. */
  paint(): void {
    this.#isPainting = true;
    const [on, off]: [IRowNode<GridRow>[], IRowNode<GridRow>[]] = [[], []];
    this.#api.forEachNode((node) => {
      if (!node.data) return;
      const isChosen = this.#chosen.has(node.data.key);
      if (node.isSelected() !== isChosen) (isChosen ? on : off).push(node);
    });
    if (off.length > 0) this.#api.setNodesSelected({ nodes: off, newValue: false });
    if (on.length > 0) this.#api.setNodesSelected({ nodes: on, newValue: true });
    this.#isPainting = false;
  }

  /** AG Grid says that the person chose a row, or not any more. */
  heard({ node, data }: RowSelectedEvent<GridRow>): void {
    if (this.#isPainting || !data) return;
    if (this.#isSingle && node.isSelected()) this.#chosen.clear();
    if (node.isSelected()) this.#chosen.add(data.key);
    else this.#chosen.delete(data.key);
    if (this.#isTelling) return;
    // One deed may choose many.
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      this.#told([...this.#chosen]);
    });
  }
}
