import type { Json, Operation } from "./operations.ts";
import type { ArrayFacts } from "./typed-arrays.ts";

/** The protocol's version; a client of another version is told to reload. */
export const PROTOCOL_VERSION = 1;

// ---------------------------------------------------------------- server → client

/**
 * `[n, acknowledged, operations, messages?]`: frame `n` (1, 2, 3 …) for this client. `acknowledged` is the number
 * of the last event of this client that the session had handled when the frame left. An element's `value` in a
 * frame is stale, and to be ignored, while an input that the client sent for it has a higher number.
 */
export type DownFrame = [n: number, acknowledged: number, operations: Operation[], messages?: DownMessage[]];
/** `[0, acknowledged]`: no content; answers a heartbeat, or acknowledges events that changed nothing. */
export type DownPulse = [n: 0, acknowledged: number];
/** Not numbered: the first word on a connection, and the last. */
export type DownControl = ["welcome", Welcome] | ["close", CloseNotice];
export type ServerToClient = DownFrame | DownPulse | DownControl;

export interface Welcome {
  /** The last event of this client that the session has handled: the client sends those after it again. */
  event: number;
  /** The frame that the next one follows: the client's last one, unless the whole screen follows. */
  frame: number;
  /** Whether frames after the client's last one follow (true), or a whole resynchronisation (false). */
  resumed: boolean;
  /** How often the client must be heard, in milliseconds. */
  heartbeat: number;
  /** The largest frame that the server accepts, in bytes. */
  maxFrameBytes: number;
}

export interface CloseNotice {
  code: number;
  /** Text for the person at the screen. */
  message: string;
}

/** What may not be dropped, delivered in order inside numbered frames. More kinds may be added. */
export type DownMessage =
  /** For `Tandem.addCustomMessageHandler(type, …)`. */
  | ["custom", type: string, message: Json]
  /** Answers `Tandem.makeRequest`; without `value`: `undefined`. */
  | ["response", tag: number, ok: boolean, value?: Json]
  /** Has the page do what `name` says, such as to copy a text, and answer with the same `id`. */
  | ["call", id: number, name: string, args: Json[]]
  /** Nobody waits for the answer of a call any more. */
  | ["cancel", id: number]
  /** Has the page do what `name` says; there is no answer. */
  | ["do", name: string, args: Json[]]
  /**
   * Calls a method of the element with `data-ref="ref"` with `args` and the arrays, which stand behind the frame's
   * text in this order: see `binary-frame.ts`.
   */
  | ["data", ref: number, method: string, args: Json[], arrays: ArrayFacts[]]
  /** A notice the framework shows by itself, as for an uncaught error: `id` to quote, `text`, optional details. */
  | ["notice", kind: "error" | "info", text: string, id: string, details?: string];

// ---------------------------------------------------------------- client → server

/** First on every connection. */
export type Hello = ["hello", HelloFacts];
export interface HelloFacts {
  protocol: number;
  /** The signed attach ticket that came with the page. */
  ticket: string;
  /** The last frame this client has applied; 0: it shows the page as first painted; -1: send the whole screen. */
  frame: number;
  /** The browser's time zone, such as `"Europe/Berlin"`. A page says it in a cookie. */
  timezone?: string;
}
/** `[n, acknowledged, id, type, payload?]`: event number `n` (1, 2, 3 …) on element `id`. */
export type ElementEvent = [n: number, acknowledged: number, id: number, type: string, payload?: EventPayload];
/** `[n, acknowledged, kind, ...]`: any other numbered word from the client. More kinds may be added. */
export type ClientMessage =
  /** From `Tandem.makeRequest(name, ...args)`. */
  | [n: number, acknowledged: number, kind: "request", tag: number, name: string, args: Json[]]
  /** Answers a call: `ok` with its result, or else `{ name, message }` of the error. Without `value`: `undefined`. */
  | [n: number, acknowledged: number, kind: "answer", id: number, ok: boolean, value?: Json]
  /** Something about the page that the session asked to be told of, by topic. */
  | [n: number, acknowledged: number, kind: "tell", topic: string, value?: Json];
export type ClientAnswer = Extract<ClientMessage, [number, number, "answer", ...unknown[]]>;
/** A request of a page, as the session handles it. */
export interface ClientRequest {
  /** The number of the client that asked. */
  readonly client: number;
  readonly tag: number;
  readonly name: string;
  readonly args: readonly Json[];
}
/** `[0, acknowledged]`: heartbeat, and acknowledgement of frames. */
export type UpPulse = [n: 0, acknowledged: number];
/** The page is going away for good. */
export type Goodbye = ["goodbye"];
export type UpNumbered = ElementEvent | ClientMessage;
export type ClientToServer = Hello | UpNumbered | UpPulse | Goodbye;

/** What happened, by its short name; the session turns it into the plain event a handler gets. Only what applies. */
export interface EventPayload {
  /** `at`: `[x, y, clientX, clientY]`, whole pixels; x and y from the top left of the element listened on. */
  at?: number[];
  /** Mouse button, when not 0. */
  b?: number;
  /** Modifier keys: 1 alt, 2 ctrl, 4 meta, 8 shift; when not 0. */
  m?: number;
  /** Click count, when above 1. */
  n?: number;
  /** `event.key` and `event.code`. */
  k?: string;
  code?: string;
  /** 1 when the key repeats. */
  r?: 1;
  /** Value of the control: text, or the chosen values of a multiple select. */
  v?: string | string[];
  /** Whether the checkbox or radio is checked. */
  c?: boolean;
  /** 1 when what is in the control is no value of its type, such as half a date; `v` is empty then. */
  bad?: 1;
  /** Form data in document order; files by name only. */
  f?: [name: string, value: string][];
  /** Name of the button that submitted, `name=value`. */
  by?: string;
  /** Whether a `details`, `dialog` or popover is open. */
  o?: boolean;
  /** Scroll position `[left, top, width, height, clientWidth, clientHeight]` or wheel `[dx, dy]`. */
  s?: number[];
  /** Pointer id, when not 1, and type, when not "mouse". */
  p?: number;
  pt?: string;
  /** Detail of a custom event, as JSON. */
  d?: Json;
}
