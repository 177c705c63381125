import type { IncomingMessage, ServerResponse } from "node:http";
import { randomId } from "../core/ids.ts";
import { chooseEncoding, compressOnce } from "./compression.ts";
import { noticeHtml, type NoticePage } from "./notice-page.ts";
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
  response.writeHead(page.status, {
    ...page.headers,
    ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    "Content-Length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

export interface NoticeAnswer extends Omit<NoticePage, "script"> {
  status: number;
  headers?: Record<string, string>;
  /** Source of a script of our own. */
  script?: string;
}

/** Sends a page that says one thing, as why there is no app to see. */
export async function sendNotice(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, script, ...notice }: NoticeAnswer,
): Promise<void> {
  const nonce = randomId();
  const html = noticeHtml({ ...notice, ...(script === undefined ? {} : { script: { nonce, source: script } }) }, nonce);
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
