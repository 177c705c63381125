import type { Clock, Timer } from "../../core/clock.ts";

/**
 * One timer for all that is due at some time, so that no message needs a timer of its own: it rings at the
 * earliest time asked for, or sooner when what was due then has become moot. Who hears it looks what is due,
 * and asks for the next time.
 */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #timer: Timer;
  #at = Infinity;

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  ringBy(time: number): void {
    if (time >= this.#at) return;
    this.stop();
    this.#at = time;
    this.#timer = this.#clock.setTimeout(() => {
      this.#at = Infinity;
      this.#ring();
    }, time - this.#clock.now());
  }

  stop(): void {
    if (this.#at !== Infinity) this.#clock.clearTimeout(this.#timer);
    this.#at = Infinity;
  }
}
