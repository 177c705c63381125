import type { EventPayload } from "../protocol/frames.ts";
import type { Json } from "../protocol/operations.ts";
import { chosenValues } from "./select-value.ts";

/** What an early event found at its time, which may have changed since. */
export interface Snapshot {
  value?: string;
  checked?: boolean;
  form?: FormData;
}

const HAS_VALUE = /^(input|change|key.*|focus.*|blur)$/;
const IS_TOGGLE = /^(before)?toggle$|^close$|^cancel$/;

/**
 * The facts of an event, by its short names. Which ones there are follows from what the event has, and agrees with
 * `event-kinds.ts` without needing its table here. `element` is the one listened on.
 */
export function readPayload(event: Event, element: Element, snapshot?: Snapshot): EventPayload {
  const { type } = event;
  const payload: EventPayload = {};
  if ("clientX" in event) readMouse(event as MouseEvent, element, payload);
  if ("key" in event && "code" in event) readKey(event as KeyboardEvent, payload);
  if (HAS_VALUE.test(type) || isCustom(event)) readControl(event.target as HTMLInputElement, payload, snapshot);
  if (type === "submit") readForm(event as SubmitEvent, payload, snapshot);
  if (type === "wheel") payload.s = [(event as WheelEvent).deltaX, (event as WheelEvent).deltaY].map(Math.round);
  if (type.startsWith("scroll")) payload.s = scrollOf(event.target as Element);
  if (IS_TOGGLE.test(type)) payload.o = isOpen(event);
  if (isCustom(event)) readDetail(event.detail, payload);
  return payload;
}

/** Only custom events have a detail without belonging to a view. */
const isCustom = (event: Event): event is CustomEvent => "detail" in event && !("view" in event);

function readMouse(event: MouseEvent, element: Element, payload: EventPayload): void {
  const { clientX, clientY, button, detail } = event;
  const { left, top } = element.getBoundingClientRect();
  payload.at = [clientX - left, clientY - top, clientX, clientY].map(Math.round);
  if (button > 0) payload.b = button;
  if (detail > 1) payload.n = detail;
  readModifiers(event, payload);
  // A click is a pointer event too, in some browsers.
  if (event.type.includes("pointer")) {
    const { pointerId, pointerType } = event as PointerEvent;
    if (pointerId !== 1) payload.p = pointerId;
    if (pointerType !== "mouse") payload.pt = pointerType;
  }
}

function readModifiers(event: MouseEvent | KeyboardEvent, payload: EventPayload): void {
  const keys = +event.altKey | (+event.ctrlKey << 1) | (+event.metaKey << 2) | (+event.shiftKey << 3);
  if (keys) payload.m = keys;
}

function readKey(event: KeyboardEvent, payload: EventPayload): void {
  payload.k = event.key;
  payload.code = event.code;
  if (event.repeat) payload.r = 1;
  readModifiers(event, payload);
}

function readControl(control: HTMLInputElement, payload: EventPayload, snapshot?: Snapshot): void {
  const { type, localName } = control;
  if (type === "checkbox" || type === "radio") {
    payload.c = snapshot?.checked ?? control.checked;
    // What a checkbox without a value has.
    if (control.value !== "on") payload.v = control.value;
  } else if (localName === "select") {
    payload.v = chosenValues(control as unknown as HTMLSelectElement);
  } else if (/^(input|textarea)$|-/.test(localName)) {
    const value = snapshot?.value ?? control.value;
    if (typeof value === "string") payload.v = value;
    // Half a date is no value, and not the same as none.
    if (control.validity?.badInput) payload.bad = 1;
  } else if (control.isContentEditable) {
    payload.v = control.textContent ?? "";
  }
}

function readForm(event: SubmitEvent, payload: EventPayload, snapshot?: Snapshot): void {
  const form = event.target as HTMLFormElement;
  const { FormData } = form.ownerDocument.defaultView!;
  const entries = (snapshot?.form ?? new FormData(form)).entries();
  payload.f = Array.from(entries, ([name, value]) => [name, typeof value === "string" ? value : value.name]);
  const by = event.submitter as HTMLButtonElement | null;
  if (by?.name) payload.by = `${by.name}=${by.value}`;
}

const scrollOf = (element: Element): number[] =>
  [
    element.scrollLeft,
    element.scrollTop,
    element.scrollWidth,
    element.scrollHeight,
    element.clientWidth,
    element.clientHeight,
  ].map(Math.round);

/** A popover has no attribute for it, but its event says it. */
function isOpen(event: Event): boolean {
  const { newState } = event as ToggleEvent;
  return newState ? newState === "open" : !!(event.target as HTMLDetailsElement).open;
}

/** What is not JSON does not travel. */
function readDetail(detail: unknown, payload: EventPayload): void {
  try {
    if (detail != null) payload.d = JSON.parse(JSON.stringify(detail)) as Json;
  } catch {
    // A cycle, or nothing at all: as if there were no detail.
  }
}
