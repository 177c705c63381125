import { AsyncResource } from "node:async_hooks";
import { clearTimeout, setImmediate, setTimeout } from "node:timers";
import type { Clock, Timer } from "../core/clock.ts";
import { TandemError } from "../core/errors.ts";
import { callSite } from "./call-site.ts";

/** The time of a mounted app, its session and its pages alike. It stands still until told to pass. */
export interface AppClock extends Clock {
  /**
   * Lets this much time pass for session and pages: frames arrive and timers fire when they are due, in order, and
   * promises settle after each. 0 does what is due now.
   */
  advance(ms: number): Promise<void>;
  /** How many timers are set, frames under way included. */
  readonly pending: number;
}

interface Alarm {
  readonly at: number;
  readonly callback: () => void;
  /** What it is for, or where it was set. */
  readonly cause: string | Error;
}

/** What may happen at one instant before it counts as going on for ever. */
const MAX_STEPS = 10_000;
/** Milliseconds of the machine's time that are given to what is outside: where nothing, and where something is known of. */
const SHORTLY = 1;
const AT_MOST = 200;

export interface ClockHooks {
  /** Takes what a timer's callback throws, and what the timer was for. */
  failed(error: unknown, source: string): void;
  /** Called whenever all is quiet; what it throws, the test gets. */
  quiet(): void;
}

export class TestClock implements AppClock {
  #now: number;
  /** In the order they were set, which breaks ties. */
  readonly #alarms = new Set<Alarm>();
  readonly #hooks: ClockHooks;
  readonly #machineWork = new Set<Promise<unknown>>();
  /** Outside of any session: what arrives on a line comes from nowhere. */
  readonly #outside = new AsyncResource("tandem/testing");

  constructor(start: number, hooks: ClockHooks) {
    this.#now = start;
    this.#hooks = hooks;
  }

  now(): number {
    return this.#now;
  }

  /** As with the machine's timers, the session that is current now is current in the callback. */
  setTimeout(callback: () => void, ms: number): Timer {
    return this.#set({ at: this.#due(ms), callback: AsyncResource.bind(callback), cause: new Error() });
  }

  /** A timer of the kit's own, with its name for messages. No session is current in its callback. */
  after(ms: number, cause: string, callback: () => void): Timer {
    return this.#set({ at: this.#due(ms), callback: () => this.#outside.runInAsyncScope(callback), cause });
  }

  clearTimeout(timer: Timer): void {
    this.#alarms.delete(timer as Alarm);
  }

  get pending(): number {
    return this.#alarms.size;
  }

  /** What each timer is for, for messages. */
  get causes(): string[] {
    return Array.from(this.#alarms, describe);
  }

  /** Notes work that takes the machine's time, not the app's, such as a request that reads files. */
  during<T>(work: Promise<T>): Promise<T> {
    this.#machineWork.add(work);
    const forget = () => void this.#machineWork.delete(work);
    work.then(forget, forget);
    return work;
  }

  /** Gives what is outside of the app its time; not for ever, as it may wait for the app. */
  async machineTime(shortly = SHORTLY): Promise<void> {
    const limit = this.#machineWork.size === 0 ? shortly : AT_MOST;
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, limit)));
    await Promise.race([over, ...(this.#machineWork.size === 0 ? [] : [Promise.allSettled(this.#machineWork)])]);
    clearTimeout(timer);
  }

  async advance(ms: number): Promise<void> {
    if (!(ms >= 0)) throw new TandemError("testing/bad-time", `Expected milliseconds from 0, but got ${String(ms)}.`);
    const end = this.#now + ms;
    await this.#settleInstant();
    for (let next = this.#next(); next !== undefined && next.at <= end; next = this.#next()) {
      this.#now = Math.max(this.#now, next.at);
      await this.#settleInstant();
    }
    this.#now = Math.max(this.#now, end);
    this.#hooks.quiet();
  }

  /** Lets time pass, by the millisecond, until `work` is done; some of the machine's, too, as it may wait for that. */
  async passUntil<T>(work: T | Promise<T>): Promise<T> {
    if (!(work instanceof Promise)) return work;
    let isDone = false;
    const end = () => (isDone = true);
    work.then(end, end);
    await promisesSettled();
    for (let passed = 0; !isDone; passed++) {
      if (passed % 10 === 9) await this.machineTime();
      await this.advance(1);
    }
    return work;
  }

  /** Does all that is due now, what that leads to included. */
  async #settleInstant(): Promise<void> {
    const done: Alarm[] = [];
    await promisesSettled();
    for (let next = this.#next(); next !== undefined && next.at <= this.#now; next = this.#next()) {
      if (done.push(next) > MAX_STEPS) throw neverSettles(done);
      this.#fire(next);
      await promisesSettled();
    }
  }

  #due(ms: number): number {
    return this.#now + Math.max(0, ms);
  }

  #set(alarm: Alarm): Timer {
    this.#alarms.add(alarm);
    return alarm;
  }

  #fire(alarm: Alarm): void {
    this.#alarms.delete(alarm);
    try {
      alarm.callback();
    } catch (error) {
      this.#hooks.failed(error, `${describe(alarm)} failed`);
    }
  }

  #next(): Alarm | undefined {
    let next: Alarm | undefined;
    for (const alarm of this.#alarms) if (next === undefined || alarm.at < next.at) next = alarm;
    return next;
  }
}

/** Resolves when every promise job that is possible by now has run, whatever fake timers a test has set up. */
function promisesSettled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function describe({ cause }: Alarm): string {
  return typeof cause === "string" ? cause : `a timer set ${callSite(cause)}`;
}

/** The last hundred show the circle; what led into it does not matter. */
function neverSettles(done: readonly Alarm[]): TandemError {
  const counts = new Map<string, number>();
  for (const alarm of done.slice(-100)) counts.set(describe(alarm), (counts.get(describe(alarm)) ?? 0) + 1);
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, 4);
  const list = most.map(([what, count]) => `\n  ${count} × ${what}`).join("");
  return new TandemError(
    "testing/never-settles",
    `Expected the app to come to rest, but after ${MAX_STEPS} steps without any time passing it still goes on. ` +
      `Of its last ${Math.min(100, done.length)} steps:${list}`,
  );
}
