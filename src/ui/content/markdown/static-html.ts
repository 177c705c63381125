import { escapeHtml, isVoidElement } from "../../../view/markup.ts";
import { JsxNode, type Child } from "../../../view/node.ts";

/** HTML of what does not live: elements, text, and components that are made of those. */
export function staticHtml(child: Child): string {
  if (child === null || child === undefined || typeof child === "boolean") return "";
  if (Array.isArray(child)) return child.map(staticHtml).join("");
  if (!(child instanceof JsxNode)) return escapeHtml(String(child as string | number));
  const { type, props } = child;
  if (typeof type === "function") return staticHtml(type(props as never));
  const start = `<${type}${Object.entries(props).map(attributeHtml).join("")}>`;
  return isVoidElement(type) ? start : `${start}${staticHtml(props["children"] as Child)}</${type}>`;
}

function attributeHtml([name, value]: [string, unknown]): string {
  if (name === "children" || value === undefined || value === null || value === false) return "";
  return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value as string | number))}"`;
}
