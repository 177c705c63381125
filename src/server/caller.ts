import type { IncomingMessage } from "node:http";
import { zoneInCookies } from "../session/place/time-zone.ts";
import type { Caller } from "./attachment.ts";
import type { Authentication } from "./authentication.ts";
import { browserCookies } from "./browser-cookie.ts";
import { requestOrigin, type TrustProxy } from "./request-origin.ts";

/** What a request that opens a line tells of its client. */
export function callerOf(
  request: IncomingMessage,
  { trustProxy, authentication }: { trustProxy: TrustProxy; authentication: Authentication },
): Caller {
  const { cookie } = request.headers;
  const caller: Caller = {
    cookies: browserCookies(cookie),
    address: requestOrigin(request, trustProxy).clientIp,
    timezone: zoneInCookies(cookie),
  };
  return authentication.isAsked ? { ...caller, identify: () => authentication.identify(request, "attach") } : caller;
}
