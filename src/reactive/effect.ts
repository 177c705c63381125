import { TandemError } from "../core/errors.ts";
import type { Clock } from "../core/clock.ts";
import { Disposers } from "./disposers.ts";
import { insideComputed, untracked } from "./graph.ts";
import type { FlushQueue } from "./flush-queue.ts";
import { currentOwner, swapOwner, type Owner } from "./owner.ts";
import { isAbort, isPromiseLike } from "./promises.ts";
import { Reaction } from "./reaction.ts";

/** What one run of an effect is given. */
export interface EffectContext {
  /** Aborts when the effect runs again or ends; pass it to `fetch` and the like. */
  readonly signal: AbortSignal;
}

export type EffectBody = (context: EffectContext) => void | Promise<void>;

export interface EffectOptions {
  /** Higher runs earlier within a flush; 0 unless told. */
  priority?: number;
  /** Made suspended: its first run waits for `resume()`. */
  suspended?: boolean;
  /** How error messages name it; the function's name unless told. */
  name?: string;
}

export interface EffectHandle {
  /** From now on changes are only noted. A run already queued still happens. */
  suspend(): void;
  /** Runs once more if anything changed while suspended, and follows changes again. */
  resume(): void;
  /** Ends it: aborts its signal, runs its cleanups, and never runs again. */
  dispose(): void;
  [Symbol.dispose](): void;
}

/** The signal is made only for bodies that ask for it. */
class EffectRun implements EffectContext {
  #controller: AbortController | undefined;
  #ended = false;

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#ended) this.#controller.abort();
    return this.#controller.signal;
  }

  get askedSignal(): AbortSignal | undefined {
    return this.#controller?.signal;
  }

  end(): void {
    this.#ended = true;
    this.#controller?.abort();
  }
}

/** A user's effect, which owns what its latest run made. */
class Effect extends Reaction implements EffectHandle, Owner {
  readonly queue: FlushQueue;
  readonly #owner: Owner;
  readonly #body: EffectBody;
  readonly #priority: number;
  readonly #name: string | undefined;
  readonly #made = new Disposers();
  readonly #end = (): void => this.dispose();
  #run: EffectRun | undefined;
  #suspended: boolean;
  #missed = false;

  constructor(owner: Owner, body: EffectBody, options: EffectOptions) {
    super(owner.queue.nextOrder());
    this.queue = owner.queue;
    this.#owner = owner;
    this.#body = body;
    this.#priority = options.priority ?? 0;
    this.#name = options.name;
    this.#suspended = options.suspended ?? false;
    this.requestRun();
    owner.own(this.#end);
  }

  override get priority(): number {
    return this.#priority;
  }

  get clock(): Clock {
    return this.#owner.clock;
  }

  get outer(): Owner {
    return this.#owner;
  }

  own(dispose: () => void): void {
    if (this.isDisposed) dispose();
    else this.#made.add(dispose);
  }

  disown(dispose: () => void): void {
    this.#made.delete(dispose);
  }

  describe(): string {
    return this.#name ?? (this.#body.name || `effect ${excerpt(this.#body)}`);
  }

  suspend(): void {
    this.#suspended = true;
  }

  resume(): void {
    this.#suspended = false;
    if (!this.#missed) return;
    this.#missed = false;
    this.schedule();
  }

  override dispose(): void {
    if (this.isDisposed) return;
    super.dispose();
    this.#owner.disown(this.#end);
    this.#endRun();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  protected override schedule(): void {
    if (this.#suspended) this.#missed = true;
    else super.schedule();
  }

  protected override rerun(): void {
    this.#endRun();
    if (this.isDisposed) return; // by one of its own cleanups
    const run = new EffectRun();
    this.#run = run;
    const outerOwner = swapOwner(this);
    const outer = this.beginRun();
    try {
      const result: unknown = this.#body(run);
      if (isPromiseLike(result)) this.#follow(result, run);
    } catch (error) {
      this.#fail(error, run);
    } finally {
      this.endRun(outer);
      swapOwner(outerOwner);
    }
  }

  #follow(result: PromiseLike<unknown>, run: EffectRun): void {
    result.then(undefined, (error: unknown) => this.#fail(error, run));
  }

  #fail(error: unknown, run: EffectRun): void {
    if (!isAbort(error, run.askedSignal)) this.queue.report(error, this);
  }

  /** Untracked, as another effect may be the one that disposes this. */
  #endRun(): void {
    const run = this.#run;
    if (run === undefined) return;
    this.#run = undefined;
    untracked(() => {
      run.end();
      this.#made.disposeAll((error) => this.queue.report(error, this));
    });
  }
}

function excerpt(body: EffectBody): string {
  const source = body.toString().replace(/\s+/g, " ");
  return source.length > 60 ? `${source.slice(0, 59)}…` : source;
}

/**
 * Runs `body` now and again whenever something it read has changed.
 *
 * @example
 * ```ts
 * import { effect, signal } from "tandem";
 *
 * const city = signal("Bern");
 * effect(async ({ signal: aborted }) => {
 *   const answer = await fetch(`https://weather.example/${city.value}`, { signal: aborted });
 *   console.log(await answer.text());
 * });
 * ```
 *
 * Its first run, as every other, is part of the next flush. Only what is read before the first `await`
 * counts. Effects and `onCleanup` callbacks made in a run end with that run; the effect ends with the
 * component, effect or session that made it. An error goes to the session, and the next change runs it
 * again. From Shiny's `reactive.effect`, without its wait for other effects' promises.
 */
export function effect(body: EffectBody, options: EffectOptions = {}): EffectHandle {
  if (typeof body !== "function") {
    throw new TandemError(
      "reactive/not-a-function",
      `Expected effect() to get a function to run, but got ${typeof body}. Write effect(() => …).`,
    );
  }
  if (insideComputed()) {
    throw new TandemError(
      "reactive/effect-in-computed",
      "Expected a computed only to read, but it made an effect. Make the effect in a component, a handler or another effect.",
    );
  }
  return new Effect(currentOwner(), body, options);
}
