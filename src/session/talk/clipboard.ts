import { TandemError } from "../../core/errors.ts";
import { kindOf } from "../../core/kind-of.ts";
import type { Json } from "../../protocol/operations.ts";
import { ClientError } from "../call-errors.ts";
import type { CallOptions, ClientCalls } from "../client-calls.ts";

/**
 * The browser refused its clipboard: the person said no, the page is not in front, or there is none.
 *
 * @example
 * ```ts
 * import { ClipboardError, session } from "tandem";
 *
 * export async function copy(text: string) {
 *   try {
 *     await session.setClipboard(text);
 *   } catch (error) {
 *     if (!(error instanceof ClipboardError)) throw error;
 *     session.notify(`Please copy this by hand: ${text}`, { kind: "warning", duration: 0 });
 *   }
 * }
 * ```
 *
 * From Rio's `ClipboardError`.
 */
export class ClipboardError extends ClientError {
  override readonly name = "ClipboardError";

  constructor(clientName: string, message: string) {
    super(clientName, message, "client/clipboard");
  }
}

/** Puts a text into the clipboard of the acting client. */
export function writeClipboard(calls: ClientCalls, text: string, options?: CallOptions): Promise<void> {
  if (typeof text !== "string") {
    const problem = `Expected setClipboard() to get a text, but got ${kindOf(text)}.`;
    return Promise.reject(new TandemError("client/bad-clipboard-text", problem));
  }
  return calls.ask({ name: "clip", args: [text], read: () => {} }, options).catch(rethrow);
}

/** Reads the text in the clipboard of the acting client. */
export function readClipboard(calls: ClientCalls, options?: CallOptions): Promise<string> {
  return calls.ask({ name: "paste", args: [], read: asText }, options).catch(rethrow);
}

function asText(answer: Json | undefined): string {
  if (typeof answer === "string") return answer;
  throw new ClipboardError("TypeError", "Expected the page to answer with the clipboard's text, but it did not.");
}

function rethrow(error: unknown): never {
  if (!(error instanceof ClientError) || error instanceof ClipboardError) throw error;
  throw new ClipboardError(error.clientName, `The browser refused its clipboard. ${error.message}`);
}
