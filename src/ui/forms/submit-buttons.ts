import { untracked } from "../../reactive/graph.ts";
import { readLive } from "../../view/live.ts";
import type { Live } from "../../view/node.ts";

export interface SubmitButtonFacts {
  readonly value: string;
  readonly disabled: Live<boolean> | undefined;
}

/** The buttons that submit a form. */
export class SubmitButtons {
  readonly #all = new Set<SubmitButtonFacts>();

  /** Returns what to call when it goes. */
  add(button: SubmitButtonFacts): () => void {
    this.#all.add(button);
    return () => void this.#all.delete(button);
  }

  /** Whether a page can have sent this: by the button with this value, or without any. */
  allow(value: string | undefined): boolean {
    if (this.#all.size === 0) return true;
    return untracked(() =>
      Array.from(this.#all).some(
        (button) => !readLive(button.disabled) && (value === undefined || value === button.value),
      ),
    );
  }
}
