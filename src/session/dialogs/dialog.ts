import { signal, type ReadonlySignal } from "../../reactive/signal.ts";

/** A dialog on the screen, and the answer it is to give. From Rio's `Dialog`. */
export interface Dialog<T = undefined> {
  /** Whether it is on the screen. */
  readonly isOpen: ReadonlySignal<boolean>;
  /** Takes it from the screen and gives `value` to those who wait. Closing it again changes nothing. */
  close(value?: T): void;
  /**
   * Resolves with the value it is closed with, and with `undefined` when the person closes it or its owner goes. Rejects
   * with `SessionEnded` when the session ends first, and with the reason of its `signal`.
   */
  waitForClose(): Promise<T | undefined>;
}

/** What came of a dialog: its value, or why there is none. */
export type Outcome<T> = { readonly value: T | undefined } | { readonly error: unknown };

/** What a dialog has done at its end. */
export interface DialogEnds {
  /** Runs as a turn of the session, so that what it changes is shown. */
  run(fn: () => void): void;
  /** Takes it from the screen, and from whatever could close it. */
  release(): void;
  onClose?: (() => unknown) | undefined;
}

/**
 * Settles once, by whoever is first: the app, the person, its owner, an abort, or the end of the session. All of those
 * are known on the server, so nobody waits for a client that is gone.
 */
export class OpenDialog<T> implements Dialog<T> {
  readonly #isOpen = signal(true);
  readonly #ends: DialogEnds;
  #outcome: Outcome<T> | null = null;
  #waiting: ((outcome: Outcome<T>) => void)[] = [];

  constructor(ends: DialogEnds) {
    this.#ends = ends;
  }

  get isOpen(): ReadonlySignal<boolean> {
    return this.#isOpen;
  }

  /** Unlike in Rio, where a later value replaces the first even though somebody has been told that already. */
  close(value?: T): void {
    this.#settle({ value });
  }

  waitForClose(): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const tell = (outcome: Outcome<T>) =>
        "error" in outcome ? reject(outcome.error as Error) : resolve(outcome.value);
      if (this.#outcome === null) this.#waiting.push(tell);
      else tell(this.#outcome);
    });
  }

  /** The person closed it, or what it belongs to is gone. */
  dismiss(): void {
    this.#settle({ value: undefined }, this.#ends.onClose);
  }

  /** There will be no answer. */
  fail(error: unknown): void {
    this.#settle({ error });
  }

  #settle(outcome: Outcome<T>, onClose?: () => unknown): void {
    if (this.#outcome !== null) return;
    this.#outcome = outcome;
    this.#ends.run(() => {
      this.#isOpen.value = false;
      this.#ends.release();
      for (const tell of this.#waiting.splice(0)) tell(outcome);
      onClose?.();
    });
  }
}
