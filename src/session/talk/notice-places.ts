import { signal } from "../../reactive/signal.ts";
import type { Child } from "../../view/node.ts";

/**
 * Where the session's notices stand: above the page, or in the modal dialog on top, as nothing outside of that can be
 * seen well, or used at all.
 */
export class NoticePlaces {
  /** Modal dialogs that are open, the one on top last. */
  readonly #dialogs = signal<readonly object[]>([]);
  readonly #notices = signal<(() => Child) | null>(null);

  /** Shows notices from now on. */
  fill(notices: () => Child): void {
    this.#notices.value = notices;
  }

  /** A modal dialog comes on top. Returns what to call when it goes. */
  enter(dialog: object): () => void {
    this.#dialogs.update((all) => [...all, dialog]);
    return () => this.#dialogs.update((all) => all.filter((other) => other !== dialog));
  }

  /** The notices, while they stand in `dialog`; `null`: above the page. */
  in(dialog: object | null): Child {
    return () => ((this.#dialogs.value.at(-1) ?? null) === dialog ? this.#notices.value?.() : null);
  }
}
