import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * What lets one page attach to the session that rendered it. It is in the page and in the client's hello, never
 * in a URL or a log. Its text is `1.<session>.<client>.<issued>.<mac>`; the mac also covers the browser's
 * cookie, so a ticket is of no use in another browser.
 */
export interface TicketFacts {
  sessionId: string;
  clientId: number;
  /** When the page was rendered, clock time. */
  issued: number;
}

const VERSION = "1";
const FORM = /^1\.([\w-]{1,64})\.([1-9]\d{0,8})\.([0-9a-z]{1,11})\.([\w-]{43})$/;

export function issueTicket(secret: string, cookie: string, facts: TicketFacts): string {
  const body = `${VERSION}.${facts.sessionId}.${facts.clientId}.${facts.issued.toString(36)}`;
  return `${body}.${sign(secret, cookie, body)}`;
}

/** The facts of a ticket made with this secret for one of these cookies; otherwise `undefined`. */
export function readTicket(secret: string, cookies: readonly string[], ticket: string): TicketFacts | undefined {
  const match = FORM.exec(ticket);
  if (match === null) return undefined;
  const [, sessionId, clientId, issued, mac] = match;
  const body = ticket.slice(0, ticket.lastIndexOf("."));
  if (!cookies.some((cookie) => sameText(mac!, sign(secret, cookie, body)))) return undefined;
  return { sessionId: sessionId!, clientId: Number(clientId), issued: Number.parseInt(issued!, 36) };
}

function sign(secret: string, cookie: string, body: string): string {
  return createHmac("sha256", secret).update(`tandem ticket\0${body}\0${cookie}`).digest("base64url");
}

/** In constant time; both are base64url of the same length, or not the same. */
function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
