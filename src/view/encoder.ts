import { Op, type Instance, type Operation, type SlotValue } from "../protocol/operations.ts";
import type { Block } from "./block.ts";
import type { Template } from "./template.ts";

/**
 * Writes blocks as instances of templates, and the definition of each template that the clients do not know
 * yet in front of its first use.
 */
export class Encoder {
  readonly #operations: Operation[];
  readonly #known: Set<Template>;
  /** Numbers of templates that are not shared, which hold for this frame only. */
  #private: Map<Template, number> | null = null;

  constructor(operations: Operation[], known: Set<Template>) {
    this.#operations = operations;
    this.#known = known;
  }

  /** The number to name `template` by. */
  define(template: Template): number {
    if (template.number === 0) return this.#definePrivate(template);
    if (!this.#known.has(template)) {
      this.#known.add(template);
      this.#operations.push([Op.Template, template.number, template.definition]);
    }
    return template.number;
  }

  #definePrivate(template: Template): number {
    const numbers = (this.#private ??= new Map());
    let number = numbers.get(template);
    if (number === undefined) {
      number = -1 - numbers.size;
      numbers.set(template, number);
      this.#operations.push([Op.Template, number, template.definition]);
    }
    return number;
  }

  instance(block: Block): Instance {
    const instance: Instance = [this.define(block.template), block.base];
    block.writeValues(this, instance as SlotValue[]);
    return instance;
  }
}
