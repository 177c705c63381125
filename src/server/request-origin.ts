import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { TLSSocket } from "node:tls";

/** Whose `x-forwarded-*` headers to believe: nobody's, everybody's, or those of this many proxies in front. */
export type TrustProxy = boolean | number;

/** Where a request came from and what it was sent to, as the browser sees it. */
export interface RequestOrigin {
  /** `https://example.com:8443`, without default port; `undefined` when the Host header is malformed. */
  readonly origin: string | undefined;
  readonly secure: boolean;
  readonly clientIp: string;
  readonly clientPort: number;
}

export function requestOrigin(request: IncomingMessage, trustProxy: TrustProxy): RequestOrigin {
  const { socket, headers } = request;
  const trusted = trustProxy !== false && trustProxy !== 0;
  const hops = typeof trustProxy === "number" ? trustProxy : Infinity;
  const forwarded = (name: string) => (trusted ? fromProxies(headers[name], hops) : undefined);
  const scheme = forwarded("x-forwarded-proto") ?? ((socket as TLSSocket).encrypted === true ? "https" : "http");
  return {
    origin: originOf(scheme, forwarded("x-forwarded-host") ?? headers.host),
    secure: scheme === "https",
    clientIp: clientAddress(forwarded("x-forwarded-for"), socket.remoteAddress ?? ""),
    clientPort: socket.remotePort ?? 0,
  };
}

/** Each proxy appends what it saw, so the entry of the outermost trusted one counts from the right. */
function fromProxies(header: string | string[] | undefined, hops: number): string | undefined {
  const entries = String(header ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return entries[Math.max(0, entries.length - hops)];
}

function originOf(scheme: string, host: string | undefined): string | undefined {
  if (host === undefined || !/^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/.test(host)) return undefined;
  return webOrigin(`${scheme}://${host}`);
}

/** The last text that was read as an origin: mostly all requests are for the same, and each is asked about thrice. */
let lastText = "";
let lastOrigin: string | undefined;

/** `text` as an origin in its one canonical spelling, or `undefined` when it is anything but scheme, host and port. */
export function webOrigin(text: string): string | undefined {
  if (text !== lastText) {
    lastOrigin = readOrigin(text);
    lastText = text;
  }
  return lastOrigin;
}

function readOrigin(text: string): string | undefined {
  if (!/^https?:\/\/[^/?#@*\\\s]+$/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).origin;
}

/** IPv4 inside IPv6 is written as plain IPv4, so that one machine has one address. */
function clientAddress(forwarded: string | undefined, peer: string): string {
  const address = forwarded !== undefined && isIP(forwarded) !== 0 ? forwarded : peer;
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** Whether a host name can only mean this machine, or is an address: no foreign page can rebind such a name. */
export function isLocalHostname(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || /^\[|^\d+\.\d+\.\d+\.\d+$/.test(hostname);
}
