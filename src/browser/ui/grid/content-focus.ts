import { contentAround } from "./content-keys.ts";

/**
 * Which element in the content of a cell has the focus, so that it has it again after its cell was taken apart: that is
 * what AG Grid does when rows move, and browsers then give the focus to nobody.
 */
export class ContentFocus {
  #element: HTMLElement | null = null;
  /** The grid's cell that it is, or was, in. */
  #cell: HTMLElement | null = null;
  #stop = new AbortController();

  /** Follows the focus in `place`, where the grid is, too. */
  follow(place: HTMLElement): void {
    this.stop();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    place.addEventListener("focusin", ({ target }) => this.#came(target), { signal });
    place.addEventListener("focusout", (event) => this.#left(event), { signal });
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Contents have found their places. */
  settle(isShown: (element: HTMLElement) => boolean): void {
    const element = this.#element;
    if (!element || element === document.activeElement) {
      // Still there, but nobody sees it any more.
      if (element && !isShown(element)) this.#giveUp();
      return;
    }
    if (isShown(element)) element.focus({ preventScroll: true });
    else this.#giveUp();
  }

  /** Its cell in the grid keeps the focus, unless another has it by now. */
  #giveUp(): void {
    this.#element = null;
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || !activeElement.checkVisibility()) {
      this.#cell?.focus({ preventScroll: true });
    }
  }

  #came(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement) || !contentAround(target)) return;
    this.#element = target;
    this.#cell = target.closest<HTMLElement>(".ag-cell");
  }

  #left({ target, relatedTarget }: FocusEvent): void {
    if (target !== this.#element) return;
    // A person who goes on goes somewhere, or at least not while the grid changes.
    if (relatedTarget) this.#element = null;
    else setTimeout(() => target !== document.activeElement && target === this.#element && (this.#element = null));
  }
}
