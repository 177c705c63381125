import { parseUntrustedJson } from "../../protocol/untrusted-json.ts";

/** Longest value of such a cookie that is read; pages write shorter ones. */
const MAX_LENGTH = 2_048;

/** The name of the cookie in which pages repeat a small section, so that the next first paint knows it. */
export const settingsCookie = (section: string): string => `tandem-settings.${section}`;

/** What a `Cookie` header says of a section: untrusted, and `undefined` if nothing. */
export function settingsInCookies(
  header: string | readonly string[] | undefined,
  section: string,
): Readonly<Record<string, unknown>> | undefined {
  const prefix = `${settingsCookie(section)}=`;
  for (const pair of String(header ?? "").split(";")) {
    const text = pair.trim();
    if (text.startsWith(prefix) && text.length <= MAX_LENGTH) return parse(text.slice(prefix.length));
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
