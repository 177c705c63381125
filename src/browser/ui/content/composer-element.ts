/** Fingers have a button to send with, and no Shift to make a new line with. */
const fingers = matchMedia("(pointer: coarse)");

/** Around a text area: Enter sends its form, Shift and Enter make a new line, and an input method keeps its Enter. */
export class ComposerElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("keydown", this.#pressed);
  }

  disconnectedCallback(): void {
    this.removeEventListener("keydown", this.#pressed);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const { key, shiftKey, altKey, ctrlKey, isComposing, keyCode } = event;
    // Safari ends a composition before it tells of the key: 229 is what it leaves.
    if (key !== "Enter" || shiftKey || altKey || isComposing || keyCode === 229) return;
    if (fingers.matches && !ctrlKey) return;
    event.preventDefault();
    this.closest("form")?.requestSubmit();
  };
}

customElements.define("tandem-composer", ComposerElement);
