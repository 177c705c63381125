/** Pixels from the end that still count as being there. */
const NEAR = 48;

/** Keeps the end of the page in sight while it grows, as long as the person is there. */
export class AutoScroll {
  readonly #window: Window;
  #observer: MutationObserver | undefined;
  #sizes: ResizeObserver | undefined;
  #isAtEnd = true;
  #top = 0;

  constructor(window: Window) {
    this.#window = window;
  }

  turn(isOn: boolean): void {
    this.stop();
    if (!isOn) return;
    const { document } = this.#window;
    const { MutationObserver: Observer, ResizeObserver: Sizes } = this.#window as Window & typeof globalThis;
    this.#observer = new Observer(() => this.#follow());
    // Images and styles that come later make it grow, too.
    this.#sizes = new Sizes(() => this.#follow());
    this.#sizes.observe(document.body);
    // What is shown below the page stands in its layers.
    for (const region of document.querySelectorAll("body>#tandem-root,body>#tandem-layers")) {
      this.#observer.observe(region, { childList: true, subtree: true, characterData: true });
    }
    this.#isAtEnd = true;
    this.#window.addEventListener("scroll", this.#scrolled);
    this.#follow();
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#sizes?.disconnect();
    this.#window.removeEventListener("scroll", this.#scrolled);
  }

  readonly #scrolled = (): void => {
    const { scrollY, innerHeight, document } = this.#window;
    // The end may have moved on since `#follow` scrolled to it: only a person scrolls up.
    if (scrollY + innerHeight >= document.documentElement.scrollHeight - NEAR) this.#isAtEnd = true;
    else if (scrollY < this.#top) this.#isAtEnd = false;
    this.#top = scrollY;
  };

  #follow(): void {
    if (!this.#isAtEnd) return;
    this.#window.scrollTo(0, this.#window.document.documentElement.scrollHeight);
    this.#top = this.#window.scrollY;
  }
}
