import type { Timer } from "../../core/clock.ts";
import type { ExtrasPage } from "./extras.ts";

/** Milliseconds between two reports of one page. */
const PERIOD = 100;

/** Tells the session how large elements are, by their refs, now and whenever that changes. */
export class ElementSizes {
  readonly #page: ExtrasPage;
  /** By ref; `null` while it is not on the screen. */
  readonly #elements = new Map<number, Element | null>();
  readonly #news = new Map<number, [width: number, height: number] | [null]>();
  #sizes: ResizeObserver | undefined;
  #changes: MutationObserver | undefined;
  #timer: Timer;

  constructor(page: ExtrasPage) {
    this.#page = page;
  }

  measure(keys: number[]): void {
    const { window } = this.#page;
    const { MutationObserver: Changes, ResizeObserver: Sizes } = window as Window & typeof globalThis;
    for (const key of keys) if (!this.#elements.has(key)) this.#elements.set(key, null);
    this.#sizes ??= new Sizes((entries) => this.#resized(entries));
    if (!this.#changes) {
      this.#changes = new Changes(() => this.#find());
      const attributeFilter = ["data-ref"];
      this.#changes.observe(window.document.body, { childList: true, subtree: true, attributeFilter });
    }
    this.#find();
  }

  forget(keys: number[]): void {
    for (const key of keys) {
      const element = this.#elements.get(key);
      if (element) this.#sizes!.unobserve(element);
      this.#elements.delete(key);
      this.#news.delete(key);
    }
  }

  stop(): void {
    this.#sizes?.disconnect();
    this.#changes?.disconnect();
    this.#page.clock.clearTimeout(this.#timer);
  }

  /** Elements come, go and are replaced; a new one is measured at once. */
  #find(): void {
    for (const [key, known] of this.#elements) {
      const element = this.#page.window.document.querySelector(`[data-ref="${key}"]`);
      if (element === known) continue;
      this.#elements.set(key, element);
      if (known) this.#sizes!.unobserve(known);
      if (element) this.#sizes!.observe(element);
      else this.#note(key, [null]);
    }
  }

  #resized(entries: ResizeObserverEntry[]): void {
    for (const { target, borderBoxSize } of entries) {
      const { inlineSize, blockSize } = borderBoxSize[0]!;
      const isUpright = this.#page.window.getComputedStyle(target).writingMode.startsWith("horizontal");
      const size: [number, number] = isUpright ? [inlineSize, blockSize] : [blockSize, inlineSize];
      for (const [key, element] of this.#elements) if (element === target) this.#note(key, size);
    }
  }

  #note(key: number, news: [number, number] | [null]): void {
    this.#news.set(key, news.map((part) => part && Math.round(part * 100) / 100) as typeof news);
    if (this.#timer === undefined) this.#timer = this.#page.clock.setTimeout(() => this.#report(), 0);
  }

  #report(): void {
    this.#timer = undefined;
    if (!this.#news.size) return;
    // What cannot be sent now goes with the next.
    if (
      this.#page.send(
        "tell",
        "sizes",
        Array.from(this.#news, ([key, news]) => [key, ...news]),
      )
    )
      this.#news.clear();
    this.#timer = this.#page.clock.setTimeout(() => this.#report(), PERIOD);
  }
}
