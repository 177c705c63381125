import type { RawHtmlContent } from "../protocol/operations.ts";
import type { Namespace } from "./environment.ts";
import type { RawHtml } from "./node.ts";
import type { Slot } from "./slot.ts";

/** HTML that the app vouches for, standing in a region of its own. */
export class RawSlot implements Slot {
  readonly #html: string;
  readonly #namespace: Namespace;

  constructor({ html }: RawHtml, namespace: Namespace) {
    this.#html = withoutMarks(html);
    this.#namespace = namespace;
  }

  html(): string {
    return this.#html;
  }

  wire(): RawHtmlContent {
    const html = this.#html;
    return this.#namespace === "html" ? { html } : { html, in: this.#namespace };
  }

  dispose(): void {}
}

/** Attributes by which pages know the screen's own elements. Sanitizers let them through, as they do all `data-` names. */
const NAMES = /(data-)(t|on|do|ref)(?=[\s=>/])/gi;
/** Comments, also misspelt ones, that begin or end a stretch of the screen. */
const COMMENTS = /<(!--|[!/])(?=(?:\d+|\/)(?:--!?)?>)/g;

/** The same HTML, of which nothing passes for a part of the screen: as text it reads as before, as a name it is another. */
function withoutMarks(html: string): string {
  return html
    .replace(NAMES, (_, start: string, name: string) => `${start}&#${name.charCodeAt(0)};${name.slice(1)}`)
    .replace(COMMENTS, "<$1 ");
}
