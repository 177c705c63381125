import { cookiePairs } from "../core/cookie-pairs.ts";

/** Cookies by name. The first of a name counts, as a cookie of a narrower path comes first. */
export function cookiesOf(header: string | undefined): Readonly<Record<string, string>> {
  const cookies = Object.create(null) as Record<string, string>;
  for (const [name, value] of cookiePairs(header)) {
    if (name !== "" && !(name in cookies)) cookies[name] = decoded(value.replace(/^"(.*)"$/, "$1"));
  }
  return Object.freeze(cookies);
}

/** Most who set cookies encode them so; one that is not, stays as it is. */
function decoded(value: string): string {
  if (!value.includes("%")) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
