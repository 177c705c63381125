import { TandemError } from "../../core/errors.ts";
import type { DownMessage } from "../../protocol/frames.ts";
import { jsonCopy } from "./json-copy.ts";

interface InputMessage {
  /** For every page; `tellsBack` says that the page itself tells the session of a new value. */
  forAll(tellsBack: boolean): DownMessage;
  /**
   * For the one page that then tells the session of a new value: of many that show the same, one is enough. `null` if
   * there is no new value.
   */
  readonly forActing: DownMessage | null;
}

/** What pages are told of a message to the input with this id. */
export function inputMessage(given: { id: string; message: unknown; development: boolean }): InputMessage {
  const { id, development } = given;
  if (typeof id !== "string" || id === "") {
    throw new TandemError("client/bad-input-id", `Expected the id of an input, but got ${JSON.stringify(id)}.`);
  }
  const message = jsonCopy(given.message, "message");
  const changes = typeof message === "object" && message !== null && ("value" in message || "checked" in message);
  return {
    forAll: (tellsBack) => ["do", "input", [id, message, tellsBack && changes, development]],
    forActing: changes ? ["do", "entered", [id, message]] : null,
  };
}
