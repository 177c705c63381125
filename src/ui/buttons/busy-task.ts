import { onCleanup } from "../../reactive/cleanup.ts";
import { isPromiseLike } from "../../reactive/promises.ts";
import { signal } from "../../reactive/signal.ts";
import type { Signal } from "../../reactive/signal.ts";

/** What a task that a button started can know and tell. */
export interface BusyTask {
  /** Aborts when the person cancels, and when the button goes. */
  readonly signal: AbortSignal;
  /** Says how far it is, from 0 to 1; `undefined`: nobody knows. */
  progress(part: number | undefined): void;
}

/** One task at a time, and how it stands. */
export class BusyState {
  readonly isBusy: Signal<boolean>;
  readonly part = signal<number | undefined>(undefined);
  #abort: AbortController | null = null;

  constructor(isBusy: Signal<boolean> = signal(false)) {
    this.isBusy = isBusy;
    onCleanup(() => this.cancel());
  }

  readonly cancel = (): void => this.#abort?.abort();

  /** Runs `task`, unless one is running. What it throws after it was cancelled is no error. */
  async run(task: (task: BusyTask) => unknown): Promise<void> {
    if (this.#abort !== null) return;
    const { signal: aborted } = (this.#abort = new AbortController());
    const progress = (part: number | undefined) =>
      void (this.part.value = part === undefined ? undefined : Math.min(1, Math.max(0, part)));
    try {
      const result = task({ signal: aborted, progress });
      if (!isPromiseLike(result)) return;
      this.isBusy.value = true;
      await result;
    } catch (error) {
      if (!aborted.aborted) throw error;
    } finally {
      this.#abort = null;
      this.isBusy.value = false;
      this.part.value = undefined;
    }
  }
}
