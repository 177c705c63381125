import { contentAround } from "./content-keys.ts";
import type { GridEdits } from "./grid-edits.ts";

/** The keys for copy, cut and paste, while a cell has the focus and is not being edited. */
export class GridClipboard {
  readonly #edits: GridEdits;

  constructor(frame: HTMLElement, edits: GridEdits, signal: AbortSignal) {
    this.#edits = edits;
    frame.addEventListener("copy", (event) => this.#copy(event), { signal });
    frame.addEventListener("cut", (event) => this.#copy(event) && void edits.erase(), { signal });
    frame.addEventListener("paste", (event) => this.#paste(event), { signal });
  }

  #copy(event: ClipboardEvent): boolean {
    if (isInControl(event)) return false;
    const text = this.#edits.copy();
    if (text === undefined) return false;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    return true;
  }

  #paste(event: ClipboardEvent): void {
    if (isInControl(event)) return;
    event.preventDefault();
    void this.#edits.paste(event.clipboardData?.getData("text/plain") ?? "");
  }
}

const isInControl = ({ target }: Event): boolean =>
  target instanceof Element &&
  (target.closest("input:not([type=checkbox]), select, textarea") !== null || contentAround(target) !== null);
