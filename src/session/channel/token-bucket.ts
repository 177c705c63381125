/** How many inputs may come: `burst` at once, `perSecond` in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Counts what comes against a rate. It holds `burst` tokens at most, and gains `perSecond` of them each second. */
export class TokenBucket {
  #tokens: number | undefined;
  #filledAt = 0;

  /** Takes a token at time `now` (milliseconds). Returns false when there is none. */
  take(now: number, rate: Rate): boolean {
    const gained = ((now - this.#filledAt) / 1_000) * rate.perSecond;
    const tokens = Math.min(rate.burst, (this.#tokens ?? rate.burst) + Math.max(0, gained));
    this.#filledAt = now;
    this.#tokens = tokens < 1 ? tokens : tokens - 1;
    return tokens >= 1;
  }
}
