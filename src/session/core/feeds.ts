import type { Clock, Timer } from "../../core/clock.ts";
import type { Feed } from "../channel/feed.ts";

/** Milliseconds between two frames for data alone: no screen shows more. */
export const FEED_INTERVAL = 16;

/** What a session's elements are fed with, and when its clients get the next of it. */
export class Feeds {
  readonly all = new Set<Feed>();
  readonly #clock: Clock;
  readonly #send: () => void;
  #sentAt = -Infinity;
  #timer: Timer;
  #isDue = false;

  /** `send` is called when something is due. */
  constructor(clock: Clock, send: () => void) {
    this.#clock = clock;
    this.#send = send;
  }

  /** Whether clients may lack something, and the time for it has come. */
  get isDue(): boolean {
    return this.#isDue;
  }

  add(feed: Feed): void {
    this.all.add(feed);
    this.grown(feed);
  }

  /** Nobody gets more of it. */
  delete(feed: Feed): void {
    this.all.delete(feed);
    if (this.all.size > 0) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** There is more in a feed: sent at once, or, soon after the last, with what comes meanwhile. */
  grown(feed: Feed): void {
    if (this.#isDue || this.#timer !== undefined || !this.all.has(feed)) return;
    const wait = this.#sentAt + FEED_INTERVAL - this.#clock.now();
    if (wait <= 0) this.#become();
    else this.#timer = this.#clock.setTimeout(() => this.#become(), wait);
  }

  sent(): void {
    if (!this.#isDue) return;
    this.#isDue = false;
    this.#sentAt = this.#clock.now();
  }

  #become(): void {
    this.#timer = undefined;
    this.#isDue = true;
    this.#send();
  }
}
