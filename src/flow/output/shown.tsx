import { signal, type ReadonlySignal } from "../../reactive/signal.ts";
import type { Child } from "../../view/node.ts";
import { ref, type ElementRef } from "../../view/ref.ts";
import type { Item, Items } from "./items.ts";

/** Something that was shown, to change or remove it later. It stays shown whether or not anybody keeps this. */
export interface Shown {
  /** Whether it is still shown; reactive. What is shown in a scope that has been removed never was. */
  readonly isShown: ReadonlySignal<boolean>;
  /** Shows something else in its place. Once it is removed, nothing changes any more. */
  update(content: Child): void;
  /** Takes it away. Doing so again changes nothing. */
  remove(): void;
  /** Brings it into view. */
  scrollTo(options?: ScrollOptions): void;
}

/** How something is brought into view; at the start and at once unless told. */
export interface ScrollOptions {
  block?: "start" | "center" | "end" | "nearest";
  behavior?: "auto" | "smooth" | "instant";
}

export class ShownItem implements Shown, Item {
  readonly isShown = signal(true);
  readonly #content;
  readonly #items: Items;
  readonly #element: ElementRef = ref();

  constructor(items: Items, content: Child) {
    this.#items = items;
    this.#content = signal(content);
  }

  update(content: Child): void {
    if (this.isShown.peek()) this.#content.value = content;
  }

  remove(): void {
    this.#items.remove(this);
  }

  scrollTo(options: ScrollOptions = {}): void {
    if (this.isShown.peek()) this.#element.scrollIntoView({ ...options });
  }

  gone(): void {
    this.isShown.value = false;
  }

  /** Plain text keeps its lines, as in PyWebIO. */
  render(): Child {
    const content = this.#content;
    return (
      <div
        ref={this.#element}
        class={["tandem-shown", { "tandem-shown-text": () => typeof content.value === "string" }]}
      >
        {() => content.value}
      </div>
    );
  }
}
