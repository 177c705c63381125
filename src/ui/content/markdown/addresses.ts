/** A host that nobody has: what still has it after resolving names no other. */
const NOWHERE = "http://tandem.invalid/";
const LINK_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Whether a text of somebody's may lead there: to pages, mail and telephones, and never to code. */
export function isSafeLink(address: string): boolean {
  const url = parse(address);
  return url !== undefined && LINK_SCHEMES.has(url.protocol);
}

/** Whether it stays on this server. */
export function isOwn(address: string): boolean {
  const url = parse(address);
  return url !== undefined && url.host === "tandem.invalid" && url.protocol === "http:";
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address, NOWHERE);
  } catch {
    return undefined;
  }
}
