import { NavigationFailed } from "./navigation-failed.ts";

/** Where an app is served, as far as URLs go. */
export interface AppPlace {
  readonly origin: string;
  /** `""`, or `"/below/here"`. */
  readonly basePath: string;
}

/** Where a navigation leads: to a place of the app, or away from it. */
export interface Target {
  readonly kind: "inside" | "outside";
  readonly url: URL;
}

/**
 * Reads where to go. A leading `/` joins the app's base path, anything else without scheme joins `from`, as links do.
 * What browsers would read as another site, or as code, without saying so plainly is refused: `//host`, backslashes,
 * control characters, any scheme but http and https, and a name before an `@`.
 */
export function resolveTarget(text: string, from: string, place: AppPlace): Target {
  const fault = faultOf(text);
  if (fault !== undefined) throw badUrl(text, fault);
  const url = text.startsWith("/") ? parse(place.origin + place.basePath + text) : parse(text, from);
  if (url === null) throw badUrl(text, "it cannot be read");
  if (url.username !== "" || url.password !== "") throw badUrl(text, "it holds a user name");
  // A path that starts with two slashes would be another host where it stands alone.
  if (url.pathname.startsWith("//")) url.pathname = url.pathname.replace(/^\/+/, "/");
  return { kind: isInside(url, place) ? "inside" : "outside", url };
}

/** Path, query and hash: a URL of the same origin, whichever name that has for the browser. */
export const localPart = ({ pathname, search, hash }: URL): string => pathname + search + hash;

/** The part of the path that is the app's own, starting with a slash. */
export const pathInApp = ({ pathname }: URL, { basePath }: AppPlace): string => pathname.slice(basePath.length) || "/";

/** Whether both are the same place, but for query and hash. */
export const isSamePath = (a: URL, b: URL): boolean => a.origin === b.origin && a.pathname === b.pathname;

function isInside({ origin, pathname }: URL, place: AppPlace): boolean {
  if (origin !== place.origin) return false;
  return pathname === place.basePath || pathname.startsWith(`${place.basePath}/`);
}

function parse(text: string, base?: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}

// Control characters are what this is about.
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f]|^ | $/;

function faultOf(text: string): string | undefined {
  if (typeof text !== "string") return `it is a ${typeof text}`;
  if (UNSEEN.test(text)) return "it holds characters that browsers drop";
  if (/^[^?#]*\\/.test(text)) return "browsers read its backslash as a slash";
  if (text.startsWith("//")) return "it names a host without a scheme";
  if (/^[a-z][a-z\d+.-]*:/i.test(text) && !/^https?:\/\/[^/]/i.test(text))
    return "its scheme is neither http nor https";
  return undefined;
}

function badUrl(text: string, fault: string): NavigationFailed {
  const shown = JSON.stringify(text)?.slice(0, 200) ?? typeof text;
  return new NavigationFailed(
    "pages/bad-url",
    `Expected a URL to go to, but got ${shown}: ${fault}. Write a path of the app ("/orders/3"), a relative URL, or a whole one that starts with https://.`,
    { url: String(text) },
  );
}
