import type { TestSession } from "../support/test-session.ts";

/** A promise to be settled by the test. */
export function deferred<T = void>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}

/** The messages of the errors that a session reported. */
export const messagesOf = (test: TestSession): string[] =>
  test.events("app/error").map((entry) => (entry["error"] as Error).message);
