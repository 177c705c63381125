import type { ElementEvent } from "../../protocol/frames.ts";
import type { ActingClient } from "../../view/events/base-event.ts";
import { toPlainEvent } from "../../view/events/decode.ts";
import { parsePayload } from "../../view/events/payload.ts";
import type { Outcome } from "../../view/control-handler.ts";
import type { View } from "../../view/view.ts";

/** Checks an element event from a client and runs its handler. Throws `PayloadBreach` for a malformed one. */
export function dispatchElementEvent(
  view: View,
  message: ElementEvent,
  { client, isAlone }: { client: ActingClient; isAlone: boolean },
): Outcome | undefined {
  const [, , id, type, payload] = message;
  const event = toPlainEvent(type, parsePayload(payload), client);
  return view.dispatch(id, event, { isAlone });
}
