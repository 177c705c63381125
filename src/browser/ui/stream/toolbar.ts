import { make, setText } from "./dom.ts";

export interface ToolbarActions {
  paused(isPaused: boolean): void;
  zoomed(closer: boolean): void;
  showAll(): void;
}

/** Pauses what is shown, and goes closer and back for those who neither drag nor have a keyboard. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #pause = button("Pause");
  readonly #all = button("Show all");

  constructor({ paused, zoomed, showAll }: ToolbarActions) {
    this.#pause.setAttribute("aria-pressed", "false");
    this.#pause.addEventListener("click", () => paused(this.#pause.getAttribute("aria-pressed") !== "true"));
    this.#all.addEventListener("click", showAll);
    this.#all.hidden = true;
    const closer = sign("+", "Closer", () => zoomed(true));
    const further = sign("−", "Further away", () => zoomed(false));
    this.element = make("div", { class: "tandem-stream-toolbar" }, this.#all, further, closer, this.#pause);
  }

  /** There is more than what is shown. */
  set isZoomed(isZoomed: boolean) {
    this.#all.hidden = !isZoomed;
  }

  set isPaused(isPaused: boolean) {
    this.#pause.setAttribute("aria-pressed", String(isPaused));
    this.behind = 0;
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
    {
      type: "button",
      class: "tandem-button tandem-tone-neutral",
      "data-appearance": "outlined",
      "data-size": "small",
    },
    text,
  );

function sign(text: string, label: string, pressed: () => void): HTMLButtonElement {
  const element = button(text);
  element.setAttribute("aria-label", label);
  element.addEventListener("click", pressed);
  return element;
}
