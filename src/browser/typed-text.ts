/**
 * Keeps what a person enters from being overwritten by an answer to something they entered before.
 *
 * Each control remembers the number of the last input that was sent for it. A value from the server counts only
 * in a frame that has acknowledged that number, and not while something entered still waits to be sent.
 */
import type { Json } from "../protocol/operations.ts";
import { setText } from "./caret.ts";
import { DRAFT, SAID, SENT, WANTED, type ScreenElement } from "./node-facts.ts";
import { chosenValues, settleSelect } from "./select-value.ts";

const TEXT_CONTROL = /^(INPUT|TEXTAREA)$/;

export class TypedText {
  /** The control that an input method is composing text in. */
  #composing: ScreenElement | null = null;
  #held: (() => void) | null = null;

  /** The person changed a control whose value the server wants to hear. A `change` only confirms the inputs before it. */
  entered(control: ScreenElement, type: string): void {
    if (type === "input") control[DRAFT] = true;
    if (control.nodeName === "SELECT") control[WANTED] = chosenValues(control as unknown as HTMLSelectElement);
  }

  /** An event carried the control's value. A `change` after an `input` says nothing new, so no newer answer is due. */
  sent(control: ScreenElement, number: number, type: string): void {
    if (type !== "input" && !(type === "change" && control[DRAFT])) return;
    for (const one of withRadioGroup(control)) {
      one[SENT] = number;
      one[DRAFT] = false;
    }
  }

  /** The control lost the focus: whatever was to be sent has been. (When the window loses it, nothing is yet.) */
  left(control: ScreenElement): void {
    if (control.ownerDocument.activeElement !== control) control[DRAFT] = false;
  }

  isComposingIn(control: EventTarget | null): boolean {
    return this.#composing !== null && this.#composing === control;
  }

  composes(control: ScreenElement): void {
    this.#composing = control;
    this.#held = null;
  }

  /** Call it after what was composed has been sent: a value that came meanwhile counts only if nothing was. */
  composed(): void {
    this.#composing = null;
    this.#held?.();
    this.#held = null;
  }

  /** A browser that returns to a page fills in what was entered there before, which this session knows nothing of. */
  undoRestored(document: Document): void {
    for (const control of document.querySelectorAll<ScreenElement>("input,textarea,select")) {
      // What was entered since the runtime began was sent, or will be.
      if (control[SENT] || control[DRAFT]) continue;
      for (const name in control[SAID]) this.setProperty(control, name, control[SAID][name]!, Infinity);
    }
  }

  /** Sets a property as the server asks, unless the person's own input is newer. */
  setProperty(element: ScreenElement, name: string, value: Json, acknowledged: number): void {
    const ofPerson = name === "value" || name === "checked";
    if (ofPerson) (element[SAID] ??= {})[name] = value;
    if (ofPerson && (element[DRAFT] || acknowledged < (element[SENT] ?? 0))) return;
    if (ofPerson && this.isComposingIn(element)) {
      this.#held = () => this.setProperty(element, name, value, acknowledged);
    } else if (name === "value" && element.nodeName === "SELECT") {
      element[WANTED] = value;
      settleSelect(element);
    } else if (name === "value" && TEXT_CONTROL.test(element.nodeName)) {
      setText(element as unknown as HTMLInputElement, String(value ?? ""));
    } else {
      (element as unknown as Record<string, Json>)[name] = value;
    }
  }
}

/** Choosing one radio button changes all of its group. */
function withRadioGroup(control: ScreenElement): Iterable<ScreenElement> {
  const { type, name, form } = control as unknown as HTMLInputElement;
  if (type !== "radio" || !name) return [control];
  const radios = control.ownerDocument.querySelectorAll<HTMLInputElement & ScreenElement>("input[type=radio]");
  return Array.from(radios).filter((radio) => radio.name === name && radio.form === form);
}
