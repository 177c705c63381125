import type { CloseNotice, DownMessage, Welcome } from "./frames.ts";

/** A down frame around operations that were encoded once for all clients. */
export interface FrameParts {
  readonly n: number;
  readonly acknowledged: number;
  /** `JSON.stringify(operations)`. */
  readonly encoded: string;
  readonly messages?: readonly DownMessage[];
}

/** `[n,acknowledged,operations]`, with messages if there are any. */
export function encodeFrame({ n, acknowledged, encoded, messages }: FrameParts): string {
  const end = messages === undefined || messages.length === 0 ? "]" : `,${JSON.stringify(messages)}]`;
  return `[${n},${acknowledged},${encoded}${end}`;
}

/** `[0,acknowledged]`. */
export function encodePulse(acknowledged: number): string {
  return `[0,${acknowledged}]`;
}

export function encodeWelcome(welcome: Welcome): string {
  return JSON.stringify(["welcome", welcome]);
}

export function encodeClose(notice: CloseNotice): string {
  return JSON.stringify(["close", notice]);
}
