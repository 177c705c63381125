import { signal, type ReadonlySignal } from "../reactive/signal.ts";

export interface TaskOptions {
  /** What reports of its errors call it; the function's name unless told. */
  name?: string;
}

/** Work that goes on beside the session's turns, until it is done, cancelled, or the session ends. */
export interface Task<T = void> {
  readonly name: string;
  /** Resolves when it is over, with its result; with `undefined` if it was cancelled or failed. Never rejects. */
  readonly done: Promise<T | undefined>;
  /** Whether it is over; reactive. */
  readonly closed: ReadonlySignal<boolean>;
  /** Aborts its signal. Work that does not heed the signal runs on, and is over when it returns. */
  cancel(): void;
}

/** What tasks need of their session. */
export interface TaskHost {
  run<T>(fn: () => T): T;
  reportError(error: unknown, reaction: undefined, source: string): void;
}

const ABORTED = "AbortError";

/** A task that runs. It starts after the turn that made it, so that nothing it does is part of that turn. */
export class RunningTask<T> implements Task<T> {
  readonly name: string;
  readonly done: Promise<T | undefined>;
  readonly #closed = signal(false);
  readonly #controller = new AbortController();
  readonly #host: TaskHost;

  constructor(host: TaskHost, fn: (signal: AbortSignal) => T | PromiseLike<T>, name: string) {
    this.#host = host;
    this.name = name;
    this.done = this.#run(fn);
  }

  get closed(): ReadonlySignal<boolean> {
    return this.#closed;
  }

  cancel(why = `The task "${this.name}" was cancelled.`): void {
    if (!this.#closed.peek()) this.#controller.abort(new DOMException(why, ABORTED));
  }

  async #run(fn: (signal: AbortSignal) => T | PromiseLike<T>): Promise<T | undefined> {
    await Promise.resolve();
    const { signal } = this.#controller;
    try {
      return signal.aborted ? undefined : await this.#host.run(() => fn(signal));
    } catch (error) {
      if (!isAbortOf(signal, error)) this.#host.reportError(error, undefined, `the task "${this.name}"`);
      return undefined;
    } finally {
      this.#closed.value = true;
    }
  }
}

function isAbortOf(signal: AbortSignal, error: unknown): boolean {
  if (!signal.aborted) return false;
  return error === signal.reason || (error instanceof Error && error.name === ABORTED);
}

/** A task that never ran, as its session is over or no real one. */
export function closedTask<T>(name: string): Task<T> {
  return { name, done: Promise.resolve(undefined), closed: signal(true), cancel: () => {} };
}
