import { effect } from "../../reactive/effect.ts";
import { untracked } from "../../reactive/graph.ts";
import { readLive } from "../../view/live.ts";
import type { Tab } from "./tabs.tsx";

interface Parts {
  /** Live. */
  all(): readonly Tab[];
  /** A tab that a person closed is gone; `next` stands where it did. */
  gone(name: string, next: Tab | undefined): void;
}

/** What a person wants closed, until the app has taken it out: at once, later, or never. */
export class Closing {
  readonly #parts: Parts;
  #asked: { readonly name: string; readonly index: number } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    effect(() => {
      const tabs = parts.all();
      untracked(() => this.#settle(tabs));
    });
  }

  start({ name, onClose }: Tab): unknown {
    const index = untracked(() => this.#parts.all()).findIndex((tab) => tab.name === name);
    this.#asked = { name, index };
    return onClose?.();
  }

  #settle(tabs: readonly Tab[]): void {
    if (this.#asked === null || tabs.some(({ name }) => name === this.#asked?.name)) return;
    const { name, index } = this.#asked;
    this.#asked = null;
    const isOn = (tab: Tab) => !readLive(tab.disabled ?? false);
    this.#parts.gone(name, tabs.slice(index).find(isOn) ?? tabs.slice(0, index).findLast(isOn));
  }
}
