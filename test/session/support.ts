import type { TestSession } from "../support/test-session.ts";

/** The messages of the errors that a session reported. */
export const messagesOf = (test: TestSession): string[] =>
  test.events("app/error").map((entry) => (entry["error"] as Error).message);
