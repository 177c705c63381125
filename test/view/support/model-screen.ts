import {
  Hole,
  LAYER_REGION,
  Op,
  ROOT_REGION,
  type AttributeValue,
  type Content,
  type Instance,
  type Json,
  type Operation,
  type SlotValue,
  type TemplateElement,
  type TemplateNode,
} from "../../../src/protocol/operations.ts";
import type { EventPayload } from "../../../src/protocol/frames.ts";
import { parseHtml } from "./html-tree.ts";
import { element, serialize, type TreeComment, type TreeElement, type TreeNode } from "./tree.ts";

/** An element, or a start comment with its end. */
interface Place {
  readonly node: TreeElement | TreeComment;
  readonly parent: TreeElement;
}

/** Reads slot values and ids of one instance in order. */
interface Cursor {
  readonly values: readonly SlotValue[];
  at: number;
  id: number;
}

const STRETCH_END = "/";

/**
 * A client that takes every operation at its word: an id that is not on the screen, a template that is not defined or
 * is defined twice, a slot too many or too few throw.
 */
export class ModelScreen {
  readonly root = element("root");
  readonly layers = element("layers");
  readonly calls: [ref: number, method: string, args: Json[]][] = [];
  page: Record<string, unknown> = {};
  #places = new Map<number, Place>();
  readonly #templates = new Map<number, readonly TemplateNode[]>();

  static painted(html: { root: string; layers: string }): ModelScreen {
    const screen = new ModelScreen();
    screen.root.children.push(...parseHtml(html.root));
    screen.layers.children.push(...parseHtml(html.layers));
    screen.#find();
    return screen;
  }

  /** A client that knows nothing yet. */
  static blank(): ModelScreen {
    return ModelScreen.painted({ root: "", layers: "" });
  }

  toString(): string {
    return `${serialize(this.root.children)}\n${serialize(this.layers.children)}`;
  }

  /** Applies one frame. */
  apply(operations: readonly Operation[]): void {
    for (const operation of operations) this.#applyOne(operation);
    for (const number of this.#templates.keys()) if (number < 0) this.#templates.delete(number);
  }

  #applyOne(operation: Operation): void {
    switch (operation[0]) {
      case Op.Text:
        return this.#fill(operation[1], operation[2]);
      case Op.Fill:
        return this.#fill(operation[1], operation[2]);
      case Op.Clear:
        return this.#fill(operation[1], "");
      case Op.Attribute:
        return setAttribute(this.#element(operation[1]), operation[2], operation[3]);
      case Op.Property:
        return setProperty(this.#element(operation[1]), operation[2], operation[3]);
      case Op.Insert:
        return this.#insert(operation[1], operation[2], this.#instances(operation[3], operation[4]));
      case Op.Remove:
        return operation.slice(1).forEach((id) => void this.#take(id as number));
      case Op.Move:
        return this.#insert(operation[1], operation[2], this.#take(operation[3]));
      case Op.Template:
        if (this.#templates.has(operation[1])) throw new Error(`Template ${operation[1]} is defined twice.`);
        return void this.#templates.set(operation[1], operation[2]);
      case Op.Sync:
        this.#fill(ROOT_REGION, operation[1]);
        this.#fill(LAYER_REGION, operation[2]);
        this.page = { ...operation[3] };
        return;
      case Op.Call:
        return void this.calls.push([operation[1], operation[2], operation[3]]);
      case Op.Page:
        return void Object.assign(this.page, operation[1]);
      default:
        throw new Error(`Unknown operation ${JSON.stringify(operation satisfies never)}`);
    }
  }

  /** What the browser does by itself as the person enters something. */
  enter(id: number, type: string, { v, c, o }: EventPayload): void {
    const node = this.#element(id);
    const kind = node.attributes.get("type");
    if (type === "toggle") setAttribute(node, "open", o ? true : null);
    if (type !== "input" && type !== "change") return;
    if (kind !== "checkbox" && kind !== "radio") return setProperty(node, "value", v ?? "");
    if (kind === "radio") this.#uncheck(node.attributes.get("name"), this.root);
    if (node.attributes.has(".indeterminate")) setProperty(node, "indeterminate", false);
    setProperty(node, "checked", c ?? false);
  }

  #uncheck(name: string | undefined, { children }: TreeElement): void {
    for (const child of children) {
      if (child.kind !== "element") continue;
      if (name !== undefined && child.attributes.get("name") === name) child.attributes.delete("checked");
      this.#uncheck(name, child);
    }
  }

  // ------------------------------------------------------------------ finding places

  /** Reads all ids anew: simple, and what is gone is surely forgotten. */
  #find(): void {
    this.#places = new Map();
    this.#add(ROOT_REGION, { node: this.root, parent: this.root });
    this.#add(LAYER_REGION, { node: this.layers, parent: this.layers });
    this.#findIn(this.root);
    this.#findIn(this.layers);
  }

  #findIn(parent: TreeElement): void {
    for (const node of parent.children) {
      if (node.kind === "comment" && node.text !== STRETCH_END) this.#add(Number(node.text), { node, parent });
      if (node.kind !== "element") continue;
      const id = node.attributes.get("data-t");
      if (id !== undefined) this.#add(Number(id), { node, parent });
      this.#findIn(node);
    }
  }

  #add(id: number, place: Place): void {
    if (!Number.isInteger(id)) throw new Error(`Expected a number as id, but got ${id}.`);
    if (this.#places.has(id)) throw new Error(`Id ${id} is used twice.`);
    this.#places.set(id, place);
  }

  #place(id: number): Place {
    const place = this.#places.get(id);
    if (place === undefined) throw new Error(`Expected ${id} on the screen.`);
    return place;
  }

  #element(id: number): TreeElement {
    const { node } = this.#place(id);
    if (node.kind !== "element") throw new Error(`Expected ${id} to be an element.`);
    return node;
  }

  /** The children between which a region's content stands. */
  #inside(id: number): { parent: TreeElement; start: number; end: number } {
    const { node, parent } = this.#place(id);
    if (node.kind === "element") return { parent: node, start: 0, end: node.children.length };
    const start = parent.children.indexOf(node);
    return { parent, start: start + 1, end: endOfStretch(parent.children, start) };
  }

  // ------------------------------------------------------------------ changing

  #fill(id: number, content: Content): void {
    const { parent, start, end } = this.#inside(id);
    parent.children.splice(start, end - start, ...this.#content(content));
    this.#find();
  }

  #insert(region: number, before: number, nodes: TreeNode[]): void {
    const { parent, end } = this.#inside(region);
    let at = end;
    if (before !== 0) {
      const place = this.#place(before);
      if (place.parent !== parent) throw new Error(`Expected ${before} in region ${region}.`);
      at = parent.children.indexOf(place.node);
    }
    parent.children.splice(at, 0, ...nodes);
    this.#find();
  }

  #take(id: number): TreeNode[] {
    const { node, parent } = this.#place(id);
    const start = parent.children.indexOf(node);
    const end = node.kind === "element" ? start : endOfStretch(parent.children, start);
    const taken = parent.children.splice(start, end - start + 1);
    this.#find();
    return taken;
  }

  // ------------------------------------------------------------------ building

  #content(content: Content): TreeNode[] {
    if (typeof content === "string") return content === "" ? [] : [{ kind: "text", text: content }];
    if (!Array.isArray(content)) return parseHtml(content.html, content.in === undefined ? "root" : `${content.in}:g`);
    if (typeof content[0] === "number") return this.#instance(content as Instance);
    return (content as Instance[]).flatMap((instance) => this.#instance(instance));
  }

  #instance([template, base, ...values]: Instance): TreeNode[] {
    const cursor = { values, at: 0, id: base };
    const nodes = this.#nodes(this.#template(template), cursor, "");
    if (cursor.at !== values.length) throw new Error(`Expected ${cursor.at} slot values, but got ${values.length}.`);
    return nodes;
  }

  #instances(template: number, flat: readonly SlotValue[]): TreeNode[] {
    const definition = this.#template(template);
    const cursor: Cursor = { values: flat, at: 0, id: 0 };
    const nodes: TreeNode[] = [];
    while (cursor.at < flat.length) {
      cursor.id = flat[cursor.at++] as number;
      if (typeof cursor.id !== "number") throw new Error("Expected the base of the next instance.");
      nodes.push(...this.#nodes(definition, cursor, ""));
    }
    if (cursor.at !== flat.length) throw new Error("Expected whole instances.");
    return nodes;
  }

  #template(number: number): readonly TemplateNode[] {
    const definition = this.#templates.get(number);
    if (definition === undefined) throw new Error(`Expected template ${number} to be defined.`);
    return definition;
  }

  /** The namespace of `parent` holds until another is named; at a template's root it is HTML. */
  #nodes(definitions: readonly TemplateNode[], cursor: Cursor, parent: string): TreeNode[] {
    return definitions.flatMap((definition): TreeNode[] => {
      if (typeof definition === "string") return [{ kind: "text", text: definition }];
      if (definition === Hole.Text) return [{ kind: "text", text: take<string>(cursor, "string") }];
      if (definition === Hole.Inside) return this.#content(take<Content>(cursor));
      if (definition === Hole.Region) {
        const id = cursor.id++;
        return [comment(String(id)), ...this.#content(take<Content>(cursor)), comment(STRETCH_END)];
      }
      return this.#build(definition, cursor, parent);
    });
  }

  #build([name, attributes, ...children]: TemplateElement, cursor: Cursor, parent: string): TreeNode[] {
    if (name === "!") {
      const id = cursor.id++;
      return [comment(String(id)), ...this.#nodes(children, cursor, parent), comment(STRETCH_END)];
    }
    const inherited = /^(svg|math):/.exec(parent)?.[0] ?? "";
    const node = element(name.includes(":") ? name.replace(/^html:/, "") : inherited + name);
    const late: [string, Json][] = [];
    for (const [key, constant] of Object.entries(attributes)) {
      if (key === "@") {
        node.attributes.set("data-t", String(cursor.id++));
        if (constant !== "") node.attributes.set("data-on", constant as string);
        continue;
      }
      const value = constant === 0 ? take<SlotValue>(cursor) : constant;
      if (key[0] === ".") late.push([key.slice(1), value as Json]);
      else setAttribute(node, key, value as AttributeValue);
    }
    node.children.push(...this.#nodes(children, cursor, node.tag));
    for (const [key, value] of late) setProperty(node, key, value);
    return [node];
  }
}

const comment = (text: string): TreeComment => ({ kind: "comment", text });

function take<Value>(cursor: Cursor, type?: string): Value {
  if (cursor.at >= cursor.values.length) throw new Error("Expected one more slot value.");
  const value = cursor.values[cursor.at++];
  if (type !== undefined && typeof value !== type)
    throw new Error(`Expected a ${type} in a slot, but got ${JSON.stringify(value)}`);
  return value as Value;
}

function endOfStretch(nodes: readonly TreeNode[], start: number): number {
  let depth = 0;
  for (let i = start; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (node.kind !== "comment") continue;
    depth += node.text === STRETCH_END ? -1 : 1;
    if (depth === 0) return i;
  }
  throw new Error("Expected the end of a stretch.");
}

function setAttribute(node: TreeElement, name: string, value: AttributeValue): void {
  if (value === null) node.attributes.delete(name);
  else if (typeof value === "string" || value === true) node.attributes.set(name, value === true ? "" : value);
  else throw new Error(`Expected the value of an attribute, but got ${JSON.stringify(value)}.`);
}

/** As HTML states it: that is what is compared. */
function setProperty(node: TreeElement, name: string, value: Json): void {
  const { tag } = node;
  if (name === "value" && tag === "textarea") {
    node.children.splice(0, node.children.length, { kind: "text", text: String(value ?? "") });
  } else if (name === "value" && /^(input|select|option)$/.test(tag)) {
    const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
    node.attributes.set(tag === "select" ? "data-value" : "value", text);
  } else if (/^(checked|selected|muted)$/.test(name)) {
    if (value === true) node.attributes.set(name, "");
    else node.attributes.delete(name);
  } else {
    node.attributes.set(`.${name}`, JSON.stringify(value));
  }
}
