import type { Overlay } from "../browser/overlay.ts";
import type { ScreenElement } from "../browser/node-facts.ts";
import { chosenValues } from "../browser/select-value.ts";
import { isVoidElement } from "../view/markup.ts";
import type { ServerFacts } from "./server-screen.ts";

/** What decides, for one element, which of its parts are compared. */
export interface ElementFacts extends ServerFacts {
  /** What client commands have changed: it is the page's own. */
  readonly overlay: Overlay | undefined;
}

const NO_FACTS: ElementFacts = { given: {}, fillsItself: false, overlay: undefined };
/** Marks for the runtime, and what HTML needs to say in place of properties. */
const MARKS = new Set(["data-t", "data-on", "data-value", "selected"]);
const [ELEMENT, TEXT] = [1, 3];

/** The elements of a region that both sides know, in document order; a custom element's own content is not among them. */
export function sharedElements(region: Element, facts: readonly ServerFacts[]): ScreenElement[] {
  const found: ScreenElement[] = [];
  const visit = (parent: Element) => {
    for (const child of parent.children) {
      const own = facts[found.push(child as ScreenElement) - 1]?.fillsItself;
      if (own !== true) visit(child);
    }
  };
  visit(region);
  return found;
}

/** Writes a region's content as lines that are the same whenever what is shown is the same. */
export class ScreenLines {
  readonly #factsOf: ReadonlyMap<Element, ElementFacts>;
  readonly #lines: string[] = [];

  constructor(factsOf: ReadonlyMap<Element, ElementFacts>) {
    this.#factsOf = factsOf;
  }

  of(region: Element): string[] {
    this.#children(region, "");
    return this.#lines;
  }

  #children(parent: Element, indent: string): void {
    for (const part of partsOf(parent)) {
      if (typeof part === "string") this.#lines.push(indent + part);
      else this.#element(part, indent);
    }
  }

  #element(element: ScreenElement, indent: string): void {
    const facts = this.#factsOf.get(element) ?? NO_FACTS;
    const tag = element.localName;
    const start = `${indent}<${tag}${attributesOf(element, facts)}${stateOf(element, facts)}>`;
    const end = isVoidElement(tag) ? "" : `</${tag}>`;
    const parts = facts.fillsItself || (tag === "textarea" && "value" in facts.given) ? [] : partsOf(element);
    if (parts.every((part) => typeof part === "string")) {
      this.#lines.push(start + parts.join("") + end);
      return;
    }
    this.#lines.push(start);
    this.#children(element, `${indent}  `);
    this.#lines.push(indent + end);
  }
}

/** Elements and texts; neighbouring texts are one, comments are nothing. */
function partsOf(parent: Node): (string | ScreenElement)[] {
  const parts: (string | ScreenElement)[] = [];
  let text = "";
  const endText = () => {
    if (text !== "") parts.push(escape(text));
    text = "";
  };
  for (const node of parent.childNodes) {
    if (node.nodeType === TEXT) text += (node as Text).data;
    if (node.nodeType !== ELEMENT) continue;
    endText();
    parts.push(node as ScreenElement);
  }
  endText();
  return parts;
}

function attributesOf(element: ScreenElement, { given, overlay }: ElementFacts): string {
  const isCompared = (name: string) =>
    !MARKS.has(name) && !(name in given) && name !== "open" && !(overlay?.attributes.has(name) ?? false);
  return Array.from(element.attributes)
    .filter(({ name }) => isCompared(name) && !(name === "tabindex" && element.matches("h1:focus, main:focus")))
    .map(({ name, value }) => [name, settledValue(element, name, value, overlay)] as const)
    .filter(([name, value]) => value !== "" || (name !== "class" && name !== "style"))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${escape(value)}"`))
    .join("");
}

function settledValue(element: ScreenElement, name: string, value: string, overlay: ElementFacts["overlay"]): string {
  if (name === "style") return element.style.cssText;
  if (name !== "class" || overlay === undefined) return value;
  return value
    .split(" ")
    .filter((each) => !overlay.classes.has(each))
    .join(" ");
}

/** Properties, written with a dot, in which a control's state shows. */
function stateOf(element: ScreenElement, { given }: ElementFacts): string {
  return Object.keys(given)
    .sort()
    .map((name) => ` .${name}=${JSON.stringify(readProperty(element, name))}`)
    .join("");
}

function readProperty(element: ScreenElement, name: string): unknown {
  if (name === "value" && element.nodeName === "SELECT") {
    return chosenValues(element as unknown as HTMLSelectElement);
  }
  return (element as unknown as Record<string, unknown>)[name];
}

const escape = (text: string): string =>
  text.replace(/[&<>"\n\t\r]/g, (character) => ESCAPES[character] ?? `&#${character.charCodeAt(0)};`);
const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
