import { TandemError } from "../core/errors.ts";
import { CloseCode } from "../protocol/close-codes.ts";

export interface CloseOptions {
  /** The close code of a soft close; 1001 unless told. */
  code?: number;
  /** Closes for good: clients show `message` and never reconnect. */
  hard?: boolean;
  /** Shown to the person at the screen. */
  message?: string;
}

/** A close with everything decided. */
export interface SettledClose {
  readonly code: CloseCode;
  readonly hard: boolean;
  readonly message: string;
}

/** The text of a hard close that brings none of its own, and of an app that has none. */
export const DEFAULT_CLOSING_TEXT = "This app has closed.";

export function settleClose(options: CloseOptions, hardDisconnectMessage: string | undefined): SettledClose {
  const { code = CloseCode.SessionEnded, hard = false, message } = options;
  if (hard) {
    const text = message ?? hardDisconnectMessage ?? DEFAULT_CLOSING_TEXT;
    return { code: CloseCode.HardDisconnect, hard, message: text };
  }
  if (!Number.isInteger(code) || code < 1000 || code > 4999) {
    throw new TandemError(
      "session/bad-close-code",
      `Expected a WebSocket close code from 1000 to 4999, but got ${String(code)}. Leave it out for 1001.`,
    );
  }
  return { code: code as CloseCode, hard, message: message ?? "" };
}
