import { randomId } from "../core/ids.ts";
import type { DownMessage } from "../protocol/frames.ts";

/** An error whose message is meant for the person at the screen, and is shown also in production. */
export class UserFacingError extends Error {
  override readonly name = "UserFacingError";
}

export interface ErrorReport {
  readonly errorId: string;
  readonly notice: DownMessage;
}

/** What the person at the screen is told of an error: an id to quote, and in development everything. */
export function reportFor(error: unknown, { development }: { development: boolean }): ErrorReport {
  const errorId = randomId(6);
  const text =
    error instanceof UserFacingError
      ? error.message
      : development
        ? String(error instanceof Error ? error.message : error)
        : "Something went wrong. The app goes on.";
  const details = development && error instanceof Error ? error.stack : undefined;
  const notice: DownMessage =
    details === undefined ? ["notice", "error", text, errorId] : ["notice", "error", text, errorId, details];
  return { errorId, notice };
}
