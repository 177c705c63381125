import { TandemError } from "../core/errors.ts";
import { computed } from "./computed.ts";
import { every } from "./every.ts";
import { isPromiseLike } from "./promises.ts";
import type { ReadonlySignal } from "./readable.ts";

export interface PollOptions {
  /** Milliseconds between checks; 1000 unless told. */
  interval?: number;
}

/**
 * Follows something outside that cannot be watched: a cheap `check` every second, and `read` only
 * when its answer has changed.
 *
 * @example
 * ```ts
 * import { readFileSync, statSync } from "node:fs";
 * import { poll } from "tandem";
 *
 * const notes = poll(
 *   () => statSync("notes.txt").mtimeMs,
 *   () => readFileSync("notes.txt", "utf8"),
 * );
 * ```
 *
 * Polls only while watched; signals read in `check` or `read` count too. An error in either is thrown to
 * readers until the next good poll. Both give their answer at once; for promises combine `every` and
 * `resource`. From Shiny's `reactive.poll` and `reactive.file_reader`.
 */
export function poll<T>(check: () => unknown, read: () => T, { interval = 1000 }: PollOptions = {}): ReadonlySignal<T> {
  const ticks = every(interval);
  const version = computed(
    steadyErrors(() => {
      void ticks.value;
      return atOnce(check());
    }),
  );
  const content = steadyErrors(() => {
    try {
      return read();
    } catch (error) {
      void ticks.value; // try again at the next poll
      throw error;
    }
  });
  return computed(() => {
    void version.value;
    return content();
  });
}

/** Throws the same failure as the same object, so that readers are not told of it again every second. */
function steadyErrors<T>(fn: () => T): () => T {
  let last: unknown;
  return () => {
    try {
      return fn();
    } catch (error) {
      if (!isSameFailure(last, error)) last = error;
      throw last;
    }
  };
}

function atOnce<T>(answer: T): T {
  if (!isPromiseLike(answer)) return answer;
  throw new TandemError(
    "reactive/async-source",
    "Expected the check of poll() to answer at once, but it gave a promise. Read every(ms).value inside resource() instead.",
  );
}

function isSameFailure(a: unknown, b: unknown): boolean {
  return a === b || (a instanceof Error && b instanceof Error && a.name === b.name && a.message === b.message);
}
