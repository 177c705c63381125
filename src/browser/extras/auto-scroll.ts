/** Pixels from the end that still count as being there. */
const NEAR = 48;

/** Keeps the end of the page in sight while it grows, as long as the person is there. */
export class AutoScroll {
  readonly #window: Window;
  #observer: MutationObserver | undefined;
  #sizes: ResizeObserver | undefined;
  #isAtEnd = true;
  #top = 0;
  #height = 0;

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
    this.#height = 0;
    this.#window.addEventListener("scroll", this.#look);
    this.#follow();
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#sizes?.disconnect();
    this.#window.removeEventListener("scroll", this.#look);
  }

  /** The end may have moved on since it was followed: only a person scrolls up, whether the page has told of it or not. */
  readonly #look = (): void => {
    const { scrollY, innerHeight, document } = this.#window;
    const { scrollHeight } = document.documentElement;
    const bottom = scrollY + innerHeight;
    if (bottom >= scrollHeight - NEAR) this.#isAtEnd = true;
    else if (scrollY < this.#top && bottom < this.#height - NEAR) this.#isAtEnd = false;
    this.#top = scrollY;
    this.#height = scrollHeight;
  };

  #follow(): void {
    this.#look();
    if (!this.#isAtEnd) return;
    this.#window.scrollTo(0, this.#height);
    this.#top = this.#window.scrollY;
  }
}
