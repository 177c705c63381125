import type { AttributeValue, Json } from "../../src/protocol/operations.ts";

export type ModelNode = ModelElement | ModelText | ModelComment;

export class ModelText {
  parent: ModelElement | undefined;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The start of a stretch, with its id, or its end. */
export class ModelComment {
  parent: ModelElement | undefined;
  readonly id: number | undefined;
  end: ModelComment | undefined;

  constructor(id: number | undefined) {
    this.id = id;
  }
}

export class ModelElement {
  parent: ModelElement | undefined;
  readonly tag: string;
  id: number | undefined;
  /** The events that the server wants to hear. */
  listens = "";
  /** The number of the last input that was sent for this control. */
  sent = 0;
  readonly properties = new Map<string, Json | undefined>();
  readonly #attributes = new Map<string, string>();
  #children: ModelNode[] = [];

  constructor(tag: string, id?: number) {
    this.tag = tag;
    this.id = id;
  }

  get length(): number {
    return this.#children.length;
  }

  attribute(name: string): string | undefined {
    return this.#attributes.get(name);
  }

  setAttribute(name: string, value: AttributeValue): void {
    if (value === null) this.#attributes.delete(name);
    else this.#attributes.set(name, value === true ? "" : value);
  }

  add(node: ModelNode): void {
    this.splice(this.length, 0, [node]);
  }

  indexOf(node: ModelNode): number {
    const index = this.#children.indexOf(node);
    if (index < 0) throw new Error("Expected a child of this element.");
    return index;
  }

  splice(start: number, count: number, nodes: readonly ModelNode[]): ModelNode[] {
    for (const node of nodes) node.parent = this;
    const removed = this.#children.splice(start, count, ...nodes);
    for (const node of removed) if (!nodes.includes(node)) node.parent = undefined;
    return removed;
  }

  *descendants(): Generator<ModelElement | ModelComment> {
    for (const child of this.#children) {
      if (child instanceof ModelText) continue;
      yield child;
      if (child instanceof ModelElement) yield* child.descendants();
    }
  }

  inside(): string {
    return this.#children.map(write).join("");
  }

  /** Attributes sorted; a control's state, whoever set it, as attributes with a dot. */
  toString(): string {
    const attributes = [...this.#attributes].filter(([name, value]) => name !== "class" || value !== "");
    if (this.tag === "input") attributes.push([".value", String(this.properties.get("value") ?? "")]);
    if (this.id !== undefined) attributes.push(["#", String(this.id)]);
    const written = attributes.map(([name, value]) => ` ${name}="${escape(value)}"`).sort();
    return `<${this.tag}${written.join("")}>${this.inside()}</${this.tag}>`;
  }
}

const escape = (text: string): string => text.replace(/[&<"]/g, (character) => `&#${character.charCodeAt(0)};`);

function write(node: ModelNode): string {
  if (node instanceof ModelText) return escape(node.text);
  if (node instanceof ModelComment) return node.id === undefined ? "<!--/-->" : `<!--${node.id}-->`;
  return node.toString();
}
