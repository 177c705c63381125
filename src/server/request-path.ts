/** Everything of ours that is not a page lives below this, inside the base path. */
export const OWN_PREFIX = "/_tandem/";
export const SOCKET_PATH = `${OWN_PREFIX}socket`;
/** A line over HTTP: opened here, frames up and down below it. */
export const LINE_PATH = `${OWN_PREFIX}line`;
export const LINE_UP_PATH = `${LINE_PATH}/up`;
export const LINE_DOWN_PATH = `${LINE_PATH}/down`;
/** What sessions answer themselves; the key of the session's routes follows. */
export const ROUTES_PREFIX = `${OWN_PREFIX}r/`;
export const BUILD_EVENTS_PATH = `${OWN_PREFIX}build`;
export const ASSETS_PREFIX = "/assets/";

/** The part of a request's path below `basePath`, as sent (not decoded); `undefined` when it is elsewhere. */
export function pathBelow(basePath: string, url: string | undefined): string | undefined {
  if (url === undefined || !url.startsWith("/")) return undefined;
  const path = url.replace(/[?#].*$/s, "");
  if (path === basePath) return "/";
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
}

/** The value of one query parameter, or `undefined`. */
export function queryParameter(url: string | undefined, name: string): string | undefined {
  const at = (url ?? "").indexOf("?");
  return at < 0 ? undefined : (new URLSearchParams(url!.slice(at)).get(name) ?? undefined);
}
