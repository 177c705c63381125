import type { AttributeValue } from "../protocol/operations.ts";
import type { ScreenElement } from "./node-facts.ts";
import { ownsAttribute, restoreClasses } from "./overlay.ts";

const XLINK = "http://www.w3.org/1999/xlink";

/** Sets an attribute, or takes it away; what client commands did to it stays. */
export function setAttribute(element: ScreenElement, name: string, value: AttributeValue): void {
  if (ownsAttribute(element, name)) return;
  if (value === null) element.removeAttribute(name);
  else if (name === "style") setStyle(element, value);
  else if (name.startsWith("xlink:")) element.setAttributeNS(XLINK, name, text(value));
  else element.setAttribute(name, text(value));
  if (name === "class") restoreClasses(element);
}

const text = (value: string | true): string => (value === true ? "" : value);

/** Through the object model: a strict content security policy refuses the attribute. */
function setStyle(element: ScreenElement, value: string | true): void {
  element.style.cssText = text(value);
}
