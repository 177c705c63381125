import type { RawHtmlContent } from "../protocol/operations.ts";
import type { RawHtml } from "./node.ts";
import type { Slot } from "./slot.ts";

/** HTML that the app vouches for, standing in a region of its own. */
export class RawSlot implements Slot {
  readonly #raw: RawHtml;

  constructor(raw: RawHtml) {
    this.#raw = raw;
  }

  html(): string {
    return this.#raw.html;
  }

  wire(): RawHtmlContent {
    return { html: this.#raw.html };
  }

  dispose(): void {}
}
