import { NavigationFailed } from "../session/navigation/navigation-failed.ts";
import type { PageMap, Route, Router, Visit } from "../session/navigation/router.ts";
import { settled, type Steps } from "../session/navigation/steps.ts";
import { pathInApp, resolveTarget, type Target } from "../session/navigation/target.ts";
import type { Child } from "../view/node.ts";
import type { PageNode, Values } from "./page.ts";
import { pathParts } from "./pattern.ts";
import { PageRoute, type PageMatch } from "./page-route.ts";

/** More redirects in a row go in a circle, whatever their URLs. */
const MAX_REDIRECTS = 20;

/** All pages of an app, in the order in which they are tried. */
export class SiteMap implements PageMap {
  readonly #pages: readonly PageNode[];
  readonly notFound: (() => Child) | undefined;

  constructor(pages: readonly PageNode[], notFound: (() => Child) | undefined) {
    this.#pages = pages;
    this.notFound = notFound;
  }

  router(): Router {
    return new PageRouter(this);
  }

  has(path: string): boolean {
    return this.find(path) !== undefined;
  }

  find(path: string): { page: PageNode; params: Values } | undefined {
    const parts = pathParts(path);
    if (parts === undefined) return undefined;
    for (const page of this.#pages) {
      const texts = page.pattern.match(parts);
      const params = texts === undefined ? undefined : page.readParams(texts);
      if (params !== undefined) return { page, params };
    }
    return undefined;
  }
}

/** Finds the pages of one session, and asks their guards. */
class PageRouter implements Router {
  readonly #map: SiteMap;
  /** What is shown: pages that stay keep their instances. */
  #shown: PageRoute | undefined;

  constructor(map: SiteMap) {
    this.#map = map;
  }

  *route(url: URL, visit: Visit): Steps<Route | Target> {
    const seen: string[] = [];
    for (let at = url; ;) {
      if (seen.includes(at.href) || seen.length > MAX_REDIRECTS) throw inCircles(url, [...seen, at.href]);
      seen.push(at.href);
      const match = this.#match(at, visit);
      const redirection = match === undefined ? undefined : yield* askGuards(match, visit);
      if (redirection === undefined) return this.#route(at, match);
      const target = redirectTarget(redirection, at, visit);
      if (target.kind === "outside") return target;
      at = target.url;
    }
  }

  #match(url: URL, { place }: Visit): PageMatch | undefined {
    const found = this.#map.find(pathInApp(url, place));
    return found === undefined ? undefined : { ...found, query: found.page.readQuery(url), url };
  }

  #route(url: URL, match: PageMatch | undefined): PageRoute {
    const route: PageRoute = new PageRoute(url, match, {
      notFound: this.#map.notFound,
      shown: this.#shown,
      entered: () => (this.#shown = route),
    });
    return route;
  }
}

/** Parents first; the first that sends elsewhere has the word. */
function* askGuards({ page, ...at }: PageMatch, { place: app, signal }: Visit): Steps<string | undefined> {
  for (const { path, options } of page.chain) {
    const { guard, redirect } = options;
    const place = { params: at.params, query: at.query, url: new URL(at.url) };
    try {
      if (redirect !== undefined) return typeof redirect === "function" ? redirect(place) : redirect;
      const answer =
        guard === undefined
          ? undefined
          : yield* settled(guard({ ...place, address: pathInApp(at.url, app) + at.url.search + at.url.hash, signal }));
      if (answer !== undefined) return answer;
    } catch (cause) {
      throw guardFailed({ path, url: at.url.href, cause });
    }
  }
  return undefined;
}

/** Query and hash of the page that was asked for go along, but for what the guard's own URL says. */
function redirectTarget(redirection: string, from: URL, { place }: Visit): Target {
  const { kind, url } = resolveTarget(redirection, from.href, place);
  if (kind === "outside") return { kind, url };
  const passedOn = paramsBeside(url, from);
  if (passedOn.length > 0) url.search = String(new URLSearchParams([...url.searchParams, ...passedOn]));
  url.hash ||= from.hash;
  return { kind, url };
}

/** What `from` has in its query of names that `url` does not. */
function paramsBeside(url: URL, from: URL): [name: string, value: string][] {
  const own = new Set(url.searchParams.keys());
  return [...from.searchParams].filter(([name]) => !own.has(name));
}

function inCircles(url: URL, way: readonly string[]): NavigationFailed {
  return new NavigationFailed(
    "pages/redirect-cycle",
    `Expected the guards of ${url.href} to end at a page, but they go in a circle: ${way.slice(0, 6).join(" → ")}. Let one of them return undefined.`,
    { url: url.href },
  );
}

function guardFailed({ path, url, cause }: { path: string; url: string; cause: unknown }): NavigationFailed {
  return new NavigationFailed(
    "pages/guard-failed",
    `Expected the guard of "${path}" to return a URL or nothing, but it threw: ${String(cause)}. Nothing has changed.`,
    { url, cause },
  );
}
