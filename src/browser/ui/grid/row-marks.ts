import type { GridApi, IRowNode, RowSelectedEvent } from "ag-grid-community";
import type { RowKey } from "../../../protocol/grid.ts";
import type { GridRow } from "./grid-row.ts";

const BY_PERSON: ReadonlySet<string> = new Set(["checkboxSelected", "spaceKey", "rowClicked"]);

/** Which rows are chosen, whether the page has them or not: AG Grid knows only those that it has. */
export class RowMarks {
  readonly #api: GridApi<GridRow>;
  readonly #isSingle: boolean;
  readonly #told: (on: readonly RowKey[], off: readonly RowKey[]) => void;
  #chosen = new Set<RowKey>();
  /** What a deed has changed so far. */
  readonly #changes = new Map<RowKey, boolean>();
  #isPainting = false;

  constructor(
    api: GridApi<GridRow>,
    mode: "row" | "rows",
    told: (on: readonly RowKey[], off: readonly RowKey[]) => void,
  ) {
    this.#api = api;
    this.#isSingle = mode === "row";
    this.#told = told;
  }

  /** The server says which. */
  set(keys: readonly RowKey[]): void {
    if (this.#changes.size > 0) return;
    this.#chosen = new Set(keys);
    this.paint();
  }

  /** How many. */
  get count(): number {
    return this.#chosen.size;
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
  heard({ node, data, source }: RowSelectedEvent<GridRow>): void {
    // Rows that leave the page are chosen no more by AG Grid's account.
    if (this.#isPainting || !data || !BY_PERSON.has(source)) return;
    const isChosen = node.isSelected() === true;
    if (this.#isSingle && isChosen) this.#chosen.clear();
    if (isChosen) this.#chosen.add(data.key);
    else this.#chosen.delete(data.key);
    // One deed may choose many.
    if (this.#changes.size === 0) queueMicrotask(() => this.#tell());
    this.#changes.set(data.key, isChosen);
  }

  #tell(): void {
    const changes = [...this.#changes];
    this.#changes.clear();
    const of = (wanted: boolean) => changes.flatMap(([key, isChosen]) => (isChosen === wanted ? [key] : []));
    this.#told(of(true), of(false));
  }
}
