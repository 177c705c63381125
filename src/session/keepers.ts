/** What a session still has to do once its conversation is over; it ends when nothing of it is left. */
export class Keepers {
  readonly #nothingLeft: () => void;
  #count = 0;

  constructor(nothingLeft: () => void) {
    this.#nothingLeft = nothingLeft;
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** Counts one more until what it returns is called. */
  keep(): () => void {
    this.#count++;
    let kept = true;
    return () => {
      if (!kept) return;
      kept = false;
      if (--this.#count === 0) this.#nothingLeft();
    };
  }
}
