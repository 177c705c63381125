import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "../core/log-entry.ts";
import type { Refusal } from "../session/authentication.ts";
import { sendNotice } from "./answer.ts";
import { requestOrigin } from "./request-origin.ts";
import { COMMON_HEADERS } from "./security-headers.ts";
import type { SettledOptions } from "./server-options.ts";

export type RefusalOptions = Pick<SettledOptions, "trustProxy" | "loginOrigins"> & { readonly log: Log };

/** Headers that say how an answer travels, which is ours to say. */
const OF_THE_LINE = new Set(["connection", "content-length", "keep-alive", "transfer-encoding", "upgrade"]);

/** Sends what `authenticate` answered instead of a user, or a plain 401. */
export async function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  { refusal, ...options }: RefusalOptions & { refusal: Refusal | undefined },
): Promise<void> {
  if (refusal === undefined) {
    const text = "This page is only for people who have signed in. Please sign in, then open it again.";
    return sendNotice(request, response, { status: 401, title: "Please sign in", text });
  }
  const location = refusal.headers.get("location");
  const target = location === null ? undefined : redirectTarget(request, location, options);
  if (location !== null && target === undefined) return refuseRedirect(request, response, { location, ...options });
  const body = Buffer.from(await refusal.arrayBuffer());
  response.writeHead(refusal.status, { ...headersOf(refusal), ...(target === undefined ? {} : { location: target }) });
  response.end(request.method === "HEAD" ? undefined : body);
}

function headersOf(refusal: Refusal): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = { "cache-control": "no-store" };
  for (const [name, value] of Object.entries(COMMON_HEADERS)) headers[name.toLowerCase()] = value;
  refusal.headers.forEach((value, name) => {
    if (!OF_THE_LINE.has(name)) headers[name] = value;
  });
  const cookies = refusal.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  return headers;
}

/**
 * Where a redirect leads, written without ambiguity; `undefined` when that is neither this site nor a listed origin.
 * Parsed as a browser does, which takes `//evil.example`, `/\evil.example` and a tab between for another site.
 */
function redirectTarget(
  request: IncomingMessage,
  location: string,
  { trustProxy, loginOrigins }: RefusalOptions,
): string | undefined {
  const { origin: own } = requestOrigin(request, trustProxy);
  const base = `${own}${request.url ?? "/"}`;
  if (!URL.canParse(location, base)) return undefined;
  const { origin, pathname, search, hash, href } = new URL(location, base);
  if (origin === own) return pathname.startsWith("//") ? href : pathname + search + hash;
  return loginOrigins.includes(origin) ? href : undefined;
}

function refuseRedirect(
  request: IncomingMessage,
  response: ServerResponse,
  { location, log }: RefusalOptions & { location: string },
): Promise<void> {
  log({
    level: "error",
    event: "authentication/redirect-refused",
    message: "authenticate redirects to another site. Name its origin in loginOrigins if that is meant.",
    location,
  });
  const text = "The way to the log-in is not one that this server allows. Please tell whoever runs it.";
  return sendNotice(request, response, { status: 500, title: "Something went wrong", text });
}
