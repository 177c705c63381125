import type { Clock, Timer } from "../core/clock.ts";
import { expireUnwatched, Flag, propagate, settle, track, type Link, type SourceNode } from "./graph.ts";
import { currentOwner } from "./owner.ts";
import { Readable, type ReadonlySignal } from "./readable.ts";
import { requirePeriod } from "./period.ts";

/** Counts periods since it was first watched, leaving out the time when nobody watched. */
class Ticker extends Readable<number> implements SourceNode {
  subs?: Link = undefined;
  subsTail?: Link = undefined;
  flags: number = Flag.Mutable;
  readonly #period: number;
  readonly #clock: Clock;
  readonly #tick = (): void => this.#advance();
  #count = 0;
  /** When the count was, or would have been, 0. */
  #start = 0;
  #timer: Timer | undefined;

  constructor(period: number, clock: Clock) {
    super();
    this.#period = period;
    this.#clock = clock;
  }

  get value(): number {
    if (this.flags & Flag.Dirty) settle(this);
    track(this);
    if (this.subs !== undefined && this.#timer === undefined) this.#begin();
    return this.#count;
  }

  peek(): number {
    return this.#count;
  }

  refresh(): boolean {
    this.flags = Flag.Mutable;
    return true;
  }

  unwatched(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.flags = Flag.Mutable;
    expireUnwatched();
  }

  #begin(): void {
    this.#start = this.#clock.now() - this.#count * this.#period;
    this.#arm();
  }

  /** After a stall, the periods that passed count, but tell only once. */
  #advance(): void {
    this.#timer = undefined;
    const passed = Math.round((this.#clock.now() - this.#start) / this.#period);
    this.#count = Math.max(passed, this.#count + 1);
    this.#arm();
    propagate(this);
  }

  /** Aims at the next deadline, so that late timers do not add up. Wall time set back starts a new period. */
  #arm(): void {
    const now = this.#clock.now();
    let wait = this.#start + (this.#count + 1) * this.#period - now;
    if (wait > this.#period) {
      this.#start = now - this.#count * this.#period;
      wait = this.#period;
    }
    this.#timer = this.#clock.setTimeout(this.#tick, Math.max(0, wait));
  }
}

/**
 * Makes a signal that counts up every `ms` milliseconds while something watches it.
 *
 * @example
 * ```tsx
 * import { every } from "tandem";
 *
 * export default function Clock() {
 *   const seconds = every(1000);
 *   return <p>You have been here for {seconds} seconds.</p>;
 * }
 * ```
 *
 * It keeps to the beat it started with, however late a timer fires, and costs nothing while unwatched.
 * From Shiny's `reactive.invalidate_later` and Bokeh's `add_periodic_callback`.
 */
export function every(ms: number): ReadonlySignal<number> {
  requirePeriod(ms, "every");
  return new Ticker(ms, currentOwner().clock);
}
