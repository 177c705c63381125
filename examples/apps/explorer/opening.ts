import { session, signal, UserFacingError, type Signal } from "tandem";
import type { Frame } from "./data/frame.ts";
import { loadFrame, type FileSource, type LoadStep } from "./data/load.ts";

/** Where a session stands with its file. */
export type Opening =
  | { readonly state: "none" }
  | {
      readonly state: "loading";
      readonly name: string;
      readonly step: Signal<LoadStep>;
      readonly cancel: () => void;
    }
  | { readonly state: "ready"; readonly frame: Frame }
  | {
      readonly state: "failed";
      readonly name: string;
      readonly reason: string;
    };

/** Opens one file at a time; a new one calls off the one before. */
export class FileOpener {
  readonly opening = signal<Opening>({ state: "none" });
  #abort: AbortController | undefined;

  constructor() {
    session.onEnded(() => this.#abort?.abort());
  }

  /** Resolves when it is over, well or not. */
  async open(source: FileSource): Promise<void> {
    this.close();
    const abort = (this.#abort = new AbortController());
    const step = signal<LoadStep>({ part: 0, rows: 0 });
    this.opening.value = {
      state: "loading",
      name: source.name,
      step,
      cancel: () => this.close(),
    };
    const next = await this.#load(source, { step, signal: abort.signal });
    if (!abort.signal.aborted) this.opening.value = next;
  }

  /** Back to the start. */
  close(): void {
    this.#abort?.abort();
    this.opening.value = { state: "none" };
  }

  async #load(
    source: FileSource,
    { step, signal: aborted }: { step: Signal<LoadStep>; signal: AbortSignal },
  ): Promise<Opening> {
    let told = 0;
    // More often than eyes can follow would only be work.
    const progress = (next: LoadStep) => {
      const now = session.clock.now();
      if (now - told < 100) return;
      told = now;
      step.value = next;
    };
    try {
      return {
        state: "ready",
        frame: await loadFrame(source, { signal: aborted, progress }),
      };
    } catch (error) {
      const isExplained = error instanceof UserFacingError;
      if (!isExplained && !aborted.aborted) console.error(error);
      return {
        state: "failed",
        name: source.name,
        reason: isExplained ? error.message : "It could not be read.",
      };
    }
  }
}
