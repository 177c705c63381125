import type { AppPlace, Target } from "./target.ts";
import type { Steps } from "./steps.ts";

/** A page that is shown, as `session.activePageInstances` lists it. */
export interface ActivePage {
  /** Its whole pattern, such as `"/orders/:id"`. */
  readonly path: string;
}

/** What the head of the page's document says, besides its title, by the name of the `<meta>`. */
export type MetaTags = Readonly<Record<string, string>>;

/** Where a navigation ended. */
export interface Route {
  readonly kind: "inside";
  readonly url: URL;
  /** From the outermost to the innermost. */
  readonly pages: readonly ActivePage[];
  /** Whether there is such a page. */
  readonly isFound: boolean;
  /** Called as it becomes the session's place, in the same turn as all that changes with it. */
  enter(): void;
  /** Whether title or metadata are made anew when what they read changes. */
  readonly hasLiveHead: boolean;
  /** Title and metadata now. */
  head(): { title: string | undefined; meta: MetaTags };
}

export interface Visit {
  readonly place: AppPlace;
  /** Aborted when another navigation begins, or the session ends. */
  readonly signal: AbortSignal;
}

/** Finds pages by URL for one session. */
export interface Router {
  /** Where `url` leads once all guards are asked: a place of the app, or one outside that a guard sends to. */
  route(url: URL, visit: Visit): Steps<Route | Target>;
}

/** The pages of an app: they make each session its router. `pages/` has the implementation, out of this layer's sight. */
export interface PageMap {
  router(): Router;
  /** Whether any page is at this path of the app, without asking guards. */
  has(path: string): boolean;
}

/** What `app(…, { pages })` takes. The layer above makes them, and knows how to make a map of them. */
export interface PageOption extends ActivePage {
  mapOf(pages: readonly PageOption[], notFound: unknown): PageMap;
}

/** An app without pages is everywhere at home. */
export const plainRouter: Router = {
  // It waits for nothing.
  // oxlint-disable-next-line require-yield
  *route(url) {
    return {
      kind: "inside",
      url,
      pages: [],
      isFound: true,
      hasLiveHead: false,
      enter() {},
      head: () => ({ title: undefined, meta: {} }),
    };
  },
};
