import { element, namespaceInside, type TreeElement, type TreeNode } from "./tree.ts";

const TOKEN = /<!--(.*?)-->|<\/([^\s>]+)>|<([^\s>/]+)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>|([^<]+)/gs;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Reads the HTML that the server writes; anything out of order throws. `parent` is the tag it stands in. */
export function parseHtml(html: string, parent = "root"): TreeNode[] {
  const root = element(parent);
  const open = [root];
  let end = 0;
  for (const [token, comment, closed, name, attributes, text] of html.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    end += token.length;
    if (comment !== undefined) parent.children.push({ kind: "comment", text: comment });
    else if (closed !== undefined) close(open, closed);
    else if (name !== undefined) start(open, name, attributes!);
    else parent.children.push({ kind: "text", text: unescape(isDropped(parent) ? text!.replace(/^\n/, "") : text!) });
  }
  if (end !== html.length || open.length !== 1) throw new Error(`Expected well-formed HTML, but got ${html}`);
  return root.children;
}

/** Whether a line break at this place is none. */
const isDropped = ({ tag, children }: TreeElement): boolean => children.length === 0 && /^(pre|textarea)$/.test(tag);

function start(open: TreeElement[], name: string, attributes: string): void {
  const parent = open.at(-1)!;
  const namespace = name === "svg" || name === "math" ? `${name}:` : namespaceInside(parent.tag);
  const child = element(
    namespace + name,
    Array.from(attributes.matchAll(ATTRIBUTE), ([, key, value]): [string, string] => [key!, unescape(value ?? "")]),
  );
  if (attributes.match(ATTRIBUTE)?.length !== (attributes.trim() === "" ? undefined : child.attributes.size)) {
    throw new Error(`Expected each attribute once, but got <${name}${attributes}>`);
  }
  parent.children.push(child);
  if (!VOID.test(name)) open.push(child);
}

function close(open: TreeElement[], name: string): void {
  const { tag } = open.pop()!;
  if (tag.slice(tag.indexOf(":") + 1) !== name) throw new Error(`Expected </${tag}>, but got </${name}>.`);
}

function unescape(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#13;", "\r")
    .replaceAll("&amp;", "&");
}
