import type { IncomingMessage, ServerResponse } from "node:http";
import { COMMON_HEADERS } from "./security-headers.ts";

/** Of one connection, which is the server's own affair. */
const HOP_BY_HOP = ["connection", "keep-alive", "proxy-connection", "trailer", "transfer-encoding", "upgrade"];

/**
 * Sends a `Response`. Resolves to whether all of it left. What makes its body fail cuts the line, so that half an
 * answer never looks whole, and is what the promise rejects with.
 */
export async function sendWebResponse(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
): Promise<boolean> {
  const { body } = answer;
  if (response.destroyed || response.headersSent) {
    await body?.cancel().catch(() => {});
    return false;
  }
  response.writeHead(answer.status, headerList(answer.headers));
  if (body === null || request.method === "HEAD") {
    await body?.cancel().catch(() => {});
    response.end();
    return true;
  }
  const length = answer.headers.get("content-length");
  return pump(body, response, length === null ? undefined : Number(length));
}

/** Tandem's own for every answer, unless the app says otherwise; that nothing is guessed from content is not up to it. */
function headerList(headers: Headers): string[] {
  const list: string[] = [];
  for (const [name, value] of Object.entries(COMMON_HEADERS)) {
    if (name === "X-Content-Type-Options" || !headers.has(name)) list.push(name, value);
  }
  for (const [name, value] of headers) {
    if (name !== "x-content-type-options" && !HOP_BY_HOP.includes(name)) list.push(name, value);
  }
  return list;
}

async function pump(
  body: ReadableStream<Uint8Array>,
  response: ServerResponse,
  length: number | undefined,
): Promise<boolean> {
  const reader = body.getReader();
  const onClose = () => void reader.cancel().catch(() => {});
  response.once("close", onClose);
  let sent = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (response.destroyed) return false;
      if (done) break;
      sent += value.byteLength;
      if (length !== undefined && sent > length) break;
      if (!response.write(value)) await drained(response);
    }
    // A connection must not be used again whose last answer was longer or shorter than it said.
    if (length !== undefined && sent !== length) throw new LengthMismatch(length);
    response.off("close", onClose);
    response.end();
    return await finished(response);
  } catch (error) {
    response.off("close", onClose);
    await reader.cancel().catch(() => {});
    response.destroy();
    throw error;
  }
}

/** An answer whose body is not as long as its `Content-Length` said. */
class LengthMismatch extends Error {
  constructor(length: number) {
    super(`Expected ${length} bytes, as Content-Length says, but the body has more or fewer.`);
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      response.off("drain", settle).off("close", settle);
      resolve();
    };
    if (response.destroyed) resolve();
    else response.on("drain", settle).on("close", settle);
  });
}

function finished(response: ServerResponse): Promise<boolean> {
  if (response.writableFinished) return Promise.resolve(true);
  return new Promise((resolve) => {
    response.once("finish", () => resolve(true));
    response.once("close", () => resolve(response.writableFinished));
  });
}
