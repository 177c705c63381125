import { Disposers } from "../../src/reactive/disposers.ts";
import { FlushQueue, type FlushHost } from "../../src/reactive/flush-queue.ts";
import { runWithOwner, type Owner } from "../../src/reactive/owner.ts";
import type { Reaction } from "../../src/reactive/reaction.ts";
import { FakeClock, promisesSettled } from "./fake-clock.ts";

/** Stands in for a session: a queue flushed on command, a clock that stands still, errors kept. */
export class TestOwner implements Owner, FlushHost {
  readonly queue = new FlushQueue(this);
  readonly clock = new FakeClock();
  readonly errors: unknown[] = [];
  /** What each error came from; same length as `errors`. */
  readonly sources: (Reaction | undefined)[] = [];
  /** How often the queue asked for a flush. */
  scheduled = 0;
  #disposers = new Disposers();

  constructor() {
    this.clock.afterTimer = () => this.flush();
  }

  own(dispose: () => void): void {
    this.#disposers.add(dispose);
  }

  disown(dispose: () => void): void {
    this.#disposers.delete(dispose);
  }

  /** How many things it owns. */
  get owned(): number {
    return this.#disposers.size;
  }

  scheduleFlush(): void {
    this.scheduled++;
  }

  reportError(error: unknown, source: Reaction | undefined): void {
    this.errors.push(error);
    this.sources.push(source);
  }

  /** Runs `fn` as this session's code. */
  run<T>(fn: () => T): T {
    return runWithOwner(this, fn);
  }

  flush(): void {
    this.run(() => this.queue.flush());
  }

  /** Runs `fn` as this session's code and flushes: one turn. */
  turn<T>(fn: () => T): T {
    const result = this.run(fn);
    this.flush();
    return result;
  }

  /** Lets promises settle and flushes what they changed, until nothing is left. */
  async settle(): Promise<void> {
    await promisesSettled();
    while (!this.queue.isEmpty && !this.queue.isHeld) {
      this.flush();
      await promisesSettled();
    }
  }

  /** Ends everything made under it. */
  dispose(): void {
    this.#disposers.disposeAll((error) => this.errors.push(error));
  }
}
