import { LAYER_REGION, Op, type Content, type SlotValue } from "../protocol/operations.ts";
import { Block } from "./block.ts";
import type { Encoder } from "./encoder.ts";
import type { Environment } from "./environment.ts";
import type { Child } from "./node.ts";

/** What `Portal`s show above the page, in the page's second region. */
export class Layers {
  readonly #blocks: Block[] = [];

  /** Shows a portal's children on top; returns what takes them away. */
  add(environment: Environment, children: Child): () => void {
    const block = this.show(environment, children);
    return () => this.hide(block);
  }

  /** Shows something on top of all that is there. Throws what building it throws that no boundary caught. */
  show(environment: Environment, children: Child): Block {
    const { view } = environment;
    const block = new Block(environment.with({ namespace: "html", disabledBy: null }));
    this.#blocks.push(block); // before it is built, so that a portal inside it stands above it
    try {
      view.mountRow(block, () => children);
    } catch (error) {
      this.#forget(block);
      throw error;
    }
    const encoder = view.encoder();
    const flat: SlotValue[] = [block.base];
    const number = encoder.define(block.template);
    block.writeValues(encoder, flat);
    const above = this.#blocks[this.#blocks.indexOf(block) + 1];
    view.send([Op.Insert, LAYER_REGION, above?.base ?? 0, number, flat]);
    return block;
  }

  hide(block: Block): void {
    this.#forget(block);
    block.dispose();
    block.environment.view.send([Op.Remove, block.base]);
  }

  html(): string {
    return this.#blocks.map((block) => block.html()).join("");
  }

  wire(encoder: Encoder): Content {
    return this.#blocks.length === 0 ? "" : this.#blocks.map((block) => encoder.instance(block));
  }

  #forget(block: Block): void {
    this.#blocks.splice(this.#blocks.indexOf(block), 1);
  }
}
