import type { FlushQueue } from "../reactive/flush-queue.ts";
import { Reaction } from "../reactive/reaction.ts";

/** Runs something once when all else that a turn changes has settled, before its frame leaves. */
export class EndOfFlush extends Reaction {
  readonly queue: FlushQueue;
  readonly #run: () => void;

  constructor(queue: FlushQueue, run: () => void) {
    super(queue.nextOrder());
    this.queue = queue;
    this.#run = run;
    this.requestRun();
  }

  override get priority(): number {
    return -Infinity;
  }

  describe(): string {
    return this.#run.name || "the end of a flush";
  }

  protected override rerun(): void {
    this.dispose();
    this.#run();
  }
}
