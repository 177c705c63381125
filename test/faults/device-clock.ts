import type { Clock, Timer } from "../../src/core/clock.ts";

interface DeviceTimer {
  inner: Timer;
  callback: (() => void) | undefined;
}

const MINUTE = 60_000;

/** The clock of a person's machine: it may sleep, when nothing runs, and holds back a hidden tab's timers to one a minute. */
export class DeviceClock implements Clock {
  /** Whether the tab is hidden. */
  isHidden = false;
  readonly #clock: Clock;
  #asleep = false;
  /** What would have happened meanwhile, in that order. */
  #late: (() => void)[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  setTimeout(callback: () => void, ms: number): Timer {
    const due = this.now() + Math.max(0, ms);
    const at = this.isHidden ? Math.ceil(due / MINUTE) * MINUTE : due;
    const timer: DeviceTimer = { inner: undefined, callback };
    timer.inner = this.#clock.setTimeout(() => this.run(() => timer.callback?.()), at - this.now());
    return timer;
  }

  clearTimeout(timer: Timer): void {
    if (timer === undefined) return;
    const { inner } = timer as DeviceTimer;
    (timer as DeviceTimer).callback = undefined;
    this.#clock.clearTimeout(inner);
  }

  /** Does it now, or when the machine wakes. */
  run(what: () => void): void {
    if (this.#asleep) this.#late.push(what);
    else what();
  }

  get isAsleep(): boolean {
    return this.#asleep;
  }

  sleep(): void {
    this.#asleep = true;
  }

  wake(): void {
    this.#asleep = false;
    for (const what of this.#late.splice(0)) this.run(what);
  }
}
