import type { SlotValue } from "../protocol/operations.ts";
import type { Encoder } from "./encoder.ts";

/** Something live in a block's markup: a binding, or raw HTML. */
export interface Slot {
  /** Its HTML as it is now; an attribute writes its leading space and name too. */
  html(): string;
  /** Its value for a client. */
  wire(encoder: Encoder): SlotValue;
  dispose(): void;
}
