import { cookiePairs } from "../../core/cookie-pairs.ts";
import { SETTINGS_COOKIE } from "../../protocol/kept-settings.ts";
import { parseUntrustedJson } from "../../protocol/untrusted-json.ts";

/** Longest value of such a cookie that is read; pages write shorter ones. */
const MAX_LENGTH = 2_048;

/** What a `Cookie` header says of a section: untrusted, and `undefined` if nothing. */
export function settingsInCookies(
  header: string | readonly string[] | undefined,
  section: string,
): Readonly<Record<string, unknown>> | undefined {
  for (const [name, value] of cookiePairs(header)) {
    if (name === SETTINGS_COOKIE + section && value.length <= MAX_LENGTH) return parse(value);
  }
  return undefined;
}

function parse(value: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const texts = parseUntrustedJson(decodeURIComponent(value));
    return typeof texts === "object" && texts !== null ? (texts as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
