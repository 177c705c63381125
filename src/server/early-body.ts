import type { IncomingMessage } from "node:http";

/** What is left of a request's body that a parser of the host has read before us. */
export type EarlyBody =
  /** Nobody has read it. */
  | { readonly kind: "unread" }
  | { readonly kind: "kept"; readonly bytes: Buffer }
  /** It was read, and cannot be put together again. */
  | { readonly kind: "lost" };

const BODILESS = ["GET", "HEAD"];
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/i;

/** Parsers leave what they make of a body in `request.body`: bytes and texts are as they came, JSON says the same again. */
export function earlyBody(request: IncomingMessage): EarlyBody {
  if (!request.readableEnded || BODILESS.includes(request.method ?? "")) return { kind: "unread" };
  const { body } = request as { body?: unknown };
  if (typeof body === "string" || Buffer.isBuffer(body)) return { kind: "kept", bytes: Buffer.from(body) };
  const isJson = body !== undefined && JSON_TYPE.test(request.headers["content-type"] ?? "");
  if (isJson) return { kind: "kept", bytes: Buffer.from(JSON.stringify(body)) };
  return { kind: "lost" };
}
