import { TandemError } from "../../core/errors.ts";

/** One segment of a path that no server, proxy or browser reads as something else. */
const ROUTE_NAME = /^[\w-][\w.-]{0,99}$/;

/** Throws unless a route can have this name, and this handler. */
export function checkRouteName(name: unknown, handler: unknown): void {
  if (typeof name !== "string" || !ROUTE_NAME.test(name)) {
    throw new TandemError(
      "files/bad-route",
      `Expected a route's name to be 1 to 100 letters, digits, "_", "-" and "." (not first), but got ${JSON.stringify(name)}. ` +
        "What follows it in the URL, and the query, are yours: read them from request.url.",
    );
  }
  if (handler !== null && typeof handler !== "function") {
    throw new TandemError(
      "files/bad-route",
      `Expected the route "${name}" to get a function, or null to remove it, but got ${typeof handler}.`,
    );
  }
}
