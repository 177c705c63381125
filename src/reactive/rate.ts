import { onCleanup } from "./cleanup.ts";
import { computed } from "./computed.ts";
import { currentOwner } from "./owner.ts";
import { requirePeriod } from "./period.ts";
import type { ReadonlySignal } from "./readable.ts";
import { signal } from "./signal.ts";
import { toSignal, type Source } from "./source.ts";
import { watch } from "./watch.ts";

/** What a source gave: errors are held back and let through as values are. */
type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

interface Limit {
  readonly caller: string;
  readonly ms: number;
  /** Milliseconds that a change arriving `now` must wait, given when the last one passed. */
  readonly wait: (now: number, passedAt: number) => number;
}

/**
 * Follows `source` once it has been quiet for `ms` milliseconds.
 *
 * @example
 * ```ts
 * import { debounced, signal, watch } from "tandem";
 *
 * const typed = signal("");
 * const query = debounced(typed, 300);
 * watch(query, (text) => console.log(`searching for ${text}`));
 * ```
 *
 * Starts with the value there is, and stops following with the component or effect that made it.
 * From Shiny for R's `debounce`.
 */
export function debounced<T>(source: Source<T>, ms: number): ReadonlySignal<T> {
  return limited(source, { caller: "debounced", ms, wait: () => ms });
}

/**
 * Follows `source` at most once per `ms` milliseconds: the first change at once, then the latest.
 *
 * @example
 * ```ts
 * import { effect, signal, throttled } from "tandem";
 *
 * const pointer = signal({ x: 0, y: 0 });
 * const shown = throttled(pointer, 100);
 * effect(() => console.log(shown.value.x));
 * ```
 *
 * The last value always arrives. Stops following with the component or effect that made it. From Shiny
 * for R's `throttle`.
 */
export function throttled<T>(source: Source<T>, ms: number): ReadonlySignal<T> {
  return limited(source, { caller: "throttled", ms, wait: (now, passedAt) => Math.min(ms, passedAt + ms - now) });
}

function limited<T>(source: Source<T>, { caller, ms, wait }: Limit): ReadonlySignal<T> {
  requirePeriod(ms, caller);
  const { clock } = currentOwner();
  const followed = toSignal(source, caller);
  const arriving = computed(() => outcomeOf(followed));
  const passed = signal(arriving.peek());
  let passedAt = -Infinity;
  const pass = (outcome: Outcome<T>): void => {
    passedAt = clock.now();
    passed.set(outcome);
  };
  watch(
    arriving,
    (outcome) => {
      const delay = wait(clock.now(), passedAt);
      if (delay <= 0) return pass(outcome);
      const timer = clock.setTimeout(() => pass(outcome), delay);
      onCleanup(() => clock.clearTimeout(timer));
    },
    { name: caller },
  );
  return computed(() => unwrap(passed.value));
}

function outcomeOf<T>(source: ReadonlySignal<T>): Outcome<T> {
  try {
    return { ok: true, value: source.value };
  } catch (error) {
    return { ok: false, error };
  }
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw outcome.error;
}
