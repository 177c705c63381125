import { TandemError } from "../core/errors.ts";
import type { Json } from "../protocol/operations.ts";

/**
 * What a call rejects with that needs a client when the session ends, or has ended.
 *
 * @example
 * ```ts
 * import { session, SessionEnded } from "tandem";
 *
 * export async function closeAfter(work: Promise<void>) {
 *   try {
 *     await work;
 *     await session.close();
 *   } catch (error) {
 *     if (!(error instanceof SessionEnded)) throw error;
 *   }
 * }
 * ```
 *
 * From PyWebIO's `SessionClosedException`.
 */
export class SessionEnded extends TandemError {
  override readonly name = "SessionEnded";

  constructor(what: string) {
    super("session/ended", `Expected a session that goes on, but it has ended: ${what}.`);
  }
}

/**
 * Hands on the promise of a call that needs a client. Where nobody awaits it, it is no unhandled rejection that the
 * session ended: somebody left, and that is all.
 */
export function unlessEnded<T>(call: Promise<T>): Promise<T> {
  const result: Promise<T> = call.catch((error: unknown) => {
    if (error instanceof SessionEnded) result.catch(() => {});
    throw error;
  });
  return result;
}

/** An error that happened in the page: what code of yours threw there, or why the browser refused. */
export class ClientError extends TandemError {
  override readonly name: string = "ClientError";
  /** The name of the browser's error, such as `"TypeError"` or `"NotAllowedError"`. */
  readonly clientName: string;

  constructor(clientName: string, message: string, code = "client/error") {
    super(code, message);
    this.clientName = clientName;
  }

  /** Of what a page answered, which is untrusted. */
  static of(answer: Json | undefined): ClientError {
    const { name, message } = (typeof answer === "object" && answer !== null ? answer : {}) as Record<string, unknown>;
    return new ClientError(textOr(name, "Error"), textOr(message, "The page reported an error without a message."));
  }
}

/** Longest text of a page's error that is kept. */
const MAX_TEXT = 2_000;

function textOr(value: unknown, fallback: string): string {
  return typeof value === "string" && value !== "" ? value.slice(0, MAX_TEXT) : fallback;
}
