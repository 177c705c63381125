import { Window as DomWindow } from "happy-dom";
import { ContentBuilder } from "../../../src/browser/content-builder.ts";
import { Declarations } from "../../../src/browser/declarations.ts";
import { DomTarget } from "../../../src/browser/dom-target.ts";
import { adoptFirstPaint } from "../../../src/browser/first-paint.ts";
import { COMMENT, ELEMENT, ID, WANTED, type ScreenElement, type ScreenNode } from "../../../src/browser/node-facts.ts";
import { NodeIndex } from "../../../src/browser/node-index.ts";
import { rawHtmlIn } from "../../../src/browser/raw-html.ts";
import { TypedText } from "../../../src/browser/typed-text.ts";
import type { Operation } from "../../../src/protocol/operations.ts";
import { parseHtml } from "./html-tree.ts";
import { element, serialize, type TreeElement, type TreeNode } from "./tree.ts";

const window = new DomWindow({ url: "http://localhost/" }) as unknown as Window;
const { document } = window;

/** The page's real target on a DOM for Node, without a connection. One at a time, as they share the document. */
export class DomScreen {
  readonly #target: DomTarget;

  constructor(html: { root: string; layers: string }) {
    document.body.replaceChildren(
      ...parseHtml(`<div data-t="1">${html.root}</div><div data-t="2">${html.layers}</div>`).map(domOf),
    );
    const typed = new TypedText();
    const index = new NodeIndex();
    const declarations = new Declarations(() => {});
    const builder = new ContentBuilder({ document, index, declarations, typed, rawHtml: rawHtmlIn(window) });
    this.#target = new DomTarget(document, builder);
    adoptFirstPaint(document, { index, declarations, typed, isTouched: () => false });
  }

  apply(operations: readonly Operation[]): void {
    this.#target.apply(operations, Infinity);
  }

  /** In the terms of {@link ServerScreen}. */
  toString(): string {
    return Array.from(document.body.children, (region) => serialize(treesOf(region))).join("\n");
  }
}

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";

/** As a browser's parser makes it; the one of this DOM knows no namespaces inside `foreignObject`. */
function domOf(node: TreeNode): Node {
  if (node.kind === "text") return document.createTextNode(node.text);
  if (node.kind === "comment") return document.createComment(node.text);
  const [namespace, name] = node.tag.startsWith("svg:") ? [SVG, node.tag.slice(4)] : [HTML, node.tag];
  const made = document.createElementNS(namespace, name);
  for (const [attribute, value] of node.attributes) made.setAttribute(attribute, value);
  made.append(...node.children.map(domOf));
  return made;
}

const treesOf = (parent: Node): TreeNode[] => Array.from(parent.childNodes, (node) => treeOf(node as ScreenNode));

function treeOf(node: ScreenNode): TreeNode {
  if (node.nodeType === COMMENT) return { kind: "comment", text: node[ID]! > 0 ? String(node[ID]) : "/" };
  if (node.nodeType !== ELEMENT) return { kind: "text", text: node.data! };
  const live = node as unknown as ScreenElement;
  const tree = element((live.namespaceURI === SVG ? "svg:" : "") + live.localName);
  for (const { name, value } of live.attributes) tree.attributes.set(name, value);
  readControl(live, tree);
  tree.children.push(...(live.localName === "textarea" ? [] : treesOf(live)));
  return normalized(tree, live[ID]);
}

/** What the control shows, whatever its attributes say. */
function readControl(live: ScreenElement, { attributes }: TreeElement): void {
  const { localName, value, checked } = live as unknown as HTMLInputElement;
  if (localName === "input" || localName === "textarea") attributes.set("value", value);
  if (localName === "select") attributes.set("data-value", String(live[WANTED]));
  if (checked) attributes.set("checked", "");
  else attributes.delete("checked");
}

/** Ids stand beside an element's attributes; how it came to have them makes no difference. */
function normalized(tree: TreeElement, id: string | number | undefined): TreeElement {
  const { attributes } = tree;
  if (id !== undefined) attributes.set("#", String(id));
  for (const name of ["data-t", "data-on"]) attributes.delete(name);
  if (attributes.get("type") === "checkbox") attributes.delete("value");
  return tree;
}

/** The server's HTML in the same terms. */
export function serializePainted(regions: readonly TreeElement[]): string {
  const normalize = (node: TreeNode): TreeNode => {
    if (node.kind !== "element") return node;
    const { tag } = node;
    const tree = element(tag, node.attributes);
    if (tag === "textarea") tree.attributes.set("value", serialize(node.children));
    else tree.children.push(...node.children.map(normalize));
    return normalized(tree, tree.attributes.get("data-t"));
  };
  return regions.map(({ children }) => serialize(children.map(normalize))).join("\n");
}
