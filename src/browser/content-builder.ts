import type { Content, Instance, SlotValue, TemplateNode } from "../protocol/operations.ts";
import type { Declarations } from "./declarations.ts";
import type { NodeIndex } from "./node-index.ts";
import type { RawHtml } from "./raw-html.ts";
import { Template } from "./template.ts";
import type { TypedText } from "./typed-text.ts";

export interface BuilderParts {
  document: Document;
  index: NodeIndex;
  declarations: Declarations;
  typed: TypedText;
  rawHtml: RawHtml;
}

/** Makes nodes out of content, with the templates that the server has defined. */
export class ContentBuilder {
  readonly index: NodeIndex;
  readonly declarations: Declarations;
  readonly typed: TypedText;
  readonly #document: Document;
  readonly #inert: Document;
  readonly #rawHtml: RawHtml;
  readonly #templates = new Map<number, Template>();

  constructor({ document, index, declarations, typed, rawHtml }: BuilderParts) {
    this.index = index;
    this.declarations = declarations;
    this.typed = typed;
    this.#document = document;
    this.#inert = document.implementation.createHTMLDocument("");
    this.#rawHtml = rawHtml;
  }

  define(number: number, definition: readonly TemplateNode[]): void {
    this.#templates.set(number, new Template(definition, this, this.#inert));
  }

  /** Templates of one use have negative numbers, which the next frame gives to others. */
  forgetTemporary(): void {
    for (const number of this.#templates.keys()) if (number < 0) this.#templates.delete(number);
  }

  /** Adds content to `parent`, before a node of it or at its end. */
  fill(parent: Node, before: Node | null, content: Content): void {
    if (typeof content === "string") {
      if (content) parent.insertBefore(this.#document.createTextNode(content), before);
    } else if (!Array.isArray(content)) {
      parent.insertBefore(this.#rawHtml(content), before);
    } else if (typeof content[0] === "number") {
      parent.insertBefore(this.#instance(content as Instance), before);
    } else {
      for (const row of content as Instance[]) parent.insertBefore(this.#instance(row), before);
    }
  }

  /** Instances of one template, from stretches of base and slot values. */
  instances(number: number, flat: readonly SlotValue[]): Node {
    const template = this.#template(number);
    const fragment = this.#document.createDocumentFragment();
    const source = { values: flat, start: 1, base: 0 };
    for (; source.start <= flat.length; source.start += template.slots + 1) {
      source.base = flat[source.start - 1] as number;
      fragment.appendChild(template.instantiate(this.#document, source));
    }
    return fragment;
  }

  #instance(instance: Instance): Node {
    return this.#template(instance[0]).instantiate(this.#document, { values: instance, start: 2, base: instance[1] });
  }

  #template(number: number): Template {
    const template = this.#templates.get(number);
    if (!template) throw new Error(`Expected template ${number} to be defined.`);
    return template;
  }
}
