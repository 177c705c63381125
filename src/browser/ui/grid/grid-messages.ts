import { element } from "./make.ts";

/** Tells apart the messages of all grids of a page. */
let ids = 0;
/** Different ones that are kept for cells. */
const MOST = 200;

/** What is said below a grid: how the latest deed went, and why the cell with the focus was refused. */
export class GridMessages {
  readonly elements: readonly HTMLElement[];
  readonly #status = element("p", "tandem-grid-message");
  readonly #own = element("p", "tandem-grid-message");
  /** What describes cells, each text once. */
  readonly #descriptions = element("div", "");
  readonly #known = new Map<string, HTMLElement>();

  constructor() {
    this.#status.setAttribute("role", "status");
    // Of who hears it read out, the cell has told it.
    this.#own.setAttribute("aria-hidden", "true");
    this.#descriptions.hidden = true;
    this.elements = [this.#own, this.#status, this.#descriptions];
  }

  /** Follows the focus in `frame`. */
  follow(frame: HTMLElement, signal: AbortSignal): void {
    for (const type of ["focusin", "focusout"]) frame.addEventListener(type, () => this.#point(), { signal });
  }

  say(text: string): void {
    this.#status.textContent = text;
    this.#point();
  }

  /** The id of an element with this text. */
  described(text: string): string {
    let found = this.#known.get(text);
    if (!found) {
      found = element("p", "");
      found.id = `tandem-grid-problem-${++ids}`;
      found.textContent = text;
      this.#known.set(text, found);
      this.#descriptions.append(found);
    }
    this.#forget();
    return found.id;
  }

  #forget(): void {
    for (const [text, found] of this.#known) {
      if (this.#known.size <= MOST) return;
      found.remove();
      this.#known.delete(text);
    }
  }

  /** Where there are several, each says its own. */
  #point(): void {
    const cell = document.activeElement?.closest(".ag-cell[aria-invalid]");
    const id = cell?.getAttribute("aria-describedby") ?? "";
    const problem = document.getElementById(id)?.textContent ?? "";
    this.#own.textContent = problem === this.#status.textContent ? "" : problem;
  }
}
