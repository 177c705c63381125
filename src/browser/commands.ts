import type { Declarations } from "./declarations.ts";
import type { ScreenElement } from "./node-facts.ts";
import { ownAttribute, ownClass } from "./overlay.ts";

type Command = (element: ScreenElement, ...args: string[]) => void;

/** Takes the attribute over from the server before changing it. */
const owning =
  (name: string, change: Command): Command =>
  (element, ...args) => {
    ownAttribute(element, name);
    change(element, ...args);
  };

const changeClass =
  (method: "add" | "remove" | "toggle"): Command =>
  (element, name) => {
    element.classList[method](name!);
    ownClass(element, name!);
  };

/** By name, as in `data-do`. */
const COMMANDS: Record<string, Command> = {
  show: owning("hidden", (element) => element.removeAttribute("hidden")),
  hide: owning("hidden", (element) => element.setAttribute("hidden", "")),
  toggle: owning("hidden", (element) => element.toggleAttribute("hidden")),
  "add-class": changeClass("add"),
  "remove-class": changeClass("remove"),
  "toggle-class": changeClass("toggle"),
  "set-attribute": (element, name, value) => {
    ownAttribute(element, name!);
    element.setAttribute(name!, value!);
  },
  "remove-attribute": (element, name) => {
    ownAttribute(element, name!);
    element.removeAttribute(name!);
  },
  focus: (element) => element.focus(),
  "open-dialog": owning("open", (element) => {
    const dialog = element as unknown as HTMLDialogElement;
    if (!dialog.open) dialog.showModal();
  }),
  "close-dialog": owning("open", (element) => (element as unknown as HTMLDialogElement).close()),
  dispatch: (element, type, detail) => {
    const { CustomEvent } = element.ownerDocument.defaultView!;
    element.dispatchEvent(new CustomEvent(type!, { bubbles: true, detail }));
  },
};

/** Does what `element` declares for this type of event, without the server. */
export function runCommands(element: ScreenElement, type: string, declarations: Declarations): void {
  const text = element.getAttribute("data-do");
  if (!text) return;
  for (const [name, selector, ...args] of declarations.commands(text)[type] ?? []) {
    const targets = selector ? element.ownerDocument.querySelectorAll<ScreenElement>(selector) : [element];
    for (const target of targets) COMMANDS[name]?.(target, ...args);
  }
}
