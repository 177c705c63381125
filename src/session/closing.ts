import { TandemError } from "../core/errors.ts";
import { rejectUnknownOptions } from "../core/options.ts";
import { CLOSE_REASONS, CloseCode } from "../protocol/close-codes.ts";
import { expectText } from "./arguments.ts";

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
  /** What the line closes with. */
  readonly code: number;
  readonly hard: boolean;
  readonly message: string;
}

/** The text of a hard close that brings none of its own, and of an app that has none. */
const DEFAULT_CLOSING_TEXT = "This app has closed.";

/** The text of a session that nobody acted in for `idleTimeout`, of an app that has none. */
export const DEFAULT_IDLE_TEXT = "This app has closed because nobody used it for a while.";

export function settleClose(options: CloseOptions, hardDisconnectMessage: string | undefined): SettledClose {
  rejectUnknownOptions("close()", options, ["code", "hard", "message"]);
  const { code = CloseCode.SessionEnded, hard = false, message } = options;
  if (message !== undefined) expectText("close", "the message", message);
  if (hard) {
    const text = message ?? hardDisconnectMessage ?? DEFAULT_CLOSING_TEXT;
    return { code: CloseCode.HardDisconnect, hard, message: text };
  }
  if (code === CloseCode.HardDisconnect) {
    throw badCode(code, "Close for good with { hard: true }");
  }
  if (!isSendable(code)) throw badCode(code, "Leave it out for 1001");
  return { code, hard, message: message ?? "" };
}

/** Soft closes from which pages come back by themselves, to the next server or to a new session. */
const RENEWING: readonly number[] = [CloseCode.ServerRestart, CloseCode.SessionGone];

/**
 * What pages are told of a close. A code of the app's own is for whoever watches the line; to a page it is the end of
 * its session, as any.
 */
export const toldCode = (code: number): CloseCode =>
  code in CLOSE_REASONS ? (code as CloseCode) : CloseCode.SessionEnded;

/** The reason that is sent with a code, of ours or the app's. */
export const closeReason = (code: number): string =>
  CLOSE_REASONS[code as CloseCode] ?? CLOSE_REASONS[CloseCode.SessionEnded];

/** Whether a line may be closed with it. Those from 4400 say what Tandem itself found. */
function isSendable(code: number): boolean {
  if (RENEWING.includes(code)) return true;
  if (!Number.isInteger(code) || (code in CLOSE_REASONS && code >= 4000)) return false;
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

function badCode(code: number, remedy: string): TandemError {
  return new TandemError(
    "session/bad-close-code",
    `Expected a WebSocket close code of the app's own, from 3000 to 4999 but for Tandem's, or a standard one, but got ${String(code)}. ${remedy}.`,
  );
}
