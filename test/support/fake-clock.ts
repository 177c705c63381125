import type { Clock, Timer } from "../../src/core/clock.ts";

interface Alarm {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until told to advance. */
export class FakeClock implements Clock {
  #now: number;
  /** In the order they were set, which breaks ties. */
  #alarms = new Set<Alarm>();
  /** Called after each timer, as a session flushes after each turn. */
  afterTimer: () => void = () => {};

  constructor(now = 0) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, ms: number): Timer {
    const alarm: Alarm = { at: this.#now + Math.max(0, ms), callback };
    this.#alarms.add(alarm);
    return alarm;
  }

  clearTimeout(timer: Timer): void {
    this.#alarms.delete(timer as Alarm);
  }

  /** How many timers are set. */
  get pending(): number {
    return this.#alarms.size;
  }

  /** Lets `ms` pass, firing what comes due, also what was set on the way, in order of time. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let alarm = this.#nextBy(end); alarm !== undefined; alarm = this.#nextBy(end)) this.#fire(alarm);
    this.#now = end;
  }

  /** As `advance`, but lets promises settle after each timer. */
  async advanceAsync(ms: number): Promise<void> {
    const end = this.#now + ms;
    await promisesSettled();
    for (let alarm = this.#nextBy(end); alarm !== undefined; alarm = this.#nextBy(end)) {
      this.#fire(alarm);
      await promisesSettled();
    }
    this.#now = end;
  }

  /** The process was busy, or the machine asleep: time passes without any timer firing. */
  stall(ms: number): void {
    this.#now += ms;
  }

  #fire(alarm: Alarm): void {
    this.#alarms.delete(alarm);
    this.#now = Math.max(this.#now, alarm.at);
    alarm.callback();
    this.afterTimer();
  }

  #nextBy(end: number): Alarm | undefined {
    let next: Alarm | undefined;
    for (const alarm of this.#alarms) {
      if (alarm.at <= end && (next === undefined || alarm.at < next.at)) next = alarm;
    }
    return next;
  }
}

/** Resolves when every promise job that is now possible has run. */
export function promisesSettled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
