import type { ExtrasPage } from "./extras.ts";

/** Follows plain links into the app without loading a document; the session may have no page there, and then says so. */
export class PageLinks {
  readonly #page: ExtrasPage;
  readonly #base: string;

  constructor(page: ExtrasPage, base: string) {
    this.#page = page;
    this.#base = base;
    page.window.document.addEventListener("click", this.#onClick);
  }

  stop(): void {
    this.#page.window.document.removeEventListener("click", this.#onClick);
  }

  readonly #onClick = (event: MouseEvent): void => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>("a[href]");
    if (!link || !isPlain(event) || !this.#isOurs(link)) return;
    const local = link.pathname + link.search + link.hash;
    if (this.#page.send("tell", "link", local)) event.preventDefault();
  };

  #isOurs(link: HTMLAnchorElement): boolean {
    const { target, rel, origin, pathname, search, hash, href } = link;
    const { location } = this.#page.window;
    const below = pathname.slice(this.#base.length);
    const isInside = origin === location.origin && pathname.startsWith(this.#base) && /^(\/|$)/.test(below);
    // What lies beside the pages, and a part of this very page, are the browser's.
    const isFile = /^\/(_tandem|assets)\//.test(below);
    const isPart = (hash || href.endsWith("#")) && pathname + search === location.pathname + location.search;
    return (
      isInside &&
      !isFile &&
      !isPart &&
      !link.hasAttribute("download") &&
      !/^(?!_self$)./.test(target) &&
      !/\bexternal\b/.test(rel)
    );
  }
}

/** Any other click asks for a new tab, a download or the like, or somebody else has answered it. */
const isPlain = ({ defaultPrevented, button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  !(defaultPrevented || button || altKey || ctrlKey || metaKey || shiftKey);
