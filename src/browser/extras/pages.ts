import type { Json } from "../../protocol/operations.ts";
import type { ExtrasPage } from "./extras.ts";
import { PageHistory } from "./page-history.ts";
import { PageLinks } from "./page-links.ts";

/** What a page does for the pages of its app. */
export class Pages {
  readonly #page: ExtrasPage;
  #history: PageHistory | undefined;
  #links: PageLinks | undefined;

  constructor(page: ExtrasPage) {
    this.#page = page;
  }

  readonly deeds: Readonly<Record<string, (args: Json[]) => void>> = {
    pages: ([asked, local, base]) => {
      this.#links ??= new PageLinks(this.#page, String(base));
      this.#own.start(String(asked), String(local));
    },
    navigate: (args) => this.#own.navigate(args),
    leave: ([url, mode]) => {
      this.release();
      // Only ever a page: never code, whatever the session was talked into.
      if (/^https?:/.test(String(url))) {
        this.#page.window.location[mode === "push" ? "assign" : "replace"](String(url));
      }
    },
    hold: ([hold]) => {
      this.release();
      if (hold) this.#page.window.addEventListener("beforeunload", askToStay);
    },
    head: ([meta]) => showMeta(this.#page.window.document, meta as Record<string, string>),
  };

  /** Lets the page go without a question. */
  release(): void {
    this.#page.window.removeEventListener("beforeunload", askToStay);
  }

  stop(): void {
    this.release();
    this.#links?.stop();
    this.#history?.stop();
  }

  get #own(): PageHistory {
    return (this.#history ??= new PageHistory(this.#page));
  }
}

const askToStay = (event: Event): void => event.preventDefault();

/** As `page.ts` on the server writes them. */
function showMeta(document: Document, meta: Record<string, string>): void {
  for (const tag of document.head.querySelectorAll("[data-page]")) tag.remove();
  for (const [name, content] of Object.entries(meta)) {
    const isLink = name === "canonical";
    const tag = document.createElement(isLink ? "link" : "meta");
    tag.setAttribute(isLink ? "rel" : /^(og|article):/.test(name) ? "property" : "name", name);
    tag.setAttribute(isLink ? "href" : "content", content);
    tag.setAttribute("data-page", "");
    document.head.append(tag);
  }
}
