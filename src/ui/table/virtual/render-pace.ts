import type { Clock, Timer } from "../../../core/clock.ts";

/** Milliseconds of rest for each row that was built: no page can have more than 5,000 built in a second. */
const REST = 0.2;

/** Does work at once, unless what was done before was so much that it waits; of all that waits, only the last is done. */
export class RenderPace {
  readonly #clock: Clock;
  readonly #later: (work: () => void) => void;
  #restsUntil = 0;
  #timer: Timer | undefined;

  /** `later` surrounds what is done after a wait. */
  constructor(clock: Clock, later: (work: () => void) => void) {
    this.#clock = clock;
    this.#later = later;
  }

  /** `work` answers with how many rows it built. */
  take(work: () => number): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    const wait = this.#restsUntil - this.#clock.now();
    if (wait > 0) this.#timer = this.#clock.setTimeout(() => this.#later(() => this.#do(work)), wait);
    else this.#do(work);
  }

  stop(): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer);
  }

  #do(work: () => number): void {
    this.#timer = undefined;
    this.#restsUntil = this.#clock.now() + work() * REST;
  }
}
