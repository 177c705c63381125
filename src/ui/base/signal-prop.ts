import { TandemError } from "../../core/errors.ts";
import { isWritableSignal, type Signal } from "../../reactive/signal.ts";
import { describe } from "../../view/attribute-kinds.ts";

/**
 * What an app gave to be followed and written. Throws a `TandemError` (`ui/bad-signal`) for what is none: it would never
 * change, without a word.
 */
export function signalProp<T>(given: Signal<T>, what: string): Signal<T>;
export function signalProp<T>(given: Signal<T> | undefined, what: string): Signal<T> | undefined;
export function signalProp<T>(given: Signal<T> | undefined, what: string): Signal<T> | undefined {
  if (given === undefined || isWritableSignal(given)) return given;
  throw new TandemError(
    "ui/bad-signal",
    `Expected ${what} to be a signal, as people change it, but got ${describe(given)}. Make one with signal(…), outside of the JSX.`,
  );
}
