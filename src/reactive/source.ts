import { TandemError } from "../core/errors.ts";
import { computed } from "./computed.ts";
import { Readable, type ReadonlySignal } from "./readable.ts";

/** Something to follow: a signal, or a function that reads some. */
export type Source<T> = ReadonlySignal<T> | (() => T);

/** Gives a source its one form. A function becomes a computed, so that only a new result counts as a change. */
export function toSignal<T>(source: Source<T>, caller: string): ReadonlySignal<T> {
  if (source instanceof Readable) return source;
  if (typeof source === "function") return computed(source);
  throw new TandemError(
    "reactive/not-a-source",
    `Expected ${caller}() to get a signal or a function that reads signals, but got ${typeof source}. ` +
      `Pass the signal itself, or write ${caller}(() => …).`,
  );
}
