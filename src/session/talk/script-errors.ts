import type { Json } from "../../protocol/operations.ts";
import { ClientError } from "../call-errors.ts";

/** In development: what a page tells of code that failed in it, as a line for the log. It is untrusted. */
export function heardScriptError(value: Json | undefined): string {
  const { clientName, message } = ClientError.of(value);
  return `runJs failed in the page with ${clientName}: ${message}`;
}
