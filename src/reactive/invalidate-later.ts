import type { Clock, Timer } from "../core/clock.ts";
import { TandemError } from "../core/errors.ts";
import { currentSubscriber, expireUnwatched, Flag, propagate, track, type Link, type SourceNode } from "./graph.ts";
import { currentOwner } from "./owner.ts";
import { requirePeriod } from "./period.ts";

/** A source that changes once. Its only reader leaves it when it runs again or ends, and that clears the timer. */
class Deadline implements SourceNode {
  subs?: Link = undefined;
  subsTail?: Link = undefined;
  flags: number = Flag.Mutable;
  readonly #clock: Clock;
  readonly #timer: Timer;

  constructor(ms: number, clock: Clock) {
    this.#clock = clock;
    this.#timer = clock.setTimeout(() => propagate(this), ms);
  }

  refresh(): boolean {
    this.flags = Flag.Mutable;
    return true;
  }

  unwatched(): void {
    this.#clock.clearTimeout(this.#timer);
    expireUnwatched();
  }
}

/**
 * Runs the effect, computed or binding that calls it again after `ms` milliseconds.
 *
 * @example
 * ```ts
 * import { computed, invalidateLater } from "tandem";
 *
 * const now = computed(() => {
 *   invalidateLater(60_000);
 *   return new Date().toLocaleTimeString("en");
 * });
 * ```
 *
 * If something else makes it run before, or it ends, the wait is over. Call it before the first `await`.
 * From Shiny's `reactive.invalidate_later`.
 */
export function invalidateLater(ms: number): void {
  requirePeriod(ms, "invalidateLater");
  const reader = currentSubscriber();
  if (reader === undefined) {
    throw new TandemError(
      "reactive/nothing-to-invalidate",
      "Expected invalidateLater() inside an effect, a computed or a live part of the screen, before the first await, " +
        "but nothing is running that could run again. Move the call there, or use every().",
    );
  }
  if (reader.flags !== Flag.None) track(new Deadline(ms, currentOwner().clock)); // a disposed one has no later
}
