import type { CellEntry, CellValue, RowKey } from "../../../protocol/grid.ts";
import { rowId } from "./grid-row.ts";

/** A cell that is being saved, and shows what was entered; or one whose entry was refused. */
export type CellState =
  | { readonly kind: "saving"; readonly entered: CellValue }
  | { readonly kind: "refused"; readonly problem: string };

/** Refused ones that are kept; the mark of the oldest goes. */
const MOST = 2_000;

/** Which cells are not as usual just now, in the order of what was done. */
export class CellStates {
  readonly #states = new Map<string, CellState & { readonly row: string }>();

  get(key: RowKey, column: string): CellState | undefined {
    return this.#states.get(nameOf(key, column));
  }

  saving([key, column, entered]: CellEntry): void {
    this.forget(key, column);
    this.#states.set(nameOf(key, column), { kind: "saving", entered, row: rowId(key) });
  }

  settle([key, column]: CellEntry, problem: string | null): void {
    if (problem === null) return this.forget(key, column);
    this.#states.set(nameOf(key, column), { kind: "refused", problem, row: rowId(key) });
    for (const [name, { kind }] of this.#states) {
      if (this.#states.size <= MOST) return;
      if (kind === "refused") this.#states.delete(name);
    }
  }

  forget(key: RowKey, column: string): void {
    this.#states.delete(nameOf(key, column));
  }

  /** Why cells of these rows were refused, the first one first. */
  problems(rows: ReadonlySet<string>): string[] {
    return [...this.#states.values()].flatMap((state) =>
      state.kind === "refused" && rows.has(state.row) ? [state.problem] : [],
    );
  }
}

const nameOf = (key: RowKey, column: string): string => `${rowId(key)} ${column}`;
