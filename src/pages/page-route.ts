import type { MetaTags, Route } from "../session/navigation/router.ts";
import type { Child } from "../view/node.ts";
import type { PageNode, PagePlace, Values } from "./page.ts";
import { PageInstance } from "./page-instance.ts";

/** A page that fits a URL, with what the URL holds. */
export interface PageMatch extends PagePlace<Values, Values> {
  /** The innermost. */
  readonly page: PageNode;
}

interface RouteFacts {
  readonly notFound: (() => Child) | undefined;
  /** What is shown until this route is entered. */
  readonly shown: PageRoute | undefined;
  entered(): void;
}

/** A place of an app with pages. */
export class PageRoute implements Route {
  readonly kind = "inside";
  readonly url: URL;
  readonly pages: readonly PageNode[];
  readonly notFound: (() => Child) | undefined;
  /** One for each page; there are some once the route is entered. */
  instances: readonly PageInstance[] = [];
  readonly #match: PageMatch | undefined;
  readonly #facts: RouteFacts;

  constructor(url: URL, match: PageMatch | undefined, facts: RouteFacts) {
    this.url = url;
    this.pages = match?.page.chain ?? [];
    this.notFound = facts.notFound;
    this.#match = match;
    this.#facts = facts;
  }

  get isFound(): boolean {
    return this.#match !== undefined;
  }

  get hasLiveHead(): boolean {
    return this.pages.some(({ options }) => typeof options.title === "function" || typeof options.meta === "function");
  }

  /** A page that is shown in the same place stays, and gets its new parameters. */
  enter(): void {
    const before = this.#facts.shown?.instances ?? [];
    let isSame = true;
    this.instances = this.pages.map((page, depth) => {
      const known = before[depth];
      isSame &&= known?.page === page;
      const instance = isSame ? known! : new PageInstance(page, depth);
      instance.adopt(this.#match!);
      return instance;
    });
    this.#facts.entered();
  }

  head(): { title: string | undefined; meta: MetaTags } {
    const place = this.#match;
    let title: string | undefined;
    const meta: Record<string, string> = {};
    if (place === undefined) return { title, meta: { robots: "noindex" } };
    for (const { options } of this.pages) {
      title = told(options.title, { ...place, url: new URL(this.url) }) ?? title;
      Object.assign(meta, told(options.meta, { ...place, url: new URL(this.url) }));
    }
    return { title, meta };
  }
}

function told<Value>(value: Value | ((place: PagePlace<Values, Values>) => Value) | undefined, place: PageMatch) {
  return typeof value === "function" ? (value as (place: PagePlace<Values, Values>) => Value)(place) : value;
}
