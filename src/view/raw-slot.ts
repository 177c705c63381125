import type { RawHtmlContent } from "../protocol/operations.ts";
import type { Namespace } from "./environment.ts";
import type { RawHtml } from "./node.ts";
import type { Slot } from "./slot.ts";

/** HTML that the app vouches for, standing in a region of its own. */
export class RawSlot implements Slot {
  readonly #raw: RawHtml;
  readonly #namespace: Namespace;

  constructor(raw: RawHtml, namespace: Namespace) {
    this.#raw = raw;
    this.#namespace = namespace;
  }

  html(): string {
    return this.#raw.html;
  }

  wire(): RawHtmlContent {
    const { html } = this.#raw;
    return this.#namespace === "html" ? { html } : { html, in: this.#namespace };
  }

  dispose(): void {}
}
