import { TandemError } from "../../core/errors.ts";
import { signal } from "../../reactive/signal.ts";
import type { Child } from "../../view/node.ts";

/** One thing in a scope: something shown, or a scope within it. */
export interface Item {
  render(): Child;
  /** Called when it has been taken from the screen. */
  gone(): void;
}

/** What a scope shows, in order. */
export class Items {
  readonly list = signal<readonly Item[]>([]);

  insert(item: Item, position: number): void {
    const before = this.list.peek();
    this.list.value = before.toSpliced(indexFor(position, before.length), 0, item);
  }

  has(item: Item): boolean {
    return this.list.peek().includes(item);
  }

  remove(item: Item): void {
    if (!this.has(item)) return;
    this.list.value = this.list.peek().filter((other) => other !== item);
    item.gone();
  }

  clear(): void {
    const gone = this.list.peek();
    this.list.value = [];
    for (const item of gone) item.gone();
  }
}

/**
 * From 0 a position counts from the start and what is inserted stands before it; below 0 it counts from the end and
 * what is inserted stands after it. One that is out of range means the nearest end. (In PyWebIO such output vanishes.)
 */
function indexFor(position: number, length: number): number {
  if (position >= 0) return Math.min(position, length);
  return Math.max(0, length + 1 + position);
}

/** The end, unless told. */
export function checkPosition(position: unknown): number {
  if (position === undefined) return -1;
  if (Number.isInteger(position)) return position as number;
  throw new TandemError(
    "flow/bad-position",
    `Expected a position to be a whole number, from 0 at the start or down from -1 at the end, but got ${String(position)}.`,
  );
}
