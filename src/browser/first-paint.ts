import { attempt } from "./attempt.ts";
import type { Declarations } from "./declarations.ts";
import { COMMENT, EVENTS, type ScreenElement, type ScreenNode } from "./node-facts.ts";
import type { NodeIndex } from "./node-index.ts";
import type { TypedText } from "./typed-text.ts";

/** `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT` */
const ELEMENTS_AND_COMMENTS = 0x81;

export interface Adopters {
  index: NodeIndex;
  declarations: Declarations;
  typed: TypedText;
  /** Whether the person has changed this control since the page came. */
  isTouched(control: Element): boolean;
}

/** Takes over the page as the server painted it: one walk finds every id and declaration. */
export function adoptFirstPaint(document: Document, adopters: Adopters): void {
  const walker = document.createTreeWalker(document, ELEMENTS_AND_COMMENTS);
  const open: ScreenNode[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === COMMENT) adoptComment(node as ScreenNode, open, adopters.index);
    else adoptElement(node as ScreenElement, adopters);
  }
}

function adoptComment(comment: ScreenNode, open: ScreenNode[], index: NodeIndex): void {
  const { data = "" } = comment;
  if (/^\d+$/.test(data)) {
    open.push(comment);
  } else if (data === "/") {
    const start = open.pop();
    if (start) index.bindStretch(start, comment, Number(start.data));
  }
}

function adoptElement(element: ScreenElement, { index, declarations, typed, isTouched }: Adopters): void {
  const commands = element.getAttribute("data-do");
  if (commands) declarations.commands(commands);
  const id = element.getAttribute("data-t");
  if (id) index.bind(element as unknown as ScreenNode, Number(id));
  const events = element.getAttribute("data-on");
  if (events) element[EVENTS] = declarations.events(events);
  if (!isTouched(element)) showServersValue(element, typed);
}

/** Browsers fill in what was typed before a reload; a new session knows nothing of that. */
function showServersValue(element: ScreenElement, typed: TypedText): void {
  const set = (name: string, value: string | boolean | string[]) => typed.setProperty(element, name, value, Infinity);
  const control = element as unknown as HTMLInputElement;
  const chosen = element.getAttribute("data-value");
  if (chosen !== null && element.nodeName === "SELECT") {
    // HTML of the app's own may have an attribute of that name, too.
    attempt(() => set("value", (control as unknown as HTMLSelectElement).multiple ? JSON.parse(chosen) : chosen));
  } else if (element.hasAttribute("data-t") && /^(INPUT|TEXTAREA)$/.test(element.nodeName)) {
    if (control.type === "checkbox" || control.type === "radio") set("checked", control.defaultChecked);
    else if (control.type !== "file") set("value", control.defaultValue);
  }
}
