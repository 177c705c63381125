import { TandemError } from "../core/errors.ts";
import { Flag, insideComputed, propagate, settle, track, type Link, type SourceNode } from "./graph.ts";
import { Readable, type ReadonlySignal } from "./readable.ts";

export type { ReadonlySignal } from "./readable.ts";

/** A value that can also be written. */
export interface Signal<T> extends ReadonlySignal<T> {
  get value(): T;
  set value(next: T);
  /** Writes and says whether that was a change. */
  set(next: T): boolean;
  /** Writes what `change` makes of the present value. */
  update(change: (value: T) => T): boolean;
  /** Tells all readers that the value has changed inside, for objects changed in place. A computed that gives the same object on ends it there. */
  touch(): void;
}

export interface SignalOptions<T> {
  /** Whether a write is no change; `Object.is` unless told. */
  equals?: (previous: T, next: T) => boolean;
}

export class SignalNode<T> extends Readable<T> implements Signal<T>, SourceNode {
  subs?: Link = undefined;
  subsTail?: Link = undefined;
  flags: number = Flag.Mutable;
  #current: T;
  #pending: T;
  #equals: ((previous: T, next: T) => boolean) | undefined;

  constructor(value: T, equals: ((previous: T, next: T) => boolean) | undefined) {
    super();
    this.#current = value;
    this.#pending = value;
    this.#equals = equals;
  }

  refresh(): boolean {
    this.flags = Flag.Mutable;
    const changed = !Object.is(this.#current, this.#pending);
    this.#current = this.#pending;
    return changed;
  }

  unwatched(): void {}

  get value(): T {
    if (this.flags & Flag.Dirty) settle(this);
    track(this);
    return this.#current;
  }

  set value(next: T) {
    this.set(next);
  }

  peek(): T {
    return this.#pending;
  }

  set(next: T): boolean {
    refuseInsideComputed();
    const previous = this.#pending;
    const same = this.#equals === undefined ? Object.is(previous, next) : this.#equals(previous, next);
    if (same) return false;
    this.#pending = next;
    propagate(this);
    return true;
  }

  update(change: (value: T) => T): boolean {
    return this.set(change(this.#pending));
  }

  touch(): void {
    refuseInsideComputed();
    this.#current = TOUCHED as T;
    propagate(this);
  }
}

/** Stands in for the current value after `touch`, so that the pending one counts as different. */
const TOUCHED: unknown = Symbol("touched");

function refuseInsideComputed(): void {
  if (!insideComputed()) return;
  throw new TandemError(
    "reactive/write-in-computed",
    "Expected a computed only to read, but it wrote to a signal. Move the write to an event handler or an effect.",
  );
}

/**
 * Makes a value that everything reading it follows.
 *
 * @example
 * ```ts
 * import { signal } from "tandem";
 *
 * const clicks = signal(0);
 * clicks.value++;
 * clicks.update((n) => n + 1);
 * console.log(clicks.value); // 2
 * ```
 *
 * A write of the same value (`Object.is`, or `equals`) changes nothing. From Shiny's `reactive.value`.
 */
export function signal<T>(): Signal<T | undefined>;
export function signal<T>(value: T, options?: SignalOptions<T>): Signal<T>;
export function signal<T>(value?: T, options?: SignalOptions<T | undefined>): Signal<T | undefined> {
  return new SignalNode<T | undefined>(value, options?.equals);
}

/** Whether `value` is a signal, a computed, or another of Tandem's live values, such as a resource. */
export function isSignal(value: unknown): value is ReadonlySignal<unknown> {
  return value instanceof Readable;
}

/** Whether `value` is a signal that can be written. */
export function isWritableSignal(value: unknown): value is Signal<unknown> {
  return value instanceof SignalNode;
}
