import {
  Hole,
  LAYER_REGION,
  Op,
  ROOT_REGION,
  type Content,
  type Instance,
  type Json,
  type Operation,
  type SlotValue,
  type TemplateElement,
  type TemplateNode,
} from "../../src/protocol/operations.ts";
import { parseMarkup } from "./model-markup.ts";
import { ModelComment, ModelElement, ModelText, type ModelNode } from "./model-nodes.ts";

/**
 * A client's document, written from PROTOCOL.md alone and sharing no code with the browser's runtime: what it shows
 * is compared with the server's HTML, ids included.
 */
export class ModelDocument {
  readonly #nodes = new Map<number, ModelElement | ModelComment>();
  readonly #templates = new Map<number, readonly TemplateNode[]>();
  readonly #regions: Record<typeof ROOT_REGION | typeof LAYER_REGION, ModelElement>;
  #acknowledged = 0;

  constructor(html: { root: string; layers: string }) {
    this.#regions = {
      [ROOT_REGION]: new ModelElement("div", ROOT_REGION),
      [LAYER_REGION]: new ModelElement("div", LAYER_REGION),
    };
    for (const [id, text] of [
      [ROOT_REGION, html.root],
      [LAYER_REGION, html.layers],
    ] as const) {
      this.#bind(this.#regions[id]);
      for (const node of parseMarkup(text)) this.#regions[id].add(node);
      for (const node of this.#regions[id].descendants()) if (node.id !== undefined) this.#bind(node);
    }
  }

  /** All there is to see, in one form whatever led to it. */
  toString(): string {
    return `${this.#regions[ROOT_REGION].inside()}\n${this.#regions[LAYER_REGION].inside()}`;
  }

  /** The elements that listen, in document order. */
  elements(matches: (element: ModelElement) => boolean): ModelElement[] {
    return [...this.#regions[ROOT_REGION].descendants()].filter(
      (node): node is ModelElement => node instanceof ModelElement && matches(node),
    );
  }

  apply(operations: readonly Operation[], acknowledged: number): void {
    this.#acknowledged = acknowledged;
    for (const operation of operations) this.#applyOne(operation);
    for (const number of this.#templates.keys()) if (number < 0) this.#templates.delete(number);
  }

  #applyOne(operation: Operation): void {
    switch (operation[0]) {
      case Op.Text:
        return this.#fill(operation[1], operation[2]);
      case Op.Attribute:
        return this.#element(operation[1]).setAttribute(operation[2], operation[3]);
      case Op.Property:
        return this.#setProperty(this.#element(operation[1]), operation[2], operation[3]);
      case Op.Fill:
        return this.#fill(operation[1], operation[2]);
      case Op.Insert:
        return this.#insert(operation);
      case Op.Remove:
        for (const id of operation.slice(1)) this.#take(id);
        return;
      case Op.Move: {
        const moved = this.#take(operation[3]);
        return this.#place(operation[1], operation[2], moved);
      }
      case Op.Clear:
        return this.#fill(operation[1], "");
      case Op.Template:
        this.#templates.set(operation[1], operation[2]);
        return;
      case Op.Sync:
        return this.#sync(operation[1], operation[2]);
      case Op.Page:
      case Op.Call:
        return;
    }
  }

  /** A text that the person has typed, and that the server has not yet answered, stays. */
  #setProperty(element: ModelElement, name: string, value: Json): void {
    if (name === "value" && this.#acknowledged < element.sent) return;
    element.properties.set(name, value);
  }

  #fill(region: number, content: Content): void {
    const { parent, start, end } = this.#stretch(region);
    parent.splice(start, end - start, this.#build(content));
  }

  #insert([, region, before, template, flat]: Extract<Operation, [typeof Op.Insert, ...unknown[]]>): void {
    const definition = this.#template(template);
    const slots = countSlots(definition);
    const rows: ModelNode[] = [];
    for (let at = 0; at < flat.length; at += slots + 1) {
      rows.push(...this.#instance([template, flat[at] as number, ...flat.slice(at + 1, at + 1 + slots)]));
    }
    this.#place(region, before, rows);
  }

  #place(region: number, before: number, nodes: ModelNode[]): void {
    const { parent, end } = this.#stretch(region);
    parent.splice(before === 0 ? end : parent.indexOf(this.#node(before)), 0, nodes);
  }

  #take(id: number): ModelNode[] {
    const node = this.#node(id);
    const start = node.parent!.indexOf(node);
    const end = node instanceof ModelComment ? node.parent!.indexOf(node.end!) : start;
    return node.parent!.splice(start, end - start + 1, []);
  }

  #sync(root: Content, layers: Content): void {
    const typed = this.elements((element) => element.sent > this.#acknowledged);
    for (const [id, content] of [
      [ROOT_REGION, root],
      [LAYER_REGION, layers],
    ] as const) {
      this.#fill(id, content);
    }
    for (const before of typed) {
      const after = this.#nodes.get(before.id!) as ModelElement;
      after.sent = before.sent;
      after.properties.set("value", before.properties.get("value"));
    }
  }

  #stretch(region: number): { parent: ModelElement; start: number; end: number } {
    const node = this.#node(region);
    if (node instanceof ModelElement) return { parent: node, start: 0, end: node.length };
    const parent = node.parent!;
    return { parent, start: parent.indexOf(node) + 1, end: parent.indexOf(node.end!) };
  }

  // ------------------------------------------------------------------ building

  #build(content: Content): ModelNode[] {
    if (typeof content === "string") return content === "" ? [] : [new ModelText(content)];
    if (!Array.isArray(content)) throw new Error("The model has no raw HTML.");
    if (typeof content[0] === "number") return this.#instance(content as Instance);
    return (content as Instance[]).flatMap((row) => this.#instance(row));
  }

  #instance([template, base, ...values]: Instance): ModelNode[] {
    const source = { values, id: base };
    const nodes = this.#template(template).flatMap((node) => this.#node0(node, source));
    if (source.values.length > 0) throw new Error(`Template ${template} has fewer slots than values came.`);
    return nodes;
  }

  #node0(definition: TemplateNode, source: { values: SlotValue[]; id: number }): ModelNode[] {
    if (typeof definition === "string") return [new ModelText(definition)];
    if (definition === Hole.Text) return [new ModelText(source.values.shift() as string)];
    if (definition === Hole.Region) {
      const [start, end] = this.#comments(source.id++);
      return [start, ...this.#build(source.values.shift() as Content), end];
    }
    if (definition === Hole.Inside) return this.#build(source.values.shift() as Content);
    return this.#element0(definition, source);
  }

  #element0([tag, attributes, ...children]: TemplateElement, source: { values: SlotValue[]; id: number }): ModelNode[] {
    if (tag === "!") {
      const [start, end] = this.#comments(source.id++);
      return [start, ...children.flatMap((child) => this.#node0(child, source)), end];
    }
    const element = new ModelElement(tag);
    for (const [name, constant] of Object.entries(attributes || {})) {
      if (name === "@") {
        element.id = source.id++;
        element.listens = constant as string;
        this.#bind(element);
      } else {
        const value = constant === 0 ? source.values.shift()! : constant;
        if (name.startsWith(".")) element.properties.set(name.slice(1), value as Json);
        else element.setAttribute(name, value as string | true | null);
      }
    }
    for (const child of children) for (const node of this.#node0(child, source)) element.add(node);
    return [element];
  }

  #comments(id: number): [ModelComment, ModelComment] {
    const start = new ModelComment(id);
    start.end = new ModelComment(undefined);
    this.#bind(start);
    return [start, start.end];
  }

  // ------------------------------------------------------------------ finding

  #bind(node: ModelElement | ModelComment): void {
    this.#nodes.set(node.id!, node);
  }

  #node(id: number): ModelElement | ModelComment {
    const node = this.#nodes.get(id);
    if (node === undefined) throw new Error(`Expected ${id} on the screen.`);
    return node;
  }

  #element(id: number): ModelElement {
    const node = this.#node(id);
    if (node instanceof ModelElement) return node;
    throw new Error(`Expected ${id} to be an element.`);
  }

  #template(number: number): readonly TemplateNode[] {
    const definition = this.#templates.get(number);
    if (definition === undefined) throw new Error(`Expected template ${number} to be defined.`);
    return definition;
  }
}

function countSlots(nodes: readonly TemplateNode[]): number {
  let count = 0;
  for (const node of nodes) {
    if (typeof node === "number") count++;
    if (!Array.isArray(node)) continue;
    const [, attributes, ...children] = node;
    count += Object.entries(attributes || {}).filter(([name, value]) => name !== "@" && value === 0).length;
    count += countSlots(children);
  }
  return count;
}
