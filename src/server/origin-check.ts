import type { IncomingMessage } from "node:http";
import { requestOrigin, webOrigin } from "./request-origin.ts";
import type { SettledOptions } from "./server-options.ts";

/**
 * Whether a page of the origin that sent this request may attach. Scheme, host and port must equal the server's own
 * or a listed one: no prefix, suffix or wildcard, and never none at all.
 */
export function isAllowedOrigin(
  request: IncomingMessage,
  { allowedOrigins, trustProxy, log }: Pick<SettledOptions, "allowedOrigins" | "trustProxy" | "log">,
): boolean {
  const said = request.headers.origin;
  const own = requestOrigin(request, trustProxy).origin;
  const origin = said === undefined ? undefined : webOrigin(said);
  if (origin !== undefined && (origin === own || allowedOrigins.includes(origin))) return true;
  log({
    level: "warn",
    event: "socket/origin-refused",
    message: "A page of another origin tried to attach. Behind a proxy, set trustProxy or allowedOrigins.",
    origin: said ?? "none",
    own: own ?? "none",
  });
  return false;
}
