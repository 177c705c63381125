/** Pixels that browsers round by. */
const ROUNDING = 2;
/** Milliseconds that browsers scroll smoothly for, at most. */
const SMOOTHLY = 1_000;

/**
 * Whether somebody is at the end of an area that scrolls. Who scrolls up has left it, from the first pixel on, as a
 * longer way up begins with a short one; who comes near it is back. It is not left where the end moves on, or the area
 * becomes smaller, before a scroll event of an earlier place came.
 */
export class EndWatch {
  readonly #area: Element;
  readonly #near: number;
  isThere = true;
  #top = 0;
  #height = 0;
  /** While somebody who asked for the end is held there. */
  #jump: AbortController | undefined;

  /** `near` is how many pixels from the end still count as being there. */
  constructor(area: Element, near: number) {
    this.#area = area;
    this.#near = near;
  }

  /** Whether the area holds more, or less, than when it was looked at last. */
  get isOther(): boolean {
    return this.#area.scrollHeight !== this.#height;
  }

  /** To be called on each scroll event; and before the end is followed, as such an event may be yet to come. */
  look(): void {
    const { scrollTop, clientHeight, scrollHeight } = this.#area;
    const bottom = scrollTop + clientHeight;
    const before = this.#top;
    const end = Math.min(this.#height, scrollHeight);
    const isAtEnd = this.#isAtEnd;
    if (this.#jump && !isAtEnd) return this.go();
    this.#note();
    // What is not shown, as in a tab that is not chosen, has no place at all.
    if (clientHeight === 0) return;
    if (isAtEnd) this.isThere = true;
    else if (scrollTop > before && bottom >= scrollHeight - this.#near) this.isThere = true;
    else if (scrollTop < before && bottom < end - ROUNDING) this.isThere = false;
  }

  /** Scrolls there. */
  go(): void {
    this.isThere = true;
    this.#area.scrollTop = this.#area.scrollHeight;
    this.#note();
  }

  /**
   * Scrolls there because the person asked for it: nothing leads off for as long as smooth scrolling takes, unless they
   * act anew. A way up that was still under way would, as browsers go on with it from wherever the area is by then.
   */
  jump(): void {
    this.go();
    this.#endJump();
    this.#jump = new AbortController();
    const listening = { signal: this.#jump.signal, passive: true, capture: true };
    for (const type of ["wheel", "pointerdown", "keydown"]) {
      this.#area.ownerDocument.addEventListener(type, this.#endJump, listening);
    }
    const timer = setTimeout(this.#endJump, SMOOTHLY);
    this.#jump.signal.addEventListener("abort", () => clearTimeout(timer));
  }

  readonly #endJump = (): void => {
    this.#jump?.abort();
    this.#jump = undefined;
  };

  get #isAtEnd(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.#area;
    return scrollTop + clientHeight >= scrollHeight - ROUNDING;
  }

  #note(): void {
    this.#top = this.#area.scrollTop;
    this.#height = this.#area.scrollHeight;
  }
}
