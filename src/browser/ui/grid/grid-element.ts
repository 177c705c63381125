import type { FirstBlock, GridConfig, GridNews, GridState } from "../../../protocol/grid.ts";
import { GridScreen } from "./grid-screen.ts";

/** `<tandem-grid>`: says what it is by attributes, and hears news of its rows by one more, which it takes off. */
export class GridElement extends HTMLElement {
  static readonly observedAttributes = ["config", "state", "news", "data-disabled"];
  #screen: GridScreen | undefined;
  /** What is measured when a grid is built: it is built anew when that changes. */
  #built = "";
  readonly #surroundings = new MutationObserver(() => this.#rebuild());

  connectedCallback(): void {
    // An element that moves leaves and comes in one go.
    if (this.#screen) return;
    const config = this.#read<GridConfig>("config");
    const state = this.#read<GridState>("state");
    if (!config || !state) return;
    this.#screen = new GridScreen(this, {
      config,
      state,
      first: this.#read<FirstBlock>("first"),
      restate: () => this.#follow(),
    });
    this.#screen.setDisabled(this.hasAttribute("data-disabled"));
    this.#built = this.#measures();
    const attributeFilter = ["dir", "data-density"];
    this.#surroundings.observe(document.documentElement, { attributes: true, subtree: true, attributeFilter });
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#destroy();
    });
  }

  #destroy(): void {
    this.#surroundings.disconnect();
    this.#screen?.destroy();
    this.#screen = undefined;
  }

  /** The direction of text, and how dense it is. */
  #measures(): string {
    const style = getComputedStyle(this);
    return `${style.direction} ${style.getPropertyValue("--tandem-density")}`;
  }

  #rebuild(): void {
    if (this.#measures() === this.#built) return;
    this.#destroy();
    this.connectedCallback();
  }

  attributeChangedCallback(name: string): void {
    if (!this.#screen) return;
    if (name === "data-disabled") return this.#screen.setDisabled(this.hasAttribute("data-disabled"));
    if (name === "news") {
      const news = this.#read<GridNews>("news");
      this.removeAttribute("news");
      if (news) this.#screen.hear(news);
      return;
    }
    if (name === "config") {
      const config = this.#read<GridConfig>("config");
      if (config) this.#screen.configure(config);
      return;
    }
    // What is called in the same frame comes after what it sets, and says which rows are new.
    setTimeout(() => this.#follow());
  }

  #follow(): void {
    const state = this.#read<GridState>("state");
    if (state) this.#screen?.follow(state);
  }

  #read<T>(name: string): T | undefined {
    const text = this.getAttribute(name);
    return text === null ? undefined : (JSON.parse(text) as T);
  }
}
