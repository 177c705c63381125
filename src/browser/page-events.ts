import type { LinkState } from "../link/link-options.ts";
import type { CloseCode } from "../protocol/close-codes.ts";

const HARD_DISCONNECT: typeof CloseCode.HardDisconnect = 4001;

/**
 * Tells the page's own scripts how the connection does, as `tandem:*` events on `document`: `connecting`, `connected`;
 * after a loss `disconnected`, `reconnected`; and `closed` with `{ code, message }` when the app closed for good.
 */
export class PageEvents {
  readonly #window: Window;
  /** Whether the session was reached at least once, and whether it is right now. */
  #known = false;
  #up = false;
  #announced = false;

  constructor(window: Window) {
    this.#window = window;
  }

  tell(state: LinkState): void {
    if (state.kind === "connected") {
      this.#fire(this.#known ? "reconnected" : "connected");
      this.#known = this.#up = true;
    } else if (this.#up) {
      this.#up = false;
      this.#fire("disconnected");
    } else if (state.kind === "connecting" && !this.#announced) {
      this.#announced = true;
      this.#fire("connecting");
    }
    if (state.kind === "closed" && state.notice.code === HARD_DISCONNECT) {
      this.#fire("closed", state.notice);
      this.#tellParent();
    }
  }

  /** A page that embeds this one may take its frame away. The word tells nothing, so any parent may hear it. */
  #tellParent(): void {
    const { parent } = this.#window;
    if (parent !== this.#window) parent.postMessage("closed", "*");
  }

  #fire(name: string, detail?: object): void {
    const { document, CustomEvent } = this.#window as Window & typeof globalThis;
    document.dispatchEvent(new CustomEvent(`tandem:${name}`, { detail, bubbles: true }));
  }
}
