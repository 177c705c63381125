import { cookiePairs } from "../core/cookie-pairs.ts";

const NAME = "tandem";
const VALUE = /^[0-9a-v]{26}$/;

/** Every well-formed `tandem` cookie of a request: a page below another base path also gets that one's. */
export function browserCookies(header: string | undefined): string[] {
  return [...cookiePairs(header)]
    .filter(([name, value]) => name === NAME && VALUE.test(value))
    .map(([, value]) => value);
}

/** The `Set-Cookie` line that marks a browser. It ends with the browser's own session. */
export function browserCookieLine(value: string, options: { path: string; secure: boolean }): string {
  return `${NAME}=${value}; Path=${options.path}; HttpOnly; SameSite=Lax${options.secure ? "; Secure" : ""}`;
}

/** A `Cookie` header without ours; `undefined` where nothing is left. */
export function withoutBrowserCookie(header: string | undefined): string | undefined {
  const others = (header ?? "").split(";").filter((pair) => pair.split("=", 1)[0]!.trim() !== NAME);
  return others.join(";").trim() || undefined;
}
