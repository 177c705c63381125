let ids = 0;

/** The options in a picker's list: which of them fit, and which is the one that Enter chooses. */
export class PickerOptions {
  readonly #picker: HTMLElement;
  #active: HTMLElement | undefined;

  constructor(picker: HTMLElement) {
    this.#picker = picker;
  }

  get #all(): HTMLButtonElement[] {
    return [...this.#picker.querySelectorAll<HTMLButtonElement>("[role=option]")];
  }

  get #choosable(): HTMLButtonElement[] {
    return this.#all.filter((option) => !option.disabled && !option.hidden);
  }

  /** Hides what does not fit. */
  find(query: string): void {
    const words = fold(query);
    const options = this.#all;
    for (const option of options) option.hidden = !fold(option.textContent!).includes(words);
    for (const group of this.#picker.querySelectorAll<HTMLElement>("[role=group]")) {
      group.hidden = !group.querySelector("[role=option]:not([hidden])");
    }
    const none = this.#picker.querySelector<HTMLElement>("[data-none]");
    if (none) none.hidden = options.length === 0 || options.some((option) => !option.hidden);
  }

  activate(option: HTMLElement | undefined): void {
    if (this.#active !== option) this.#active?.removeAttribute("data-active");
    this.#active = option;
    const input = this.#picker.querySelector("input")!;
    if (option) {
      option.id ||= `tandem-option-${++ids}`;
      option.setAttribute("data-active", "");
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  activateFirst(): void {
    this.activate(this.#choosable[0]);
  }

  activateChosen(): void {
    const chosen = this.#choosable.find((option) => option.ariaSelected === "true");
    if (chosen) this.activate(chosen);
  }

  /** What is gone, or fits no longer, is not the one any more. */
  settle(): void {
    if (this.#active && (!this.#active.isConnected || this.#active.hidden)) this.activate(undefined);
  }

  /** From the one there is; around at the ends. */
  move(by: number): void {
    const options = this.#choosable;
    if (options.length === 0) return;
    const at = this.#active ? options.indexOf(this.#active as HTMLButtonElement) : -1;
    const from = at < 0 && by < 0 ? 0 : at;
    const next = from + by;
    const isStep = Math.abs(by) === 1;
    const wrapped = isStep ? (next + options.length) % options.length : Math.max(0, Math.min(options.length - 1, next));
    this.activate(options[wrapped]);
  }

  /** Answers whether there was one. */
  chooseActive(): boolean {
    const option = this.#active;
    if (!option?.isConnected || option.hidden) return false;
    option.click();
    return true;
  }
}

/** As the server finds: without case, accents and space around. */
const fold = (text: string): string =>
  text
    .trim()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
