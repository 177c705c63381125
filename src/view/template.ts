/**
 * Markup that all sessions share. A block of view is its template plus what differs: ids, slot values, bindings.
 *
 * A block's *shape* is its structure without any literal: tags, attribute names, holes. Whether a literal is
 * constant cannot be seen at run time (`{row.name}` looks like `Name`), so it is learned: the first block of a
 * shape takes all its literals for constant, and a literal that differs in a later block becomes a slot, in a
 * new template of the same shape. Older blocks keep the template they were made with.
 */
import type { TemplateNode } from "../protocol/operations.ts";
import { compileShape } from "./shape-compiler.ts";
import { Origin, type CompiledTemplate, type Gap } from "./shape.ts";

export class Template {
  /** Positive and process-wide, or 0 for one that is not shared. */
  readonly number: number;
  readonly strings: readonly string[];
  readonly gaps: readonly Gap[];
  readonly definition: TemplateNode[];
  /** For each handler: offset of its element's id and index of its event, as `HandlerTable` keys them. */
  readonly handlerKeys: readonly number[];
  /** Where slots come from, in document order; `null` when all are live. */
  readonly origins: readonly Origin[] | null;

  constructor(number: number, compiled: CompiledTemplate, handlerKeys: readonly number[], origins: readonly Origin[]) {
    this.number = number;
    this.strings = compiled.strings;
    this.gaps = compiled.gaps;
    this.definition = compiled.definition;
    this.handlerKeys = handlerKeys;
    this.origins = origins.includes(Origin.VaryingLiteral) ? origins : null;
  }
}

/** Shapes kept; markup beyond that gets a template of its own, so that odd data cannot grow the table. */
export const MAX_SHAPES = 4096;

class Shape {
  readonly key: string;
  readonly #handlerKeys: readonly number[];
  readonly #shared: boolean;
  /** The literal at each place while it has always been the same, else `null`. */
  readonly #constants: (string | null)[];
  template: Template;

  constructor(key: string, literals: readonly string[], handlerKeys: readonly number[]) {
    this.key = key;
    this.#handlerKeys = handlerKeys;
    this.#shared = shapes.size < MAX_SHAPES;
    this.#constants = literals.slice();
    this.template = this.#compile();
  }

  /** The template for a block with these literals; learns which of them vary. */
  fit(literals: readonly string[]): Template {
    const constants = this.#constants;
    let learned = false;
    for (let i = 0; i < literals.length; i++) {
      const constant = constants[i];
      if (constant !== null && constant !== literals[i]) {
        constants[i] = null;
        learned = true;
      }
    }
    if (learned) this.template = this.#compile();
    return this.template;
  }

  #compile(): Template {
    const { origins, ...compiled } = compileShape(this.key, this.#constants);
    return new Template(this.#shared ? nextNumber++ : 0, compiled, this.#handlerKeys, origins);
  }
}

const shapes = new Map<string, Shape>();
let nextNumber = 1;
/** Rows of a list come one after another with the same shape: one comparison instead of a hash. */
let recent: Shape | undefined;

export function findTemplate(key: string, literals: readonly string[], handlerKeys: readonly number[]): Template {
  let shape = recent !== undefined && recent.key === key ? recent : shapes.get(key);
  if (shape === undefined) {
    shape = new Shape(key, literals, handlerKeys.slice());
    if (shapes.size < MAX_SHAPES) shapes.set(key, shape);
    recent = shape;
    return shape.template;
  }
  recent = shape;
  return literals.length === 0 ? shape.template : shape.fit(literals);
}

/** How many shapes the process has seen; for tests and metrics. */
export const shapeCount = (): number => shapes.size;
