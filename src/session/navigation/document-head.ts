import type { DownMessage } from "../../protocol/frames.ts";
import { effect } from "../../reactive/effect.ts";
import { untracked } from "../../reactive/graph.ts";
import { runWithOwner, type Owner } from "../../reactive/owner.ts";
import type { ReadonlySignal } from "../../reactive/signal.ts";
import type { MetaTags, Route } from "./router.ts";

export interface HeadHost extends Owner {
  clientCount(): number;
  showTitle(title: string | undefined): void;
  tell(message: DownMessage): void;
}

/** Title and metadata of the page that is shown, kept as what they are made of changes. */
export class DocumentHead {
  readonly #host: HeadHost;
  readonly #route: ReadonlySignal<Route>;
  #title: string | undefined;
  #following = false;
  meta: MetaTags = {};

  constructor(host: HeadHost, route: ReadonlySignal<Route>) {
    this.#host = host;
    this.#route = route;
  }

  /** A page was entered: its title takes the place of whatever was set before. */
  enter(): void {
    if (this.#route.peek().hasLiveHead) this.#follow();
    try {
      const { title, meta } = untracked(() => this.#route.value.head());
      this.#host.showTitle((this.#title = title));
      this.#showMeta(meta);
    } catch {
      // What can throw is followed: the effect meets the same error, and reports it.
    }
  }

  #follow(): void {
    if (this.#following) return;
    this.#following = true;
    runWithOwner(this.#host, () =>
      effect(
        () => {
          const { title, meta } = this.#route.value.head();
          if (title !== this.#title) this.#host.showTitle((this.#title = title));
          this.#showMeta(meta);
        },
        { name: "the page's title and metadata" },
      ),
    );
  }

  #showMeta(meta: MetaTags): void {
    if (JSON.stringify(meta) === JSON.stringify(this.meta)) return;
    this.meta = meta;
    // The first page has them in its HTML.
    if (this.#host.clientCount() > 0) this.#host.tell(["do", "head", [meta as Record<string, string>]]);
  }
}
