import { ModelComment, ModelElement, ModelText, type ModelNode } from "./model-nodes.ts";

const TOKEN = /<!--(.*?)-->|<\/([\w-]+)>|<([\w-]+)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>|([^<]+)/gs;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Reads the HTML that a session writes; not HTML at large. */
export function parseMarkup(html: string): ModelNode[] {
  const top = new ModelElement("top");
  const open = [top];
  const stretches: ModelComment[] = [];
  for (const [, comment, closed, tag, attributes, text] of html.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    if (comment === "/") {
      const end = new ModelComment(undefined);
      stretches.pop()!.end = end;
      parent.add(end);
    } else if (comment !== undefined) {
      const start = new ModelComment(Number(comment));
      stretches.push(start);
      parent.add(start);
    } else if (closed !== undefined) {
      open.pop();
    } else if (tag !== undefined) {
      const element = elementOf(tag, attributes ?? "");
      parent.add(element);
      if (tag !== "input") open.push(element);
    } else {
      parent.add(new ModelText(unescape(text!)));
    }
  }
  return top.splice(0, top.length, []);
}

function elementOf(tag: string, attributes: string): ModelElement {
  const element = new ModelElement(tag);
  for (const [, name, value = ""] of attributes.matchAll(ATTRIBUTE)) {
    if (name === "data-t") element.id = Number(value);
    else if (name === "data-on") element.listens = value;
    else if (tag === "input" && name === "value") element.properties.set("value", unescape(value));
    else element.setAttribute(name!, unescape(value));
  }
  return element;
}

const unescape = (text: string): string => text.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
