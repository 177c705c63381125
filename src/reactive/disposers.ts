/** What to end together, last made first, as each may lean on what was there before it. */
export class Disposers {
  #entries: Set<() => void> | undefined;

  get size(): number {
    return this.#entries?.size ?? 0;
  }

  add(dispose: () => void): void {
    (this.#entries ??= new Set()).add(dispose);
  }

  delete(dispose: () => void): void {
    this.#entries?.delete(dispose);
  }

  /** Calls each once, also what is added on the way, but not what is deleted. One that throws does not stop the rest. */
  disposeAll(report: (error: unknown) => void): void {
    const entries = this.#entries;
    if (entries === undefined) return;
    while (entries.size > 0) {
      for (const dispose of [...entries].reverse()) {
        if (!entries.delete(dispose)) continue;
        try {
          dispose();
        } catch (error) {
          report(error);
        }
      }
    }
  }
}
