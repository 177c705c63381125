/** A value that can be read, watched and put straight into JSX. */
export interface ReadonlySignal<T> {
  /** The value now; reading it makes the running effect, computed or binding depend on it. */
  readonly value: T;
  /** The value now, without depending on it. */
  peek(): T;
}

/** What every signal-like class extends, so that one `instanceof` tells what is live. */
export abstract class Readable<T> implements ReadonlySignal<T> {
  abstract get value(): T;
  abstract peek(): T;

  toString(): string {
    return String(this.value);
  }
}
