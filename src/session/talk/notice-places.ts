import { signal } from "../../reactive/signal.ts";
import type { Child } from "../../view/node.ts";

/**
 * Where the session's notices stand, and what else must be in reach at all times: above the page, or in the modal dialog
 * on top, as nothing outside of that can be seen well, or used at all.
 */
export class NoticePlaces {
  /** Modal dialogs that are open, the one on top last. */
  readonly #dialogs = signal<readonly object[]>([]);
  readonly #contents = signal<readonly (() => Child)[]>([]);

  /** Has `content` stand there from now on. Returns what shows it above the page, while no dialog is open. */
  fill(content: () => Child): Child {
    this.#contents.update((all) => [...all, content]);
    return () => (this.#dialogs.value.length === 0 ? content() : null);
  }

  /** A modal dialog comes on top. Returns what to call when it goes. */
  enter(dialog: object): () => void {
    this.#dialogs.update((all) => [...all, dialog]);
    return () => this.#dialogs.update((all) => all.filter((other) => other !== dialog));
  }

  /** All of it, while it stands in `dialog`. */
  in(dialog: object): Child {
    return () => (this.#dialogs.value.at(-1) === dialog ? this.#contents.value.map((content) => content()) : null);
  }
}
