import { TandemError } from "../core/errors.ts";
import { effect, type EffectContext, type EffectHandle, type EffectOptions } from "./effect.ts";
import { untracked } from "./graph.ts";
import { isPromiseLike } from "./promises.ts";
import { toSignal, type Source } from "./source.ts";

export interface WatchOptions extends EffectOptions {
  /** Also runs once for the value there is at the start. */
  immediate?: boolean;
}

export type WatchBody<T> = (value: T, previous: T | undefined, context: EffectContext) => void | Promise<void>;

/**
 * Runs `body` when `source` has changed, and for nothing else that `body` reads.
 *
 * @example
 * ```ts
 * import { signal, watch } from "tandem";
 *
 * const page = signal(1);
 * watch(page, (now, before) => console.log(`from page ${before} to ${now}`));
 * watch(() => page.value > 10, (deep) => console.log(deep ? "deep" : "shallow"), { immediate: true });
 * ```
 *
 * `previous` is `undefined` in an immediate run. A source stopped by `req` is waited for. From Shiny's
 * `reactive.event`; there is no special case for `0` or `undefined`, write `req` where you want one.
 */
export function watch<T>(source: Source<T>, body: WatchBody<T>, options: WatchOptions = {}): EffectHandle {
  requireFunction(body);
  const followed = toSignal(source, "watch");
  let started = options.immediate ?? false;
  let previous: T | undefined;
  return effect(
    (context) => {
      const isFirst = !started;
      started = true;
      const value = followed.value;
      refusePromise(value);
      const before = previous;
      previous = value;
      if (!isFirst) return untracked(() => body(value, before, context));
    },
    { ...options, name: options.name ?? (body.name || "watch") },
  );
}

function requireFunction(body: unknown): void {
  if (typeof body === "function") return;
  throw new TandemError(
    "reactive/not-a-function",
    `Expected watch() to get a function to run on a change, but got ${typeof body}. Write watch(source, (value) => …).`,
  );
}

function refusePromise(value: unknown): void {
  if (!isPromiseLike(value)) return;
  throw new TandemError(
    "reactive/async-source",
    "Expected the source of watch() to give a value at once, but it gave a promise. Load the value with resource() and watch that.",
  );
}
