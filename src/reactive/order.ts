import { currentOwner } from "./owner.ts";
import type { ReadonlySignal } from "./readable.ts";
import { signal } from "./signal.ts";

/** An async function whose calls are kept in order. */
export interface Ordered<A extends readonly unknown[], R> {
  (...args: A): Promise<R>;
  /** Whether a call is under way or waiting. */
  readonly pending: ReadonlySignal<boolean>;
}

/**
 * Runs calls one after another, in the order they were made.
 *
 * @example
 * ```ts
 * import { serial } from "tandem";
 *
 * const lines: string[] = [];
 * const append = serial(async (line: string) => {
 *   await Promise.resolve();
 *   lines.push(line);
 * });
 * void append("first");
 * await append("second"); // after the first, whether that failed or not
 * ```
 *
 * Each call's promise settles as that call did. From Shiny's `extended_task` queue.
 */
export function serial<A extends unknown[], R>(fn: (...args: A) => R): Ordered<A, Awaited<R>> {
  const pending = signal(false);
  let calls = 0;
  let last: Promise<unknown> = Promise.resolve();
  const run = (...args: A): Promise<Awaited<R>> => {
    const call = calls === 0 ? start(fn, args) : last.then(() => start(fn, args));
    pending.set(++calls > 0);
    last = call.then(ended, ended);
    return call;
  };
  const ended = (): void => void pending.set(--calls > 0);
  return Object.assign(run, { pending });
}

/**
 * Lets only the latest call count: a new one aborts the one before.
 *
 * @example
 * ```ts
 * import { latest, signal } from "tandem";
 *
 * const found = signal("");
 * const search = latest(async (text: string, aborted: AbortSignal) => {
 *   const answer = await fetch(`/search?q=${text}`, { signal: aborted });
 *   found.value = await answer.text();
 * });
 * void search("ta");
 * void search("tandem"); // calls the first one off
 * ```
 *
 * The function gets its arguments and, after them, an abort signal. A call that was overtaken resolves
 * with `undefined` whatever became of it; work that takes no abort signal can ask
 * `aborted.throwIfAborted()` before it writes. The end of the component or session that
 * made it aborts it too.
 */
export function latest<A extends unknown[], R>(
  fn: (...args: [...args: A, aborted: AbortSignal]) => R,
): Ordered<A, Awaited<R> | undefined>;
export function latest<A extends unknown[], R>(fn: (...args: A) => R): Ordered<A, Awaited<R> | undefined>;
export function latest<A extends unknown[], R>(
  fn: (...args: [...args: A, aborted: AbortSignal]) => R,
): Ordered<A, Awaited<R> | undefined> {
  const pending = signal(false);
  let current: AbortController | undefined;
  const run = async (...args: A): Promise<Awaited<R> | undefined> => {
    current?.abort();
    const call = (current = new AbortController());
    pending.set(true);
    try {
      const result = await fn(...args, call.signal);
      return call.signal.aborted ? undefined : result;
    } catch (error) {
      if (!call.signal.aborted) throw error;
      return undefined;
    } finally {
      if (current === call) pending.set(false);
    }
  };
  currentOwner().own(() => current?.abort());
  return Object.assign(run, { pending });
}

/**
 * Ignores calls made while one is under way, as a second click on "Pay".
 *
 * @example
 * ```tsx
 * import { dropWhileBusy } from "tandem";
 *
 * export default function Pay({ charge }: { charge: () => Promise<void> }) {
 *   const pay = dropWhileBusy(charge);
 *   return <button onClick={() => pay()} disabled={pay.pending}>Pay</button>;
 * }
 * ```
 *
 * An ignored call resolves with `undefined`.
 */
export function dropWhileBusy<A extends unknown[], R>(fn: (...args: A) => R): Ordered<A, Awaited<R> | undefined> {
  const pending = signal(false);
  const run = async (...args: A): Promise<Awaited<R> | undefined> => {
    if (pending.peek()) return undefined;
    pending.set(true);
    try {
      return await fn(...args);
    } finally {
      pending.set(false);
    }
  };
  return Object.assign(run, { pending });
}

async function start<A extends unknown[], R>(fn: (...args: A) => R, args: A): Promise<Awaited<R>> {
  return await fn(...args);
}
