import type { IncomingMessage, ServerResponse } from "node:http";
import { randomId } from "../core/ids.ts";
import { acceptedEncodings, chooseEncoding, compressOnce, type Encoding } from "./compression.ts";
import { noticeHtml, type NoticePage } from "./notice-page.ts";
import { textOf } from "./page.ts";
import { SharedGzip, type PagePiece } from "./shared-gzip.ts";
import { COMMON_HEADERS, contentSecurityPolicy, pageHeaders } from "./security-headers.ts";

export interface PageAnswer {
  status: number;
  html: string;
  headers: Record<string, string>;
}

/** Sends a page, compressed as the client accepts. */
export async function sendPage(request: IncomingMessage, response: ServerResponse, page: PageAnswer): Promise<void> {
  const { body, encoding } = await compressOnce(
    Buffer.from(page.html),
    chooseEncoding(request.headers["accept-encoding"]),
  );
  sendBody(request, response, { ...page, body, encoding });
}

/** Up to this length, pages are put together of pieces compressed before; above, Brotli saves more than it takes. */
const PIECEWISE_LENGTH = 16_384;

/** One for all servers here: parts that apps have in common are compressed once. */
const gzip = new SharedGzip();

/** Sends a page of which much is the same for all: at once if it is small, else as `sendPage` does. */
export async function sendPieces(
  request: IncomingMessage,
  response: ServerResponse,
  page: Omit<PageAnswer, "html"> & { pieces: readonly PagePiece[] },
): Promise<void> {
  const { pieces } = page;
  const accepted = acceptedEncodings(request.headers["accept-encoding"]);
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  if (accepted.gzip && length <= PIECEWISE_LENGTH) {
    sendBody(request, response, { ...page, body: gzip.compress(pieces), encoding: "gzip" });
  } else {
    await sendPage(request, response, { ...page, html: textOf(pieces) });
  }
}

function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body, encoding }: Omit<PageAnswer, "html"> & { body: Buffer; encoding: Encoding },
): void {
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  headers["Content-Length"] = String(body.length);
  response.writeHead(status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

export interface NoticeAnswer extends NoticePage {
  status: number;
  headers?: Record<string, string>;
}

/** Sends a page that says one thing, as why there is no app to see. */
export async function sendNotice(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, ...notice }: NoticeAnswer,
): Promise<void> {
  const nonce = randomId();
  const html = noticeHtml(notice, nonce);
  const answer = { status, html, headers: { ...pageHeaders(contentSecurityPolicy(nonce)), ...headers } };
  await sendPage(request, response, answer);
}

/** Sends a line of text. */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  answer: { status: number; text: string; headers?: Record<string, string> },
): void {
  const body = Buffer.from(answer.text + "\n");
  response.writeHead(answer.status, {
    ...COMMON_HEADERS,
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    ...answer.headers,
    "Content-Length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Whether a request only reads. */
export const isSafeMethod = ({ method }: IncomingMessage): boolean => method === "GET" || method === "HEAD";

/** For what can only be read. */
export function sendReadOnly(request: IncomingMessage, response: ServerResponse): void {
  sendText(request, response, { status: 405, text: "Expected GET or HEAD", headers: { Allow: "GET, HEAD" } });
}

/** Sends the browser elsewhere: to a path of this server, or a whole URL. */
export function sendRedirect(request: IncomingMessage, response: ServerResponse, location: string): void {
  sendText(request, response, { status: 302, text: "Found elsewhere", headers: { Location: location } });
}
