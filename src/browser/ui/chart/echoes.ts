/** Milliseconds between two values that are sent while somebody drags. */
const PACE = 50;
/** What was never answered is forgotten. */
const MOST = 100;

/**
 * Sends values at a pace, the last one always, and knows the server's answers to them: while somebody drags, an answer
 * to where they were must not take them back there.
 */
export class Echoes<T> {
  readonly #deliver: (value: T) => void;
  #sent: string[] = [];
  #waiting: { value: T } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deliver: (value: T) => void) {
    this.#deliver = deliver;
  }

  send(value: T): void {
    this.#waiting = { value };
    if (this.#timer === undefined) this.#next();
  }

  /** Whether the server only says what was sent before. */
  isEcho(value: T): boolean {
    const at = this.#sent.indexOf(JSON.stringify(value));
    if (at < 0) {
      this.#sent = [];
      return false;
    }
    this.#sent.splice(0, at + 1);
    return true;
  }

  #next(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#timer = waiting === undefined ? undefined : setTimeout(() => this.#next(), PACE);
    if (waiting === undefined) return;
    this.#sent = [...this.#sent.slice(1 - MOST), JSON.stringify(waiting.value)];
    this.#deliver(waiting.value);
  }
}
