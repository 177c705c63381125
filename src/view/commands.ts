import type { Command } from "./commands-type.ts";
import type { Ref } from "./jsx/ref-type.ts";

/** An element: a ref, or a CSS selector. Left out: the element that the event is listened to on. */
export type CommandTarget = Ref | string;

/** What a command is inside: its name, a CSS selector ("" for the element itself), and its arguments. */
export class CommandStep {
  readonly step: readonly string[];
  constructor(name: string, target: CommandTarget | undefined, ...args: string[]) {
    this.step = [name, selectorOf(target), ...args];
  }
}

function selectorOf(target: CommandTarget | undefined): string {
  if (target === undefined) return "";
  return typeof target === "string" ? target : `[data-ref="${target.key}"]`;
}

const make = (name: string, target: CommandTarget | undefined, ...args: string[]): Command =>
  new CommandStep(name, target, ...args) as unknown as Command;

/**
 * Things the browser does by itself on an event, without a round trip; what they change stays through later updates.
 *
 * @example
 * ```tsx
 * import { command, ref } from "tandem";
 *
 * export default function Help() {
 *   const text = ref();
 *   return (
 *     <section>
 *       <button onClick={command.toggle(text)}>Help</button>
 *       <p ref={text} hidden>Press the button again to close this.</p>
 *     </section>
 *   );
 * }
 * ```
 *
 * Several in an array run in order, and one function among them is called on the server as well.
 */
export const command = {
  /** Shows the element if it is hidden, else hides it. */
  toggle: (target?: CommandTarget): Command => make("toggle", target),
  /** Takes the `hidden` attribute away. */
  show: (target?: CommandTarget): Command => make("show", target),
  /** Sets the `hidden` attribute. */
  hide: (target?: CommandTarget): Command => make("hide", target),
  addClass: (name: string, target?: CommandTarget): Command => make("add-class", target, name),
  removeClass: (name: string, target?: CommandTarget): Command => make("remove-class", target, name),
  toggleClass: (name: string, target?: CommandTarget): Command => make("toggle-class", target, name),
  setAttribute: (name: string, value: string, target?: CommandTarget): Command =>
    make("set-attribute", target, name, value),
  removeAttribute: (name: string, target?: CommandTarget): Command => make("remove-attribute", target, name),
  /** Moves the focus to the element. */
  focus: (target?: CommandTarget): Command => make("focus", target),
  /** Opens a `dialog` as a modal one. */
  openDialog: (target?: CommandTarget): Command => make("open-dialog", target),
  /** Closes a `dialog`. */
  closeDialog: (target?: CommandTarget): Command => make("close-dialog", target),
  /** Fires a DOM event of this type on the element. */
  dispatch: (type: string, target?: CommandTarget): Command => make("dispatch", target, type),
} as const;
