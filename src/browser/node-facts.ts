/**
 * What the runtime keeps on a DOM node: properties under symbols, so that cloned markup needs no attributes and
 * a removed node takes its facts along.
 */
import type { EventDeclaration } from "../protocol/event-declaration.ts";
import type { Json } from "../protocol/operations.ts";
import type { Overlay } from "./overlay.ts";

/** The id the session gave to this element or start comment; for an end comment, that of its start, negative. */
export const ID = Symbol();
/** The events that the server listens to on this element. */
export const EVENTS = Symbol();
/** The end comment of a start comment. */
export const END = Symbol();
/** What client commands changed on this element. */
export const OVERLAY = Symbol();
/** Properties that the server gave to a new element; a resynchronisation carries them over. */
export const GIVEN = Symbol();
/** The number of the last input that was sent for this control. */
export const SENT = Symbol();
/** Set while the control has an input that the server wants and that has not been sent. */
export const DRAFT = Symbol();
/** The `value` and `checked` that the server said last. */
export const SAID = Symbol();
/** What a `select` should show, even while it has no such option. */
export const WANTED = Symbol();

export interface ScreenNode extends Node {
  [ID]?: number;
  [END]?: ScreenNode;
  data?: string;
}

export interface ScreenElement extends HTMLElement {
  [ID]?: number;
  [EVENTS]?: readonly EventDeclaration[];
  [OVERLAY]?: Overlay;
  [GIVEN]?: Record<string, Json>;
  [SENT]?: number;
  [DRAFT]?: boolean;
  [SAID]?: Record<string, Json>;
  [WANTED]?: Json;
}

export const ELEMENT = 1;
export const TEXT = 3;
export const COMMENT = 8;
