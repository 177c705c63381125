/** Why a connection closes. Codes from 4000 are Tandem's own; `PROTOCOL.md` says what a client does for each. */
export const CloseCode = {
  /** The session closed softly, or the server goes away for good. */
  SessionEnded: 1001,
  /** The server restarts: reconnect. */
  ServerRestart: 1012,
  /** The server could not find out who the client is: try again later. */
  TryAgain: 1013,
  /** `session.close({ hard: true })`: show the closing text, never reconnect. */
  HardDisconnect: 4001,
  /** The client sent what the protocol does not allow. */
  ProtocolError: 4400,
  /** The ticket is wrong, or not this browser's or this user's. */
  TicketRefused: 4401,
  /** The session is not, or no longer, here. */
  SessionGone: 4404,
  /** No hello, or no heartbeat, in time, or too slow a reader. */
  TimedOut: 4408,
  /** A newer connection of the same client took over. */
  Replaced: 4409,
  /** A frame was over its size limit. */
  FrameTooLarge: 4413,
  /** The page speaks another protocol version: reload. */
  VersionMismatch: 4426,
  /** Too many events too fast. */
  RateExceeded: 4429,
} as const;
export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

/** The reason sent with each code. */
export const CLOSE_REASONS: Record<CloseCode, string> = {
  1001: "session-ended",
  1012: "server-restart",
  1013: "try-again",
  4001: "hard-disconnect",
  4400: "protocol-error",
  4401: "ticket-refused",
  4404: "session-gone",
  4408: "timed-out",
  4409: "replaced",
  4413: "frame-too-large",
  4426: "version-mismatch",
  4429: "rate-exceeded",
};

/**
 * The codes after which a client does not come back. (1001 is one only when a `["close", …]` notice came: a
 * proxy that goes away says it too.) 1009 is how a WebSocket says 4413 when a frame is far over its limit.
 */
export const FINAL_CODES: readonly number[] = [1009, 4001, 4401, 4404, 4409, 4413, 4426];
