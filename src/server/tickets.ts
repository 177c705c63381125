import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * What lets one page attach to the session that rendered it. It is in the page and in the client's hello, never
 * in a URL or a log. Its text is `1.<session>.<client>.<issued>.<mac>`; the mac also covers the browser's
 * cookie and the user, so a ticket is of no use in another browser, or to another user.
 */
export interface TicketFacts {
  sessionId: string;
  clientId: number;
  /** When the page was rendered, clock time. */
  issued: number;
}

const VERSION = "1";
const FORM = /^1\.([\w-]{1,64})\.([1-9]\d{0,8})\.([0-9a-z]{1,11})\.([\w-]{43})$/;

/** What a ticket is bound to: the browser's cookie, and the user where the app authenticates. */
export function ticketHolder(cookie: string, userId: string | undefined): string {
  return userId === undefined ? cookie : `${cookie}\0${userId}`;
}

export function issueTicket(secret: string, holder: string, facts: TicketFacts): string {
  const body = `${VERSION}.${facts.sessionId}.${facts.clientId}.${facts.issued.toString(36)}`;
  return `${body}.${sign(secret, holder, body)}`;
}

/** The facts of a ticket made with this secret for one of these holders; otherwise `undefined`. */
export function readTicket(secret: string, holders: readonly string[], ticket: string): TicketFacts | undefined {
  const match = FORM.exec(ticket);
  if (match === null) return undefined;
  const [, sessionId, clientId, issued, mac] = match;
  const body = ticket.slice(0, ticket.lastIndexOf("."));
  if (!holders.some((holder) => sameText(mac!, sign(secret, holder, body)))) return undefined;
  return { sessionId: sessionId!, clientId: Number(clientId), issued: Number.parseInt(issued!, 36) };
}

function sign(secret: string, holder: string, body: string): string {
  return createHmac("sha256", secret).update(`tandem ticket\0${body}\0${holder}`).digest("base64url");
}

/** In constant time; both are base64url of the same length, or not the same. */
function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
