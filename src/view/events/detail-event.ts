import type { Json } from "../../protocol/operations.ts";
import type { BaseEvent } from "./base-event.ts";

/** Any event that Tandem does not know: those of custom elements, above all. */
export interface DetailEvent extends BaseEvent {
  /** The event's `detail`; `null` when it has none, or none that JSON can say. */
  readonly detail: Json;
  /** The `value` of the element, if it has one that is text; else empty. */
  readonly value: string;
}
