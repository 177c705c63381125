import { make, setText } from "./dom.ts";

export interface ToolbarActions {
  paused(isPaused: boolean): void;
  showAll(): void;
}

/** Pauses what is shown, and brings back all of it. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #pause = button("Pause");
  readonly #all = button("Show all");

  constructor({ paused, showAll }: ToolbarActions) {
    this.#pause.setAttribute("aria-pressed", "false");
    this.#pause.addEventListener("click", () => {
      const isPaused = this.#pause.getAttribute("aria-pressed") !== "true";
      this.#pause.setAttribute("aria-pressed", String(isPaused));
      paused(isPaused);
    });
    this.#all.addEventListener("click", showAll);
    this.#all.hidden = true;
    this.element = make("div", { class: "tandem-stream-toolbar" }, this.#all, this.#pause);
  }

  /** There is more than what is shown. */
  set isZoomed(isZoomed: boolean) {
    this.#all.hidden = !isZoomed;
  }

  press(): void {
    this.#pause.click();
  }

  /** How many rows came while it is paused. */
  set behind(rows: number) {
    setText(this.#pause, rows > 0 ? `Pause (${rows.toLocaleString()} more)` : "Pause");
  }
}

const button = (text: string): HTMLButtonElement =>
  make(
    "button",
    { type: "button", class: "tandem-button tandem-tone-neutral", "data-appearance": "outlined", "data-size": "small" },
    text,
  );
