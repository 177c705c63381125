import type { FirstBlock, GridConfig, GridNews, GridState } from "../../../protocol/grid.ts";
import { GridScreen } from "./grid-screen.ts";

/** `<tandem-grid>`: says what it is by attributes, and hears news of its rows by one more, which it takes off. */
export class GridElement extends HTMLElement {
  static readonly observedAttributes = ["config", "state", "news", "data-disabled"];
  #screen: GridScreen | undefined;

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
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#screen?.destroy();
      this.#screen = undefined;
    });
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
