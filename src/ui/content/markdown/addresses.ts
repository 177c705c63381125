/** A host that nobody has: what still has it after resolving names no other. */
const NOWHERE = "tandem.invalid";
const LINK_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Whether a text of somebody's may lead there: to pages, mail and telephones, and never to code. */
export function isSafeLink(address: string): boolean {
  const url = parse(address, "https:");
  return url !== undefined && LINK_SCHEMES.has(url.protocol);
}

/**
 * Whether it stays on this server, however the page was loaded: "http:other.example" is a path on a page of `http:`,
 * and another server on one of `https:`.
 */
export const isOwn = (address: string): boolean => ["http:", "https:"].every((scheme) => staysWithin(address, scheme));

function staysWithin(address: string, scheme: string): boolean {
  const url = parse(address, scheme);
  return url !== undefined && url.host === NOWHERE && url.protocol === scheme;
}

function parse(address: string, scheme: string): URL | undefined {
  try {
    return new URL(address, `${scheme}//${NOWHERE}/`);
  } catch {
    return undefined;
  }
}
