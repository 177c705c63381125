import type { Json } from "../../protocol/operations.ts";

/** An input that takes messages in its own way: a custom element, or one that a page's script gave this method. */
interface Receiver {
  receiveMessage?(element: HTMLElement, message: Json): void;
}

type Control = Omit<HTMLInputElement & HTMLSelectElement, "type"> & { readonly type: string };

/** What a native control takes, besides `value`; none of these can make text into code, markup or an address. */
const PROPERTIES = "checked placeholder min max step disabled required readOnly minLength maxLength rows cols".split(
  " ",
);

/** Hands `[id, message, tellsBack, development]` to the input with that id. */
export function receiveInputMessage(document: Document, args: Json[]): void {
  const [id, message, tellsBack, development] = args as [string, Json, boolean, boolean];
  const element = findInput(document, id, message);
  const warn = (problem: string) => development && console.warn(`A message for input "${id}": ${problem}.`);
  if (!element) warn("there is none with this id");
  else if (element.receiveMessage) element.receiveMessage(element, message);
  else if (!isNative(element)) warn("it has no receiveMessage(el, message)");
  else {
    for (const [name, value] of Object.entries(Object(message) as Record<string, Json>)) {
      if (name === "value") setValue(element as unknown as Control, value);
      else if (PROPERTIES.includes(name) && name in element) Object.assign(element, { [name]: value });
      else warn(`it takes no "${name}"`);
    }
    if (tellsBack) tellChange(document, args);
  }
}

/** As if a person had done it, so that what the control is bound to follows. */
export function tellChange(document: Document, [id, message]: Json[]): void {
  const element = findInput(document, id as string, message!);
  if (!element || element.receiveMessage || !isNative(element)) return;
  const { Event } = document.defaultView!;
  for (const type of ["input", "change"]) element.dispatchEvent(new Event(type, { bubbles: true }));
}

const isNative = ({ localName }: Element): boolean => /^(input|select|textarea)$/.test(localName);

/** The element with that id; or the radio button of that name which stands for the value. */
function findInput(document: Document, id: string, message: Json): (HTMLElement & Receiver) | null {
  const { value } = Object(message) as { value?: Json };
  const isMeant = (one: HTMLElement) =>
    (one as unknown as Control).type === "radio" && (one as unknown as Control).value === value;
  return document.getElementById(id) ?? [...document.getElementsByName(id)].find(isMeant) ?? null;
}

function setValue(control: Control, value: Json): void {
  if (control.type === "radio") control.checked = control.value === value;
  else if (!control.multiple || control.localName !== "select") control.value = String(value ?? "");
  else for (const option of control.options) option.selected = [value].flat().includes(option.value);
}
