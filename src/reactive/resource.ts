import { TandemError } from "../core/errors.ts";
import { computed } from "./computed.ts";
import { effect } from "./effect.ts";
import { untracked } from "./graph.ts";
import { currentOwner } from "./owner.ts";
import { isPromiseLike } from "./promises.ts";
import { Readable, type ReadonlySignal } from "./readable.ts";
import { signal } from "./signal.ts";
import { isSilence } from "./silence.ts";

/** Where a resource stands. `previous` is the last good value, to show meanwhile. */
export type ResourceState<T> =
  /** `req` in the load function found nothing to load. */
  | { readonly status: "idle" }
  | { readonly status: "loading"; readonly previous?: T }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly error: unknown; readonly previous?: T };

export interface LoadContext<T> {
  /** Aborts when a newer load starts, the value is set by hand, or the resource ends. */
  readonly signal: AbortSignal;
  /** The last good value. */
  readonly previous?: T;
}

export type Load<T> = (context: LoadContext<T>) => T | PromiseLike<T>;

export interface ResourceOptions<T> {
  /** Shown until the first load is done. */
  initial?: T;
  /** How error messages name it; the function's name unless told. */
  name?: string;
}

/** A value that is loaded, and loaded again when what the load read has changed. Its `value` is the last good one. */
export interface Resource<T> extends ReadonlySignal<T | undefined> {
  /** Everything at once; reading it follows each step. */
  readonly state: ResourceState<T>;
  readonly loading: boolean;
  /** Why the latest load failed; `undefined` while it has not. */
  readonly error: unknown;
  /** Loads again. Resolves with the state this leads to, be it a failed one; never rejects. */
  refresh(): Promise<ResourceState<T>>;
  /** Sets the value by hand and calls off a load under way. */
  mutate(value: T): void;
}

class LoadedResource<T> extends Readable<T | undefined> implements Resource<T> {
  readonly #load: Load<T>;
  readonly #state;
  readonly #value = computed(() => lastGood(this.#state.value));
  readonly #loading = computed(() => this.#state.value.status === "loading");
  readonly #error = computed(() => failureOf(this.#state.value));
  readonly #refreshes = signal(0);
  /** The load whose answer counts. */
  #call: AbortController | undefined;
  #waiting: ((state: ResourceState<T>) => void)[] = [];
  #ended = false;

  constructor(load: Load<T>, { initial, name = load.name || "resource" }: ResourceOptions<T>) {
    super();
    this.#load = load;
    this.#state = signal<ResourceState<T>>({ status: "loading", previous: initial });
    effect(() => this.#run(), { name });
    currentOwner().own(() => this.#end());
  }

  get value(): T | undefined {
    return this.#value.value;
  }

  get state(): ResourceState<T> {
    return this.#state.value;
  }

  get loading(): boolean {
    return this.#loading.value;
  }

  get error(): unknown {
    return this.#error.value;
  }

  peek(): T | undefined {
    return this.#value.peek();
  }

  refresh(): Promise<ResourceState<T>> {
    if (this.#ended) return Promise.resolve(this.#state.peek());
    this.#refreshes.update((count) => count + 1);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  mutate(value: T): void {
    this.#call?.abort();
    this.#call = undefined;
    this.#settle({ status: "ready", value });
  }

  /** The effect's body: what `load` reads before its first await drives it. */
  #run(): void {
    void this.#refreshes.value;
    const call = this.#begin();
    try {
      const answer = this.#load({ signal: call.signal, previous: lastGood(this.#state.peek()) });
      if (isPromiseLike(answer)) {
        answer.then(
          (value) => this.#succeed(call, value),
          (error: unknown) => this.#fail(call, error),
        );
      } else this.#succeed(call, answer);
    } catch (error) {
      this.#fail(call, error);
    }
  }

  /** What listens to the abort runs here too, and its reads are none of the load's. */
  #begin(): AbortController {
    untracked(() => this.#call?.abort());
    const call = new AbortController();
    this.#call = call;
    const state = this.#state.peek();
    if (state.status !== "loading") this.#state.set({ status: "loading", previous: lastGood(state) });
    return call;
  }

  #succeed(call: AbortController, value: T): void {
    if (call === this.#call) this.#settle({ status: "ready", value });
  }

  #fail(call: AbortController, error: unknown): void {
    if (call !== this.#call) return;
    if (isSilence(error)) this.#settle({ status: "idle" });
    else this.#settle({ status: "failed", error, previous: lastGood(this.#state.peek()) });
  }

  #settle(state: ResourceState<T>): void {
    this.#state.set(state);
    this.#answerWaiting();
  }

  #end(): void {
    this.#ended = true;
    this.#call?.abort();
    this.#call = undefined;
    this.#answerWaiting();
  }

  #answerWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(this.#state.peek());
  }
}

function lastGood<T>(state: ResourceState<T>): T | undefined {
  switch (state.status) {
    case "idle":
      return undefined;
    case "ready":
      return state.value;
    case "loading":
    case "failed":
      return state.previous;
  }
}

function failureOf(state: ResourceState<unknown>): unknown {
  return state.status === "failed" ? state.error : undefined;
}

/**
 * Loads a value, and loads it again whenever a signal that the load read has changed.
 *
 * @example
 * ```tsx
 * import { resource, signal } from "tandem";
 *
 * const city = signal("Bern");
 *
 * export default function Weather() {
 *   const report = resource(async ({ signal: aborted }) => {
 *     const answer = await fetch(`https://weather.example/${city.value}`, { signal: aborted });
 *     return answer.text();
 *   });
 *   return <p>{() => (report.loading ? "Looking out of the window…" : report)}</p>;
 * }
 * ```
 *
 * Only what is read before the first `await` counts. An older answer never replaces a newer one. A
 * failure is kept in `error`, beside the last good value, and not reported elsewhere. `req` in the load
 * leaves it idle. Ends with the component or effect that made it. From Shiny's `extended_task`.
 */
// The first form leaves out `previous`, whose type is the answer's: the compiler would need that before it reads the load.
// Its second type parameter keeps `resource<T>(…)` for the other form.
export function resource<T, Context extends Pick<LoadContext<T>, "signal">>(
  load: (context: Context) => T | PromiseLike<T>,
  options?: ResourceOptions<T>,
): Resource<T>;
export function resource<T>(load: Load<T>, options?: ResourceOptions<T>): Resource<T>;
export function resource<T>(load: Load<T>, options: ResourceOptions<T> = {}): Resource<T> {
  if (typeof load !== "function") {
    throw new TandemError(
      "reactive/not-a-function",
      `Expected resource() to get a function that loads the value, but got ${typeof load}. Write resource(async () => …).`,
    );
  }
  return new LoadedResource(load, options);
}
