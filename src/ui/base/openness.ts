import { TandemError } from "../../core/errors.ts";
import { effect } from "../../reactive/effect.ts";
import { untracked } from "../../reactive/graph.ts";
import { isSignal, isWritableSignal, signal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import { describe } from "../../view/attribute-kinds.ts";

/**
 * Whether something is open: a signal, both ways; something live to be followed, as a function or a computed; or `true`
 * for what is open from the start. A component runs once, so that `false` would be for ever.
 */
export type Openness = Signal<boolean> | ReadonlySignal<boolean> | (() => boolean) | true;

/**
 * The signal of what can be opened and closed. What cannot be written is followed: who closes it all the same has it
 * closed until it was false, and is true again.
 */
export function openSignal(given: Openness | undefined, what: string): Signal<boolean> {
  if (isWritableSignal(given)) return given as Signal<boolean>;
  if (given === true) return signal(true);
  if (isSignal(given)) return followed(() => given.value);
  if (typeof given === "function") return followed(given);
  throw badOpen(given, what);
}

function followed(read: () => boolean): Signal<boolean> {
  const open = signal(Boolean(untracked(read)));
  effect(() => void (open.value = Boolean(read())));
  return open;
}

function badOpen(given: unknown, what: string): TandemError {
  const never = given === false ? " A component runs once, so that it would never open." : "";
  return new TandemError(
    "ui/bad-open",
    `Expected open={…} of ${what} to be a signal, a function, or true, but got ${describe(given)}.${never} Make one with signal(false), and write it to open and close.`,
  );
}
