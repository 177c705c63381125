import { TandemError } from "../../core/errors.ts";

/** The type of a custom message: any text that is not empty. */
export function checkedMessageType(type: string): string {
  if (typeof type === "string" && type !== "") return type;
  const got = type === "" ? "an empty one" : typeof type;
  throw new TandemError("client/bad-message-type", `Expected the type of a message to be a text, but got ${got}.`);
}
