import { SignalNode } from "../../reactive/signal.ts";

/** A part of the URL as a signal: it follows the URL, and what the app writes changes the URL. */
export class UrlSignal<T> extends SignalNode<T> {
  readonly #write: (value: T) => void;

  constructor(value: T, write: (value: T) => void) {
    super(value, undefined);
    this.#write = write;
  }

  override set(next: T): boolean {
    const changed = super.set(next);
    if (changed) this.#write(next);
    return changed;
  }

  /** Takes what the URL says. */
  adopt(value: T): void {
    super.set(value);
  }
}
