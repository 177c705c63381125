import type { Json } from "../../protocol/operations.ts";

/** An input that takes messages in its own way: a custom element, or one that a page's script gave this method. */
interface Receiver {
  receiveMessage?(element: HTMLElement, message: Json): void;
}

type Control = HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement;

/** What a native control takes, besides `value`; none of these can make text into code, markup or an address. */
const PROPERTIES = "checked placeholder min max step disabled required readOnly minLength maxLength rows cols".split(
  " ",
);

/** Hands `[id, message, tellsBack, development]` to the input with that id. */
export function receiveInputMessage(document: Document, args: Json[]): void {
  const [id, message, tellsBack, development] = args as [string, Json, boolean, boolean];
  const element = document.getElementById(id) as (HTMLElement & Receiver) | null;
  const warn = (problem: string) => development && console.warn(`A message for input "${id}": ${problem}.`);
  if (!element) warn("there is none with this id");
  else if (element.receiveMessage) element.receiveMessage(element, message);
  else if (!/^(input|select|textarea)$/.test(element.localName)) warn("it has no receiveMessage(el, message)");
  else {
    for (const [name, value] of Object.entries(Object(message) as Record<string, Json>)) {
      if (name === "value") setValue(element as Control, value);
      else if (PROPERTIES.includes(name) && name in element) Object.assign(element, { [name]: value });
      else warn(`it takes no "${name}"`);
    }
    if (tellsBack) tellChange(document, [id]);
  }
}

/** As if a person had done it, so that what the control is bound to follows. */
export function tellChange(document: Document, [id]: Json[]): void {
  const element = document.getElementById(id as string);
  for (const type of ["input", "change"])
    element?.dispatchEvent(new document.defaultView!.Event(type, { bubbles: true }));
}

function setValue(control: Control, value: Json): void {
  if (!control.multiple || control.localName !== "select") control.value = String(value ?? "");
  else for (const option of control.options) option.selected = [value].flat().includes(option.value);
}
