import { TandemError } from "../core/errors.ts";
import {
  beginTracking,
  endTracking,
  Flag,
  isStale,
  release,
  settle,
  track,
  writeCount,
  type Link,
  type SourceNode,
} from "./graph.ts";
import { Readable, type ReadonlySignal } from "./readable.ts";

/** What a computed holds when its function threw: readers get the same error until an input changes. */
class Failure {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}

export class ComputedNode<T> extends Readable<T> implements SourceNode {
  subs?: Link = undefined;
  subsTail?: Link = undefined;
  deps?: Link = undefined;
  depsTail?: Link = undefined;
  flags: number = Flag.Mutable | Flag.Dirty;
  #compute: () => T;
  #result: T | Failure | undefined = undefined;
  /** The write count when this was last computed with nobody watching; -1 when that does not hold. */
  #computedAt = -1;

  constructor(compute: () => T) {
    super();
    this.#compute = compute;
  }

  refresh(): boolean {
    const previous = this.#result;
    const outer = beginTracking(this, Flag.Mutable);
    try {
      this.#result = this.#compute();
    } catch (error) {
      this.#result = previous instanceof Failure && previous.error === error ? previous : new Failure(error);
    } finally {
      endTracking(this, outer);
      if (this.subs === undefined) this.unwatched();
    }
    return !Object.is(previous, this.#result);
  }

  unwatched(): void {
    this.flags = Flag.Mutable | Flag.Dirty;
    this.#computedAt = -1;
    release(this);
  }

  get value(): T {
    if (this.flags & Flag.RecursedCheck) throw readsItself();
    track(this);
    if (this.subs === undefined) this.#refreshUnwatched();
    else if (isStale(this)) settle(this);
    return this.#unwrap();
  }

  peek(): T {
    if (this.flags & Flag.RecursedCheck) throw readsItself();
    if (this.subs === undefined) this.#refreshUnwatched();
    else if (isStale(this)) settle(this);
    return this.#unwrap();
  }

  /** Nobody watches: `refresh` lets go of the inputs, so that they do not keep this alive. */
  #refreshUnwatched(): void {
    const count = writeCount();
    if (this.#computedAt === count) return;
    this.refresh();
    this.#computedAt = count;
  }

  #unwrap(): T {
    const result = this.#result;
    if (result instanceof Failure) throw result.error;
    return result as T;
  }
}

function readsItself(): TandemError {
  return new TandemError(
    "reactive/computed-cycle",
    "Expected a computed to be made from other values, but it reads itself. Break the circle, or keep the earlier value in a signal.",
  );
}

/**
 * Makes a value from other values: computed when first read, kept until one of them changes.
 *
 * @example
 * ```ts
 * import { computed, signal } from "tandem";
 *
 * const price = signal(20);
 * const amount = signal(3);
 * const total = computed(() => price.value * amount.value);
 * console.log(total.value); // 60
 * ```
 *
 * If the function throws, readers get that error until an input changes. It may not write signals.
 * From Shiny's `reactive.calc`.
 */
export function computed<T>(compute: () => T): ReadonlySignal<T> {
  if (typeof compute !== "function") {
    throw new TandemError(
      "reactive/not-a-function",
      `Expected computed() to get a function that makes the value, but got ${typeof compute}. Write computed(() => …).`,
    );
  }
  return new ComputedNode(compute);
}
