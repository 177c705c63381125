import {
  Hole,
  type AttributeValue,
  type Content,
  type Json,
  type SlotValue,
  type TemplateAttributes,
  type TemplateElement,
  type TemplateNode,
} from "../protocol/operations.ts";
import { setAttribute } from "./attributes.ts";
import { EVENTS, GIVEN, type ScreenElement, type ScreenNode } from "./node-facts.ts";
import type { ContentBuilder } from "./content-builder.ts";

/** One instance's own part of a frame: its slot values from `start` on, its ids from `base` on. */
export interface InstanceSource {
  values: readonly SlotValue[];
  start: number;
  base: number;
}

/** Something to do to one node of each new instance. Made once for a template, never for an instance. */
type Step = (node: never, source: InstanceSource) => void;

const NAMESPACES: Record<string, string> = {
  svg: "http://www.w3.org/2000/svg",
  math: "http://www.w3.org/1998/Math/MathML",
  html: "http://www.w3.org/1999/xhtml",
};

/**
 * A template compiled for instantiation: a prototype to clone, routes to the nodes that differ, and what to do
 * to each. Slots and ids are at places known beforehand, so the steps run in any order: properties come last,
 * when type, limits and options of a control are already there.
 */
export class Template {
  readonly #builder: ContentBuilder;
  readonly #prototype: ScreenNode;
  /** For each node to visit: where to start (an index of a visited node), whether to go down first, hops to the right. */
  readonly #routes: number[] = [];
  readonly #places = new Map<Node, number>();
  /** Which visited node, and what to do to it. */
  readonly #targets: number[] = [];
  readonly #steps: Step[] = [];
  #slots = 0;
  #ids = 0;

  /** `inert` is a document in which nothing loads and no custom element wakes up. */
  constructor(definition: readonly TemplateNode[], builder: ContentBuilder, inert: Document) {
    this.#builder = builder;
    const fragment = inert.createDocumentFragment();
    const [only] = definition;
    if (definition.length === 1 && Array.isArray(only) && only[0] !== "!") {
      this.#prototype = elementFor(only[0], fragment);
      this.#places.set(this.#prototype, 0);
      this.#fill(this.#prototype as ScreenElement, only);
    } else {
      this.#prototype = fragment;
      this.#places.set(fragment, 0);
      this.#add(fragment, definition);
    }
    this.#places.clear();
  }

  /** How many slot values an instance has. */
  get slots(): number {
    return this.#slots;
  }

  instantiate(document: Document, source: InstanceSource): ScreenNode {
    const root = document.importNode(this.#prototype, true);
    const nodes = this.#visit(root);
    const steps = this.#steps;
    for (let i = 0; i < steps.length; i++) steps[i]!(nodes[this.#targets[i]!] as never, source);
    return root;
  }

  /** All before any step runs, since steps add nodes. */
  #visit(root: Node): Node[] {
    const nodes = [root];
    const routes = this.#routes;
    for (let i = 0; i < routes.length; i += 3) {
      let node = nodes[routes[i]!]!;
      if (routes[i + 1]) node = node.firstChild!;
      for (let hops = routes[i + 2]!; hops > 0; hops--) node = node.nextSibling!;
      nodes.push(node);
    }
    return nodes;
  }

  #add(parent: Node, children: readonly TemplateNode[]): void {
    for (const child of children) {
      if (typeof child === "string") parent.appendChild(parent.ownerDocument!.createTextNode(child));
      else if (child === Hole.Text) this.#addText(parent);
      else if (child === Hole.Region) this.#addRegion(parent);
      else if (child === Hole.Inside) this.#addInside(parent);
      else if (child[0] === "!") this.#addRow(parent, child);
      else this.#fill(parent.appendChild(elementFor(child[0], parent)), child);
    }
  }

  #addText(parent: Node): void {
    const slot = this.#slots++;
    const text = parent.appendChild(parent.ownerDocument!.createTextNode(""));
    this.#step(text, (node: Text, { values, start }) => {
      node.data = values[start + slot] as string;
    });
  }

  #addRegion(parent: Node): void {
    const slot = this.#slots++;
    const id = this.#ids++;
    const builder = this.#builder;
    const comment = parent.appendChild(parent.ownerDocument!.createComment(""));
    parent.appendChild(parent.ownerDocument!.createComment("/"));
    this.#step(comment, (node: ScreenNode, { values, start, base }) => {
      const end = node.nextSibling!;
      builder.index.bindStretch(node, end, base + id);
      builder.fill(node.parentNode!, end, values[start + slot] as Content);
    });
  }

  /** The text that such an element mostly holds is there already, to be given its data. */
  #addInside(parent: Node): void {
    const slot = this.#slots++;
    const builder = this.#builder;
    parent.appendChild(parent.ownerDocument!.createTextNode(""));
    this.#step(parent, (node: Element, { values, start }) => {
      const content = values[start + slot] as Content;
      const text = node.firstChild as Text;
      if (typeof content === "string") {
        text.data = content;
      } else {
        text.remove();
        builder.fill(node, null, content);
      }
    });
  }

  /** A row of several roots is the whole template, so its end is the last node there is before any slot is filled. */
  #addRow(parent: Node, [, , ...children]: TemplateElement): void {
    const id = this.#ids++;
    const { index } = this.#builder;
    const comment = parent.appendChild(parent.ownerDocument!.createComment(""));
    this.#step(comment, (node: ScreenNode, { base }) => {
      index.bindStretch(node, node.parentNode!.lastChild!, base + id);
    });
    this.#add(parent, children);
    parent.appendChild(parent.ownerDocument!.createComment("/"));
  }

  #fill(element: ScreenElement, [, attributes, ...children]: TemplateElement): void {
    if (attributes) this.#setConstants(element, attributes);
    const properties = attributes ? this.#addAttributes(element, attributes) : [];
    this.#add(element, children);
    for (const step of properties) this.#step(element, step);
  }

  #setConstants(element: ScreenElement, attributes: TemplateAttributes): void {
    for (const name in attributes) {
      const value = attributes[name]!;
      if (value === 0 || name === "@" || name[0] === ".") continue;
      this.#learn(name, value);
      setAttribute(element, name, value);
    }
  }

  /** Answers the steps for properties, which are for later. */
  #addAttributes(element: ScreenElement, attributes: TemplateAttributes): Step[] {
    const properties: Step[] = [];
    for (const name in attributes) {
      const value = attributes[name]!;
      if (name === "@") this.#addIdentity(element, value as string);
      else if (name[0] === ".") properties.push(this.#property(name.slice(1), value));
      else if (value === 0) this.#addAttribute(element, name);
    }
    return properties;
  }

  #addIdentity(element: ScreenElement, events: string): void {
    const id = this.#ids++;
    const { index, declarations } = this.#builder;
    const declared = events ? declarations.events(events) : undefined;
    this.#step(element, (node: ScreenElement, { base }) => {
      index.bind(node as unknown as ScreenNode, base + id);
      if (declared) node[EVENTS] = declared;
    });
  }

  #addAttribute(element: ScreenElement, name: string): void {
    const slot = this.#slots++;
    this.#step(element, (node: ScreenElement, { values, start }) => {
      const value = values[start + slot] as AttributeValue;
      if (name === "open") (node[GIVEN] ??= {})[name] = value;
      if (value === null) return;
      this.#learn(name, value);
      setAttribute(node, name, value);
    });
  }

  #property(name: string, constant: string | true | 0): Step {
    const slot = constant === 0 ? this.#slots++ : -1;
    const { typed } = this.#builder;
    return (node: ScreenElement, { values, start }: InstanceSource) => {
      const value = slot < 0 ? constant : (values[start + slot] as Json);
      (node[GIVEN] ??= {})[name] = value;
      typed.setProperty(node, name, value, Infinity);
    };
  }

  #learn(name: string, value: AttributeValue): void {
    if (name === "data-do") this.#builder.declarations.commands(value as string);
  }

  #step<Target>(node: Node, step: (node: Target, source: InstanceSource) => void): void {
    this.#targets.push(this.#locate(node));
    this.#steps.push(step as Step);
  }

  /** The place of a node among the visited; a new one gets a route from the nearest visited sibling or parent. */
  #locate(node: Node): number {
    let place = this.#places.get(node);
    if (place !== undefined) return place;
    let hops = 0;
    let from: Node = node;
    while (from.previousSibling && !this.#places.has(from)) {
      from = from.previousSibling;
      hops++;
    }
    const sibling = this.#places.get(from);
    if (sibling === undefined) this.#route(this.#locate(node.parentNode!), 1, hops);
    else this.#route(sibling, 0, hops);
    place = this.#routes.length / 3;
    this.#places.set(node, place);
    return place;
  }

  #route(from: number, down: 0 | 1, hops: number): void {
    this.#routes.push(from, down, hops);
  }
}

/** A namespace holds for what is inside, until another is named. */
function elementFor(tag: string, parent: Node): ScreenElement {
  const colon = tag.indexOf(":");
  const name = tag.slice(colon + 1);
  const inherited = (parent as Element).namespaceURI ?? NAMESPACES.html!;
  const namespace = colon < 0 ? inherited : NAMESPACES[tag.slice(0, colon)]!;
  return parent.ownerDocument!.createElementNS(namespace, name) as ScreenElement;
}
