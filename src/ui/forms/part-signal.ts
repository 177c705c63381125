import { computed } from "../../reactive/computed.ts";
import { SignalNode, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";

interface Part<T> {
  read(): T;
  write(next: T): boolean;
}

/** A part of what is in another signal, as a signal of its own. */
export class PartSignal<T> extends SignalNode<T> {
  readonly #now: ReadonlySignal<T>;
  readonly #write: (next: T) => boolean;

  constructor({ read, write }: Part<T>) {
    super(undefined as T, undefined);
    this.#now = computed(read);
    this.#write = write;
  }

  override get value(): T {
    return this.#now.value;
  }

  override set value(next: T) {
    this.set(next);
  }

  override peek(): T {
    return this.#now.peek();
  }

  override set(next: T): boolean {
    return !Object.is(this.peek(), next) && this.#write(next);
  }

  override update(change: (value: T) => T): boolean {
    return this.set(change(this.peek()));
  }

  /** What is changed in place would be the same to whoever reads the whole. */
  override touch(): void {
    const now = this.peek();
    if (Array.isArray(now)) this.#write([...(now as unknown[])] as T);
    else if (typeof now === "object" && now !== null) this.#write({ ...now });
  }
}

/** The property `key` of the object in `whole`; writing it makes another object. */
export function propertyOf(whole: Signal<unknown>, key: string): Signal<unknown> {
  type Holder = Readonly<Record<string, unknown>> | null | undefined;
  return new PartSignal({
    read: () => (whole.value as Holder)?.[key],
    write: (next) => whole.set({ ...(whole.peek() as Holder), [key]: next }),
  });
}
