import type { RowKey } from "../../../protocol/grid.ts";
import { onCleanup } from "../../../reactive/cleanup.ts";
import type { ReadonlySignal } from "../../../reactive/signal.ts";
import { ref, type ElementRef } from "../../../view/ref.ts";

/** Goes from a cell's control to the one above or below. */
export class CellFocus<Row> {
  readonly #rows: ReadonlySignal<readonly Row[]>;
  readonly #keyOf: (row: Row) => RowKey;
  readonly #cells = new Map<string, ElementRef>();

  constructor(rows: ReadonlySignal<readonly Row[]>, keyOf: (row: Row) => RowKey) {
    this.#rows = rows;
    this.#keyOf = keyOf;
  }

  /** The ref of a cell's control, for as long as that is there. */
  place(key: RowKey, column: string): ElementRef {
    const cell = ref();
    const name = nameOf(key, column);
    this.#cells.set(name, cell);
    onCleanup(() => {
      if (this.#cells.get(name) === cell) this.#cells.delete(name);
    });
    return cell;
  }

  go(key: RowKey, column: string, step: 1 | -1): void {
    const keys = this.#rows.peek().map(this.#keyOf);
    const from = keys.indexOf(key);
    if (from < 0) return;
    for (let at = from + step; at >= 0 && at < keys.length; at += step) {
      const cell = this.#cells.get(nameOf(keys[at]!, column));
      if (cell?.isMounted) return cell.focus();
    }
  }
}

const nameOf = (key: RowKey, column: string): string => JSON.stringify([key, column]);
