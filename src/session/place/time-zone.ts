import { cookiePairs } from "../../core/cookie-pairs.ts";

/** What is assumed of whoever has not said. */
export const UNKNOWN_ZONE = "UTC";

/** Such as `"Europe/Berlin"`, `"America/Argentina/Salta"`, `"Etc/GMT+3"`. */
const FORM = /^[A-Za-z][\w+-]{0,31}(?:\/[A-Za-z][\w+-]{0,31}){0,2}$/;

/** `text`, which is untrusted, if it is the name of a time zone; otherwise `undefined`. */
export function readTimeZone(text: unknown): string | undefined {
  if (typeof text !== "string" || !FORM.test(text)) return undefined;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return text;
  } catch {
    return undefined;
  }
}

/** Pages say their zone in this cookie, so that the next first paint knows it. */
const COOKIE = "tandem-zone";

/** The zone that a `Cookie` header says, if it says a true one. */
export function zoneInCookies(header: string | string[] | undefined): string | undefined {
  for (const [name, value] of cookiePairs(header)) {
    if (name === COOKIE) return readTimeZone(value.replaceAll("%2F", "/").replaceAll("%2B", "+"));
  }
  return undefined;
}
