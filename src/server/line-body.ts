import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { Clock } from "../core/clock.ts";
import { earlyBody } from "./early-body.ts";
import { EventReader, type LineEvent } from "../transport/event-text.ts";

/** Why a body is refused: the status to answer with, the name for the log, and how a WebSocket would close. */
export interface BodyFault {
  readonly status: 400 | 408 | 413;
  readonly name: string;
  readonly code?: number;
}

const TOO_LARGE: BodyFault = { status: 413, name: "maxFrameBytes", code: 1009 };
const TOO_MANY_PARTS: BodyFault = { status: 413, name: "maxFrameParts", code: 1008 };
const MALFORMED: BodyFault = { status: 400, name: "protocol-error", code: 1007 };
/** By a parser before us that did not keep it. */
const ALREADY_READ: BodyFault = { status: 400, name: "body-read-before" };
const TOO_SLOW: BodyFault = { status: 408, name: "helloTimeout" };

/** What a client posted; `undefined` when it has gone. */
export type LineBody =
  | { readonly events: readonly LineEvent[]; readonly fault?: undefined }
  | { readonly fault: BodyFault }
  | undefined;

export interface BodyLimits {
  readonly maxBytes: number;
  readonly maxParts: number;
  /** Milliseconds until the whole of it must be here. */
  readonly timeout: number;
  readonly clock: Clock;
}

export async function readLineBody(request: IncomingMessage, limits: BodyLimits): Promise<LineBody> {
  const early = earlyBody(request);
  if (early.kind === "lost") return { fault: ALREADY_READ };
  if (early.kind === "kept") return early.bytes.length > limits.maxBytes ? { fault: TOO_LARGE } : eventsIn(early.bytes);
  if (Number(request.headers["content-length"] ?? 0) > limits.maxBytes) return { fault: TOO_LARGE };
  const bytes = await readBytes(request, limits);
  if (bytes === undefined) return undefined;
  if (!Buffer.isBuffer(bytes)) return { fault: bytes };
  return eventsIn(bytes);
}

function eventsIn(bytes: Buffer): LineBody {
  if (!isUtf8(bytes)) return { fault: MALFORMED };
  const reader = new EventReader();
  const events = reader.read(bytes.toString());
  return reader.isAtEnd ? { events } : { fault: MALFORMED };
}

function readBytes(
  request: IncomingMessage,
  { maxBytes, maxParts, timeout, clock }: BodyLimits,
): Promise<Buffer | BodyFault | undefined> {
  if (request.destroyed) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const timer = clock.setTimeout(() => settle(TOO_SLOW), timeout);
    const settle = (outcome: Buffer | BodyFault | undefined) => {
      clock.clearTimeout(timer);
      request.off("data", onData).pause();
      resolve(outcome);
    };
    const onData = (part: Buffer) => {
      size += part.length;
      if (size > maxBytes) settle(TOO_LARGE);
      else if (parts.push(part) > maxParts) settle(TOO_MANY_PARTS);
    };
    request.on("data", onData);
    request.on("end", () => settle(Buffer.concat(parts)));
    request.on("close", () => settle(undefined));
    request.on("error", () => settle(undefined));
  });
}
