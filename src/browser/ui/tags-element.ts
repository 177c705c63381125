/**
 * `<tandem-tags>` around an input and what was entered in it so far: Enter, a comma, a pasted list and leaving it end
 * a tag. The server hears of whole tags, and says which it takes; the input is empty at once, for the next.
 */
class TagsElement extends HTMLElement {
  /** What was taken back and is still shown, as the server has yet to say so: the next Backspace is for the one before. */
  readonly #leaving = new WeakSet<HTMLButtonElement>();

  connectedCallback(): void {
    this.addEventListener("keydown", this.#onKeyDown);
    this.addEventListener("input", this.#onInput);
    this.addEventListener("paste", this.#onPaste);
    this.addEventListener("focusout", this.#onFocusOut);
    this.addEventListener("mousedown", this.#onMouseDown);
  }

  get #input(): HTMLInputElement {
    return this.querySelector("input")!;
  }

  #add(texts: readonly string[]): void {
    const input = this.#input;
    if (input.disabled || input.readOnly) return;
    if (input.value !== "") {
      input.value = "";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const tags = texts.map((text) => text.trim()).filter(Boolean);
    if (tags.length > 0) this.dispatchEvent(new CustomEvent("tandem-tags", { detail: tags, bubbles: true }));
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const { value } = this.#input;
    if (event.target !== this.#input || event.isComposing) return;
    if (event.key === "Enter" && value.trim() !== "") {
      event.preventDefault();
      this.#add([value]);
    } else if (event.key === "Backspace" && value === "") {
      const buttons = this.querySelectorAll<HTMLButtonElement>(".tandem-picked > button:enabled");
      this.#takeBack([...buttons].findLast((button) => !this.#leaving.has(button)));
    }
  };

  #takeBack(button: HTMLButtonElement | undefined): void {
    if (button === undefined) return;
    this.#leaving.add(button);
    button.click();
  }

  /** Not by its key: keyboards on screens say no keys. */
  readonly #onInput = (event: Event): void => {
    const { value } = this.#input;
    if (value.includes(",") && !(event as InputEvent).isComposing) this.#add(value.split(","));
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const texts = text.split(/[,\t\r\n]+/);
    if (event.target !== this.#input || texts.length < 2) return;
    event.preventDefault();
    this.#add([this.#input.value, ...texts]);
  };

  readonly #onFocusOut = ({ target }: FocusEvent): void => {
    if (target === this.#input) this.#add([this.#input.value]);
  };

  readonly #onMouseDown = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target === this.#input) return;
    event.preventDefault();
    if (!target.closest("button") && !this.#input.disabled) this.#input.focus();
  };
}

customElements.define("tandem-tags", TagsElement);
