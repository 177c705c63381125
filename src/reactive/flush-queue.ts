import { TandemError } from "../core/errors.ts";
import type { Reaction } from "./reaction.ts";
import { isSilence } from "./silence.ts";

/** Who a queue belongs to: a session, or the process for effects made outside one. */
export interface FlushHost {
  /** Asks for one `flush()` soon, never at once. Called when the queue stops being empty, and when a batch ends. */
  scheduleFlush(): void;
  /** Takes an error that no boundary caught. `source` is the reaction that failed. */
  reportError(error: unknown, source: Reaction | undefined): void;
}

/** How often one reaction may set off the next within a flush before it counts as a loop. */
const MAX_FLUSH_ROUNDS = 100;

/** How many loops a flush reports; further ones, which the reports themselves may set off, are only stopped. */
const MAX_REPORTED_LOOPS = 3;

/** What runs in this many rounds before the limit is named as part of the loop. */
const SUSPECT_ROUNDS = 10;

/** The longest list that is used again, so that one large flush is not remembered for ever. */
const KEPT_ROOM = 16;

/**
 * The reactions of one session that must run again, by priority (high first), then creation order, so
 * that a guard runs before what it guards, even when the guard is set off in the middle of a flush.
 */
export class FlushQueue {
  readonly host: FlushHost;
  #pending: Reaction[] = [];
  /** While flushing, everything before this has run. */
  #cursor = 0;
  #flushing = false;
  #sorted = true;
  #round = 0;
  /** Loops stopped in this flush. */
  #loops = 0;
  #created = 0;
  #holds = 0;
  /** What ran in the last rounds before the limit, if a flush came near it. */
  #suspects: Reaction[] | undefined;

  constructor(host: FlushHost) {
    this.host = host;
  }

  /** The next creation number. */
  nextOrder(): number {
    return this.#created++;
  }

  get isEmpty(): boolean {
    return this.#pending.length === 0;
  }

  get isHeld(): boolean {
    return this.#holds > 0;
  }

  /** Lets changes gather: nothing runs until each `hold` has met its `release`. */
  hold(): void {
    this.#holds++;
  }

  release(): void {
    this.#holds--;
    if (this.#holds === 0 && !this.isEmpty && !this.#flushing) this.host.scheduleFlush();
  }

  /** Passes an error on, unless it is a quiet stop. */
  report(error: unknown, source: Reaction | undefined): void {
    if (!isSilence(error)) this.host.reportError(error, source);
  }

  enqueue(reaction: Reaction): void {
    if (reaction.round !== 0) return;
    reaction.round = this.#round + 1;
    const pending = this.#pending;
    if (this.#flushing) {
      pending.splice(this.#insertionPoint(reaction), 0, reaction);
      return;
    }
    const { length } = pending;
    if (length > 0 && runsBefore(reaction, pending[length - 1]!)) this.#sorted = false;
    pending.push(reaction);
    if (length === 0 && !this.isHeld) this.host.scheduleFlush();
  }

  /** Runs what is queued until nothing is left. A reaction that throws does not stop the others. */
  flush(): void {
    if (this.#flushing || this.isHeld) return;
    this.#flushing = true;
    if (!this.#sorted) this.#pending.sort(byRunOrder);
    this.#sorted = true;
    try {
      for (let reaction = this.#next(); reaction !== undefined; reaction = this.#next()) {
        if (this.#round > MAX_FLUSH_ROUNDS) this.#stopLoop(reaction);
        else this.#run(reaction);
      }
    } finally {
      this.#endFlush();
    }
  }

  /** What is left, as a batch began or the host itself threw, waits for the next flush. */
  #endFlush(): void {
    if (this.#cursor === this.#pending.length) this.#empty();
    else this.#keepRest();
    this.#cursor = 0;
    this.#round = 0;
    this.#loops = 0;
    this.#suspects = undefined;
    this.#flushing = false;
    if (!this.isEmpty && !this.isHeld) this.host.scheduleFlush();
  }

  /** A short list is emptied one by one: it keeps its room for the next flush, where a new one would grow again. */
  #empty(): void {
    const pending = this.#pending;
    if (pending.length > KEPT_ROOM) this.#pending = [];
    else while (pending.length > 0) pending.pop();
  }

  #keepRest(): void {
    this.#pending = this.#pending.slice(this.#cursor);
    for (const reaction of this.#pending) reaction.round = 1;
  }

  #next(): Reaction | undefined {
    const reaction = this.#pending[this.#cursor];
    if (reaction === undefined || this.isHeld) return undefined;
    this.#cursor++;
    this.#round = reaction.round;
    reaction.round = 0;
    return reaction;
  }

  #run(reaction: Reaction): void {
    if (this.#round > MAX_FLUSH_ROUNDS - SUSPECT_ROUNDS) (this.#suspects ??= []).push(reaction);
    try {
      reaction.runIfStale();
    } catch (error) {
      this.report(error, reaction);
    }
  }

  /** A reaction set off for the hundredth time in a row is dropped, with all that is as deep as it. */
  #stopLoop(first: Reaction): void {
    const looping = [first];
    const rest: Reaction[] = [];
    for (const reaction of this.#pending.slice(this.#cursor)) {
      (reaction.round > MAX_FLUSH_ROUNDS ? looping : rest).push(reaction);
    }
    this.#pending = rest;
    this.#cursor = 0;
    for (const reaction of looping) {
      reaction.round = 0;
      reaction.skip();
    }
    const names = [...new Set([...(this.#suspects ?? []), ...looping].map((reaction) => reaction.describe()))].join(
      ", ",
    );
    this.#suspects = undefined;
    // What takes the report may write, to show it: that is not a part of the loop.
    this.#round = 0;
    if (++this.#loops > MAX_REPORTED_LOOPS) return;
    this.host.reportError(
      new TandemError(
        "reactive/flush-loop",
        `Expected the screen to settle, but after ${MAX_FLUSH_ROUNDS} rounds these still set each other off: ${names}. ` +
          "Look for an effect that writes what it reads.",
      ),
      first,
    );
  }

  #insertionPoint(reaction: Reaction): number {
    const pending = this.#pending;
    let low = this.#cursor;
    let high = pending.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (runsBefore(reaction, pending[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function runsBefore(a: Reaction, b: Reaction): boolean {
  return a.priority !== b.priority ? a.priority > b.priority : a.order < b.order;
}

function byRunOrder(a: Reaction, b: Reaction): number {
  return a.priority !== b.priority ? b.priority - a.priority : a.order - b.order;
}
