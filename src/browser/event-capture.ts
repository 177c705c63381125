import type { Clock } from "../core/clock.ts";
import type { EventDeclaration } from "../protocol/event-declaration.ts";
import type { EventPayload } from "../protocol/frames.ts";
import { runCommands } from "./commands.ts";
import { Declarations } from "./declarations.ts";
import { EventPacing } from "./event-pacing.ts";
import { isKeyAmong } from "./key-filter.ts";
import { ELEMENT, EVENTS, ID, type ScreenElement } from "./node-facts.ts";
import { readPayload, type Snapshot } from "./payload.ts";
import type { TypedText } from "./typed-text.ts";

export interface CaptureParts {
  document: Document;
  clock: Clock;
  typed: TypedText;
  /** Answers the event's number. */
  send(id: number, type: string, payload?: EventPayload): number;
}

/** Listened to from the start: they end a wait, or change what a control holds. */
const ALWAYS = ["input", "change", "submit", "reset", "focusout", "compositionstart", "compositionend"];
const ENTERING = /^(input|change)$/;
/** Nothing may wait behind these. */
const FLUSHING = /^(change|submit|focusout)$/;

/** Hears every event that the server or a client command asked for, at the document, before anyone else. */
export class EventCapture {
  readonly declarations: Declarations;
  readonly #document: Document;
  readonly #clock: Clock;
  readonly #typed: TypedText;
  readonly #pacing: EventPacing;
  readonly #send: CaptureParts["send"];
  /** By type: whether the listener may prevent the default action. */
  readonly #listened = new Map<string, boolean>();
  /** The last input that an input method made, not told yet. */
  #composedInput: Event | null = null;
  /** The text just composed: some browsers report it once more. */
  #composedText: string | null = null;

  constructor({ document, clock, typed, send }: CaptureParts) {
    this.#document = document;
    this.#clock = clock;
    this.#typed = typed;
    this.#send = send;
    this.#pacing = new EventPacing(clock);
    this.declarations = new Declarations((type, cancels) => this.#listenTo(type, cancels));
    for (const type of ALWAYS) this.#listenTo(type, false);
  }

  /** Sends what waits for its time, before the page goes. */
  flush(): void {
    this.#pacing.flush();
  }

  stop(): void {
    for (const type of this.#listened.keys()) this.#document.removeEventListener(type, this.handle, true);
    this.#listened.clear();
    this.#pacing.stop();
  }

  readonly handle = (event: Event, snapshot?: Snapshot): void => {
    const target = event.target as ScreenElement;
    if (target.nodeType !== ELEMENT || this.#isComposition(event, target)) return;
    if (FLUSHING.test(event.type)) this.#pacing.flush();
    if (event.type === "focusout") this.#typed.left(target);
    if (event.type === "submit") keepPage(event as SubmitEvent);
    if (event.type === "reset") this.#clock.setTimeout(() => tellFields(target as unknown as HTMLFormElement), 0);
    this.#walk(event, target, snapshot);
  };

  /** From where it happened up, as the event itself would go. */
  #walk(event: Event, target: ScreenElement, snapshot?: Snapshot): void {
    if (isWanted(event.type, target)) this.#typed.entered(target, event.type);
    for (let element: ScreenElement | null = target; element; element = element.parentElement as ScreenElement | null) {
      if (isDisabled(element)) return;
      runCommands(element, event.type, this.declarations);
      if (this.#meet(event, element, snapshot) || !event.bubbles) return;
    }
  }

  /** Answers whether the event ends here. */
  #meet(event: Event, element: ScreenElement, snapshot?: Snapshot): boolean {
    let ends = false;
    for (const declaration of element[EVENTS] ?? []) {
      if (declaration.type !== event.type || !applies(declaration, event, element)) continue;
      if (declaration.preventDefault) event.preventDefault();
      ends ||= declaration.stopPropagation;
      this.#offer(declaration, event, element, snapshot);
    }
    return ends;
  }

  #offer(declaration: EventDeclaration, event: Event, element: ScreenElement, snapshot?: Snapshot): void {
    const { type } = event;
    const target = event.target as ScreenElement;
    const payload = readPayload(event, element, snapshot);
    const facts = Object.keys(payload).length ? [payload] : [];
    const send = () => {
      const number = this.#send(element[ID]!, type, ...facts);
      this.#typed.sent(target, number, type);
    };
    this.#pacing.offer({ declaration, element, target, send });
  }

  /** While an input method composes, the server hears nothing; then the outcome, once. */
  #isComposition(event: Event, target: ScreenElement): boolean {
    const { type } = event;
    const text = (target as unknown as HTMLInputElement).value;
    if (type === "compositionstart") {
      this.#typed.composes(target);
    } else if (type === "compositionend") {
      this.#endComposition(text);
    } else if (this.#typed.isComposingIn(target) && /^(input|key.*)$/.test(type)) {
      if (type === "input") this.#composedInput = event;
      return true;
    } else if (type === "input") {
      const isRepeated = text === this.#composedText;
      this.#composedText = null;
      return isRepeated;
    }
    return false;
  }

  #endComposition(text: string): void {
    const input = this.#composedInput;
    this.#composedInput = null;
    const target = input?.target as ScreenElement | undefined;
    if (target) {
      this.#composedText = text;
      this.#walk(input!, target);
    }
    this.#typed.composed();
  }

  #listenTo(type: string, cancels: boolean): void {
    const document = this.#document;
    const before = this.#listened.get(type);
    if (before || before === cancels) return;
    this.#listened.set(type, cancels);
    document.removeEventListener(type, this.handle, true);
    // Browsers take listeners for wheel and touch at the document for passive unless told otherwise.
    document.addEventListener(type, this.handle, { capture: true, passive: cancels ? false : undefined });
  }
}

/** Whether what the person did to this control is going to be told, now or at its `change`. */
function isWanted(type: string, target: ScreenElement): boolean {
  if (!ENTERING.test(type)) return false;
  for (let element: ScreenElement | null = target; element; element = element.parentElement as ScreenElement | null) {
    if (element[EVENTS]?.some((declaration) => ENTERING.test(declaration.type))) return true;
  }
  return false;
}

function applies(declaration: EventDeclaration, event: Event, element: Element): boolean {
  if (declaration.selfOnly && event.target !== element) return false;
  if (declaration.keys && "key" in event && !isKeyAmong(declaration.keys, event as KeyboardEvent)) return false;
  return !(declaration.preventDefault && opensElsewhere(event, element));
}

/** A click with a modifier on a link asks for a new tab or window: that is the browser's. */
function opensElsewhere(event: Event, element: Element): boolean {
  const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
  return event.type === "click" && (ctrlKey || metaKey || shiftKey) && element.matches("a[href]");
}

/** A form that says where it goes, or closes its dialog, does that, unless the server handles it. */
function keepPage(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (!form.hasAttribute("action") && form.getAttribute("method") !== "dialog") event.preventDefault();
}

/** A reset changes fields without a word; by now it has. */
function tellFields(form: HTMLFormElement): void {
  const { Event } = form.ownerDocument.defaultView!;
  for (const field of form.elements) {
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/** A disabled field set is only so for the controls in it. */
const isDisabled = (element: Element): boolean =>
  "disabled" in element && element.nodeName !== "FIELDSET" && element.matches(":disabled");
