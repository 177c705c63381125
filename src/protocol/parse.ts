import type { Limits } from "../core/limits.ts";
import { exceedsBytes } from "./byte-length.ts";
import { CLOSE_REASONS, CloseCode } from "./close-codes.ts";
import type { ClientToServer, Hello, UpNumbered } from "./frames.ts";
import { exceedsDepth } from "./json-depth.ts";
import { parseUntrustedJson } from "./untrusted-json.ts";

/** Why a frame from a client is refused: the code to close with, the limit or close reason to log, and what came. */
export interface FrameBreach {
  readonly code: CloseCode;
  readonly name: string;
  readonly detail: string;
}

export type ParsedFrame =
  | { readonly frame: ClientToServer; readonly breach?: undefined }
  | { readonly frame?: undefined; readonly breach: FrameBreach };

/** Longest type of an event, name of a request, attach ticket, and time zone, in UTF-16 units. */
export const MAX_EVENT_TYPE_LENGTH = 64;
export const MAX_REQUEST_NAME_LENGTH = 256;
export const MAX_TICKET_LENGTH = 4096;
const MAX_TIMEZONE_LENGTH = 64;

/**
 * Reads a frame from a client: bounded in size and depth, and of a known shape. An event's payload stays as it
 * came; what reads it knows which fields its kind of event has.
 */
export function parseClientFrame(text: string, limits: Pick<Limits, "maxFrameBytes" | "maxJsonDepth">): ParsedFrame {
  if (exceedsBytes(text, limits.maxFrameBytes)) {
    const detail = `a frame of ${text.length} characters, over ${limits.maxFrameBytes} bytes`;
    return { breach: { code: CloseCode.FrameTooLarge, name: "maxFrameBytes", detail } };
  }
  if (exceedsDepth(text, limits.maxJsonDepth)) {
    const detail = `JSON nested deeper than ${limits.maxJsonDepth}`;
    return { breach: { code: CloseCode.ProtocolError, name: "maxJsonDepth", detail } };
  }
  let value: unknown;
  try {
    value = parseUntrustedJson(text);
  } catch {
    return malformed("a frame that is not JSON");
  }
  return Array.isArray(value) ? parseParts(value) : malformed("a frame that is not an array");
}

function malformed(detail: string): ParsedFrame {
  const code = CloseCode.ProtocolError;
  return { breach: { code, name: CLOSE_REASONS[code], detail } };
}

function parseParts(parts: unknown[]): ParsedFrame {
  const first = parts[0];
  if (typeof first === "number") return parseNumbered(parts);
  if (first === "hello") return parseHello(parts);
  if (first === "goodbye" && parts.length === 1) return { frame: ["goodbye"] };
  return malformed("a frame of unknown kind");
}

function parseHello(parts: unknown[]): ParsedFrame {
  const facts = parts[1];
  if (parts.length !== 2 || typeof facts !== "object" || facts === null) return malformed("a hello without facts");
  const { protocol, ticket, frame, timezone } = facts as Record<string, unknown>;
  if (!isCount(protocol)) return malformed("a hello without protocol version");
  if (!isText(ticket, MAX_TICKET_LENGTH)) return malformed("a hello without ticket");
  if (!isCount(frame) && frame !== -1) return malformed("a hello without frame number");
  const hello: Hello = ["hello", { protocol, ticket, frame }];
  // One that is none is only not known.
  if (isText(timezone, MAX_TIMEZONE_LENGTH)) hello[1].timezone = timezone;
  return { frame: hello };
}

function parseNumbered(parts: unknown[]): ParsedFrame {
  const [n, acknowledged, kind] = parts;
  if (!isCount(n) || !isCount(acknowledged)) return malformed("a frame whose numbers are not whole");
  if (n === 0) return parts.length === 2 ? { frame: [0, acknowledged] } : malformed("a pulse with content");
  return isKnown(kind, parts)
    ? { frame: parts as unknown as UpNumbered }
    : malformed("a numbered frame of unknown shape");
}

function isKnown(kind: unknown, parts: unknown[]): boolean {
  if (kind === "request") return isRequest(parts);
  if (kind === "answer") return isAnswer(parts);
  if (kind === "tell") return isTell(parts);
  return isElementEvent(parts);
}

function isAnswer(parts: unknown[]): boolean {
  const shaped = parts.length === 5 || parts.length === 6;
  return shaped && isCount(parts[3]) && typeof parts[4] === "boolean";
}

function isTell(parts: unknown[]): boolean {
  const shaped = parts.length === 4 || parts.length === 5;
  return shaped && isText(parts[3], MAX_EVENT_TYPE_LENGTH);
}

function isElementEvent(parts: unknown[]): boolean {
  const shaped = parts.length === 4 || parts.length === 5;
  return shaped && isCount(parts[2]) && isText(parts[3], MAX_EVENT_TYPE_LENGTH);
}

function isRequest(parts: unknown[]): boolean {
  const shaped = parts.length === 6 && Array.isArray(parts[5]);
  return shaped && isCount(parts[3]) && isText(parts[4], MAX_REQUEST_NAME_LENGTH);
}

/** A whole number from 0 that arithmetic does not round. */
function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === "string" && value !== "" && value.length <= maxLength;
}
