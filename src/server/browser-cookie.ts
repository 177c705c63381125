const NAME = "tandem";
const VALUE = /^[0-9a-v]{26}$/;

/** Every well-formed `tandem` cookie of a request: a page below another base path also gets that one's. */
export function browserCookies(header: string | undefined): string[] {
  const values: string[] = [];
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at < 0 || pair.slice(0, at).trim() !== NAME) continue;
    const value = pair.slice(at + 1).trim();
    if (VALUE.test(value)) values.push(value);
  }
  return values;
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
