/**
 * Whether somebody is at the end of an area that scrolls. Only who scrolls up has left it: they have not where the end
 * has moved on, or the area became smaller, before a scroll event of an earlier place came.
 */
export class EndWatch {
  readonly #area: HTMLElement;
  readonly #near: number;
  isThere = true;
  #top = 0;
  #height = 0;

  /** `near` is how many pixels from the end still count as being there. */
  constructor(area: HTMLElement, near: number) {
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
    // What is not shown, as in a tab that is not chosen, has no place at all.
    if (clientHeight > 0 && bottom >= scrollHeight - this.#near) this.isThere = true;
    else if (clientHeight > 0 && scrollTop < this.#top && bottom < this.#height - this.#near) this.isThere = false;
    this.#note();
  }

  /** Scrolls there. */
  go(): void {
    this.isThere = true;
    this.#area.scrollTop = this.#area.scrollHeight;
    this.#note();
  }

  #note(): void {
    this.#top = this.#area.scrollTop;
    this.#height = this.#area.scrollHeight;
  }
}
