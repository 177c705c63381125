import type { CellEntry, CellValue, RowKey } from "../../../protocol/grid.ts";
import { rowId } from "./grid-row.ts";

/** A cell that is being saved, and shows what was entered; or one whose entry was refused. */
export type CellState =
  | { readonly kind: "saving"; readonly entered: CellValue }
  | { readonly kind: "refused"; readonly problem: string };

/** Which cells are not as usual just now. */
export class CellStates {
  readonly #states = new Map<string, CellState>();

  get(key: RowKey, column: string): CellState | undefined {
    return this.#states.get(nameOf(key, column));
  }

  saving([key, column, entered]: CellEntry): void {
    this.#states.set(nameOf(key, column), { kind: "saving", entered });
  }

  settle([key, column]: CellEntry, problem: string | null): void {
    if (problem === null) this.#states.delete(nameOf(key, column));
    else this.#states.set(nameOf(key, column), { kind: "refused", problem });
  }
}

const nameOf = (key: RowKey, column: string): string => `${rowId(key)} ${column}`;
