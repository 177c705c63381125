import type { TestClock } from "./test-clock.ts";
import type { BrowserWindow } from "./page.ts";

interface Entry {
  readonly url: string;
  readonly state: unknown;
}

/** A page's history as browsers have it: happy-dom's own loads a document at every step, or does nothing. */
export class BrowserHistory {
  scrollRestoration: "auto" | "manual" = "auto";
  readonly #window: BrowserWindow;
  readonly #clock: TestClock;
  #entries: Entry[];
  #index = 0;

  constructor(window: BrowserWindow, clock: TestClock) {
    this.#window = window;
    this.#clock = clock;
    this.#entries = [{ url: window.location.href, state: null }];
    Object.defineProperty(window, "history", { value: this });
  }

  get length(): number {
    return this.#entries.length;
  }

  get state(): unknown {
    return this.#entries[this.#index]!.state;
  }

  pushState(state: unknown, _title: string, url?: string): void {
    this.#entries = this.#entries.slice(0, this.#index + 1);
    this.#entries.push(this.#entry(state, url));
    this.#show(++this.#index);
  }

  replaceState(state: unknown, _title: string, url?: string): void {
    this.#entries[this.#index] = this.#entry(state, url);
    this.#show(this.#index);
  }

  back(): void {
    this.go(-1);
  }

  forward(): void {
    this.go(1);
  }

  /** As in a browser, it happens after what is under way, and nothing happens at either end. */
  go(distance: number): void {
    this.#clock.setTimeout(() => {
      const index = this.#index + distance;
      if (this.#entries[index] === undefined || distance === 0) return;
      this.#show(index);
      const event = new this.#window.PopStateEvent("popstate", { state: this.state });
      this.#window.dispatchEvent(event);
    }, 0);
  }

  /** A document is loaded at `url`, in a new entry unless it is the one shown. */
  load(url: string): void {
    const isSame = new URL(url, this.#window.location.href).href === this.#window.location.href;
    if (!isSame) this.pushState(null, "", url);
  }

  #entry(state: unknown, url: string | undefined): Entry {
    const href = new URL(url ?? "", this.#window.location.href).href;
    return { state: structuredClone(state), url: url === undefined ? this.#window.location.href : href };
  }

  #show(index: number): void {
    this.#index = index;
    (this.#window as BrowserWindow & { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
      this.#entries[index]!.url,
    );
  }
}
