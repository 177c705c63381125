import { TandemError } from "../core/errors.ts";
import { kindOf } from "../core/kind-of.ts";

/** Throws unless a method of a session, or of a module, got a function where it wants one. */
export function expectFunction(method: string, fn: unknown): void {
  if (typeof fn === "function") return;
  throw new TandemError(
    "session/not-a-function",
    `Expected ${method}() to get a function to call, but got ${kindOf(fn)}. Give the function itself, or () => ….`,
  );
}

/** Throws unless a session's method got a text, where it wants one. `what`: as in "the name of an app". */
export function expectText(method: string, what: string, text: unknown): void {
  if (typeof text === "string") return;
  throw new TandemError(
    "session/not-a-text",
    `Expected session.${method}() to get ${what} as text, but got ${kindOf(text)}. Make it text with String(…).`,
  );
}

/** Throws for a `signal` that is given and cannot abort anything. */
export function expectAbortSignal(where: string, signal: unknown): void {
  if (signal === undefined || signal instanceof AbortSignal) return;
  throw new TandemError(
    "session/not-an-abort-signal",
    `Expected the signal for ${where} to be an AbortSignal, but got ${kindOf(signal)}. Give the signal of an AbortController, or AbortSignal.timeout(…).`,
  );
}
