import { END, ID, type ScreenElement, type ScreenNode } from "./node-facts.ts";

/** Entries before the first sweep. */
const FIRST_SWEEP = 1_000;

/** Finds nodes by the ids that the session gave them. */
export class NodeIndex {
  readonly #nodes = new Map<number, ScreenNode>();
  #sweepAt = FIRST_SWEEP;

  bind(node: ScreenNode, id: number): void {
    node[ID] = id;
    this.#nodes.set(id, node);
  }

  bindStretch(start: ScreenNode, end: ScreenNode, id: number): void {
    this.bind(start, id);
    start[END] = end;
    end[ID] = -id;
  }

  /** An element, or the start comment of a stretch. */
  node(id: number): ScreenNode {
    const node = this.#nodes.get(id);
    if (!node) throw new Error(`Expected ${id} to be on the screen.`);
    return node;
  }

  element(id: number): ScreenElement {
    return this.node(id) as unknown as ScreenElement;
  }

  /** Ids are never used twice, so entries of removed nodes only cost memory: they go once they may be half of all. */
  sweep(): void {
    if (this.#nodes.size < this.#sweepAt) return;
    for (const [id, node] of this.#nodes) if (!node.isConnected) this.#nodes.delete(id);
    this.#sweepAt = Math.max(FIRST_SWEEP, this.#nodes.size * 2);
  }

  get size(): number {
    return this.#nodes.size;
  }
}
