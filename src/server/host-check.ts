import type { IncomingMessage } from "node:http";
import { isLocalHostname, requestOrigin } from "./request-origin.ts";
import type { SettledOptions } from "./server-options.ts";

/**
 * Why a request's Host is not answered, or `undefined`. A foreign page may give a name of its own this machine's
 * address (DNS rebinding), and would then be of our own origin.
 */
export function hostRefusal(
  request: IncomingMessage,
  options: Pick<SettledOptions, "allowedHosts" | "allowedOrigins" | "trustProxy" | "log">,
): { status: number; text: string } | undefined {
  const { origin } = requestOrigin(request, options.trustProxy);
  if (origin === undefined) return { status: 400, text: "Expected a well-formed Host header" };
  const { hostname } = new URL(origin);
  if (options.allowedHosts === undefined || isLocalHostname(hostname)) return undefined;
  if (options.allowedHosts.includes(hostname) || options.allowedOrigins.includes(origin)) return undefined;
  options.log({ level: "warn", event: "request/host-refused", host: hostname });
  return {
    status: 403,
    text: `Expected one of this machine's own names as host, but got "${hostname}". To serve it, name it in allowedHosts, or listen on another address than 127.0.0.1.`,
  };
}
