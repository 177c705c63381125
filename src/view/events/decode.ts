import { eventKind, type EventKind } from "../../protocol/event-kinds.ts";
import type { EventPayload } from "../../protocol/frames.ts";
import type { ActingClient, Modifiers } from "./base-event.ts";
import type {
  FocusEvent,
  InputEvent,
  KeyEvent,
  ScrollEvent,
  SubmitEvent,
  Submitter,
  ToggleEvent,
} from "./control-events.ts";
import type { DetailEvent } from "./detail-event.ts";
import { FormValues } from "./form-values.ts";
import type { DragEvent, MouseEvent, PointerEvent, WheelEvent } from "./mouse-events.ts";
import type { EventOfKind, PlainEvent } from "./plain-event.ts";

/** Makes the plain event that a handler gets. `payload` is what `parsePayload` let through. */
export function toPlainEvent(type: string, payload: EventPayload | undefined, client: ActingClient): PlainEvent {
  return decoders[eventKind(type)](type, payload ?? NOTHING, client);
}

const NOTHING: EventPayload = Object.freeze({});

type Decoder<Event> = (type: string, payload: EventPayload, client: ActingClient) => Event;

const decoders: { readonly [Kind in EventKind]: Decoder<EventOfKind[Kind]> } = {
  mouse: toMouseEvent,
  pointer: toPointerEvent,
  wheel: toWheelEvent,
  drag: toMouseEvent satisfies Decoder<DragEvent>,
  key: toKeyEvent,
  input: toInputEvent,
  focus: toFocusEvent,
  submit: toSubmitEvent,
  toggle: toToggleEvent,
  scroll: toScrollEvent,
  plain: (type, _payload, client) => ({ type, client }),
  detail: toDetailEvent,
};

/** Every field by name, no spread: clicks are the commonest event. */
function toMouseEvent(type: string, payload: EventPayload, client: ActingClient): MouseEvent {
  const { at, m = 0 } = payload;
  return {
    type,
    client,
    x: at?.[0] ?? 0,
    y: at?.[1] ?? 0,
    clientX: at?.[2] ?? 0,
    clientY: at?.[3] ?? 0,
    button: payload.b ?? 0,
    clicks: payload.n ?? 1,
    altKey: (m & 1) !== 0,
    ctrlKey: (m & 2) !== 0,
    metaKey: (m & 4) !== 0,
    shiftKey: (m & 8) !== 0,
  };
}

function toPointerEvent(type: string, payload: EventPayload, client: ActingClient): PointerEvent {
  const mouse = toMouseEvent(type, payload, client);
  return { ...mouse, pointerId: payload.p ?? 1, pointerType: payload.pt ?? "mouse" };
}

function toWheelEvent(type: string, payload: EventPayload, client: ActingClient): WheelEvent {
  const mouse = toMouseEvent(type, payload, client);
  return { ...mouse, deltaX: payload.s?.[0] ?? 0, deltaY: payload.s?.[1] ?? 0 };
}

function toKeyEvent(type: string, payload: EventPayload, client: ActingClient): KeyEvent {
  return {
    type,
    client,
    key: payload.k ?? "",
    code: payload.code ?? "",
    repeat: payload.r === 1,
    value: valueOf(payload),
    ...modifiers(payload.m ?? 0),
  };
}

function modifiers(bits: number): Modifiers {
  return {
    altKey: (bits & 1) !== 0,
    ctrlKey: (bits & 2) !== 0,
    metaKey: (bits & 4) !== 0,
    shiftKey: (bits & 8) !== 0,
  };
}

function toInputEvent(type: string, payload: EventPayload, client: ActingClient): InputEvent {
  const value = valueOf(payload);
  return {
    type,
    client,
    value,
    checked: payload.c ?? false,
    values: valuesOf(payload),
    number: toNumber(value),
    badInput: payload.bad === 1,
  };
}

/** The one value of a control; of a multiple select, the first chosen. */
function valueOf({ v }: EventPayload): string {
  return (typeof v === "string" ? v : v?.[0]) ?? "";
}

function valuesOf({ v }: EventPayload): readonly string[] {
  if (v === undefined) return [];
  return typeof v === "string" ? [v] : v;
}

function toNumber(text: string): number | null {
  if (text.trim() === "") return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

function toFocusEvent(type: string, payload: EventPayload, client: ActingClient): FocusEvent {
  return { type, client, value: valueOf(payload), badInput: payload.bad === 1 };
}

function toSubmitEvent(type: string, payload: EventPayload, client: ActingClient): SubmitEvent {
  return { type, client, data: new FormValues(payload.f ?? []), submitter: toSubmitter(payload.by) };
}

function toSubmitter(by: string | undefined): Submitter | null {
  if (by === undefined) return null;
  const equals = by.indexOf("=");
  return equals < 0 ? { name: by, value: "" } : { name: by.slice(0, equals), value: by.slice(equals + 1) };
}

function toToggleEvent(type: string, payload: EventPayload, client: ActingClient): ToggleEvent {
  return { type, client, open: payload.o ?? false };
}

function toScrollEvent(type: string, payload: EventPayload, client: ActingClient): ScrollEvent {
  const [left = 0, top = 0, width = 0, height = 0, clientWidth = 0, clientHeight = 0] = payload.s ?? [];
  return { type, client, left, top, width, height, clientWidth, clientHeight };
}

function toDetailEvent(type: string, payload: EventPayload, client: ActingClient): DetailEvent {
  return { type, client, detail: payload.d ?? null, value: valueOf(payload) };
}
