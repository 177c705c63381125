/**
 * Brings the live document to what the server says is the whole screen, changing as little as can be: elements
 * stay where they are the same by id, or else by name and order, and with them focus, selection, scroll position,
 * playing media and what was typed.
 */
import { LAYER_REGION, ROOT_REGION, type Content } from "../protocol/operations.ts";
import { setAttribute } from "./attributes.ts";
import type { ContentBuilder } from "./content-builder.ts";
import { ownsAttribute } from "./overlay.ts";
import { ELEMENT, EVENTS, GIVEN, ID, type ScreenElement, type ScreenNode } from "./node-facts.ts";
import { move } from "./regions.ts";
import { settleSelect } from "./select-value.ts";

type Contents = Record<typeof ROOT_REGION | typeof LAYER_REGION, Content>;

export function resynchronise(builder: ContentBuilder, contents: Contents, acknowledged: number): void {
  for (const region of [ROOT_REGION, LAYER_REGION] as const) {
    const live = builder.index.element(region);
    const wanted = live.cloneNode(false) as ScreenElement;
    builder.fill(wanted, null, contents[region]);
    live.normalize();
    wanted.normalize();
    new Morph(builder, acknowledged).children(live, wanted);
  }
}

class Morph {
  readonly #builder: ContentBuilder;
  readonly #acknowledged: number;

  constructor(builder: ContentBuilder, acknowledged: number) {
    this.#builder = builder;
    this.#acknowledged = acknowledged;
  }

  children(live: Node, wanted: Node): void {
    const byId = new Map<number | undefined, ScreenNode>();
    for (let node = live.firstChild as ScreenNode | null; node; node = node.nextSibling as ScreenNode) {
      byId.set(node[ID], node);
    }
    const kept = new Set<number | undefined>();
    for (const node of wanted.childNodes) kept.add((node as ScreenNode)[ID]);
    let at = live.firstChild as ScreenNode | null;
    for (const node of Array.from(wanted.childNodes) as unknown as ScreenNode[]) {
      // What is gone for good makes way, so that what stays need not move.
      while (at && isGone(at, kept)) at = dropAndNext(at);
      const id = node[ID];
      const match = id === undefined ? nextAlike(at, node) : byId.get(id);
      if (!match || !alike(match, node)) {
        live.insertBefore(node, at);
      } else {
        if (match === at) at = at.nextSibling as ScreenNode | null;
        else move(match, live, at);
        this.#node(match, node);
      }
    }
    while (at) at = dropAndNext(at);
  }

  #node(live: ScreenNode, wanted: ScreenNode): void {
    const id = wanted[ID];
    if (id !== undefined) this.#rebind(live, id);
    if (live.nodeType === ELEMENT) {
      this.#element(live as unknown as ScreenElement, wanted as unknown as ScreenElement);
    } else if (live.data !== wanted.data && id === undefined) {
      live.data = wanted.data!;
    }
  }

  /** An end comment comes after its start: then both are in the document. */
  #rebind(live: ScreenNode, id: number): void {
    if (id > 0) this.#builder.index.bind(live, id);
    else live[ID] = id;
  }

  #element(live: ScreenElement, wanted: ScreenElement): void {
    const given = wanted[GIVEN] ?? {};
    syncAttributes(live, wanted, given);
    live[EVENTS] = wanted[EVENTS];
    if (!fillsItself(wanted, given)) this.children(live, wanted);
    for (const name in given) {
      if (name !== "open") this.#builder.typed.setProperty(live, name, given[name]!, this.#acknowledged);
    }
    settleSelect(live);
  }
}

function isGone(node: ScreenNode, kept: ReadonlySet<number | undefined>): boolean {
  return node[ID] !== undefined && !kept.has(node[ID]);
}

function dropAndNext(node: ScreenNode): ScreenNode | null {
  const next = node.nextSibling as ScreenNode | null;
  (node as unknown as ChildNode).remove();
  return next;
}

/** The next node without id that can become `wanted`. */
function nextAlike(from: ScreenNode | null, wanted: ScreenNode): ScreenNode | null {
  let node = from;
  while (node && (node[ID] !== undefined || !alike(node, wanted))) node = node.nextSibling as ScreenNode | null;
  return node;
}

/** Changing an input's type would lose what was typed in it, unless a command has changed it, as to show a password. */
const alike = (a: ScreenNode, b: ScreenNode): boolean =>
  a.nodeName === b.nodeName &&
  ((a as unknown as HTMLInputElement).type === (b as unknown as HTMLInputElement).type ||
    ownsAttribute(a as unknown as ScreenElement, "type"));

/** A custom element without content from the server has its own; a text area's content is only its first value. */
const fillsItself = (wanted: ScreenElement, given: object): boolean =>
  wanted.localName.includes("-") ? !wanted.firstChild : wanted.nodeName === "TEXTAREA" && "value" in given;

function syncAttributes(live: ScreenElement, wanted: ScreenElement, given: object): void {
  // Whether a `details` or `dialog` is open is the person's business, unless the server says it.
  const isOurs = (name: string) => name !== "open" || name in given;
  for (const { name, value } of wanted.attributes) {
    if (live.getAttribute(name) !== value && isOurs(name)) setAttribute(live, name, value);
  }
  for (const { name } of Array.from(live.attributes)) {
    // In painted HTML an attribute stood for the property: taking it away would change what the control shows.
    const isPainted = name !== "open" && name in given;
    if (!wanted.hasAttribute(name) && !isPainted && isOurs(name)) setAttribute(live, name, null);
  }
}
