import { EndWatch } from "../end-watch.ts";

/** Pixels from the end that still count as being there. */
const NEAR = 48;

/** Keeps the end of the page in sight while it grows, as long as the person is there. */
export class AutoScroll {
  readonly #window: Window;
  #observer: MutationObserver | undefined;
  #sizes: ResizeObserver | undefined;
  readonly #end: EndWatch;

  constructor(window: Window) {
    this.#window = window;
    this.#end = new EndWatch(window.document.documentElement, NEAR);
  }

  turn(isOn: boolean): void {
    this.stop();
    if (!isOn) return;
    const { document } = this.#window;
    const { MutationObserver: Observer, ResizeObserver: Sizes } = this.#window as Window & typeof globalThis;
    this.#observer = new Observer(this.#follow);
    // Images and styles that come later make it grow, too.
    this.#sizes = new Sizes(this.#follow);
    this.#sizes.observe(document.body);
    // What is shown below the page stands in its layers.
    for (const region of document.querySelectorAll("body>#tandem-root,body>#tandem-layers")) {
      this.#observer.observe(region, { childList: true, subtree: true, characterData: true });
    }
    this.#window.addEventListener("scroll", this.#look);
    this.#end.go();
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#sizes?.disconnect();
    this.#window.removeEventListener("scroll", this.#look);
  }

  readonly #look = (): void => this.#end.look();

  readonly #follow = (): void => {
    this.#end.look();
    if (this.#end.isThere) this.#end.go();
  };
}
