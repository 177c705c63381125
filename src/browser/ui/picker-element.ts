import { autoUpdate, computePosition, flip, offset, size } from "@floating-ui/dom";
import { PickerOptions } from "./picker-options.ts";

/**
 * `<tandem-picker>`: a box to type in, with a list of options that opens below it. The options come from the server,
 * and are buttons that tell it when they are chosen. Here is what must not wait for it: opening, moving in the list by
 * keyboard, finding among the options where all of them are in the page.
 */
class PickerElement extends HTMLElement {
  readonly #options = new PickerOptions(this);
  readonly #observer = new MutationObserver(() => this.#optionsChanged());
  #stopPlacing: (() => void) | undefined;
  /** Whether what stands in the input was typed to find something, and is not the name of what is chosen. */
  #isFinding = false;
  /** What was taken back and is still shown, as the server has yet to say so: the next Backspace is for the one before. */
  readonly #leaving = new WeakSet<HTMLButtonElement>();
  /** Enter was pressed before the options for what is typed were there. */
  #isEnterDue = false;

  connectedCallback(): void {
    this.addEventListener("input", this.#onInput);
    this.addEventListener("keydown", this.#onKeyDown);
    this.addEventListener("click", this.#onClick);
    this.addEventListener("mousedown", this.#onMouseDown);
    this.addEventListener("focusout", this.#onFocusOut);
    this.#observer.observe(this, {
      childList: true,
      subtree: true,
      attributeFilter: ["data-answered", "disabled", "readonly"],
    });
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
    this.#stopPlacing?.();
  }

  get #input(): HTMLInputElement {
    return this.querySelector("input")!;
  }

  get #isLocked(): boolean {
    return this.#input.matches(":disabled, [readonly]");
  }

  get #popup(): HTMLElement {
    return this.querySelector("[popover]")!;
  }

  get #isOpen(): boolean {
    return this.#popup.matches(":popover-open");
  }

  get #isMany(): boolean {
    return this.dataset["many"] !== undefined;
  }

  #open(): void {
    if (this.#isOpen || this.#isLocked) return;
    this.#popup.showPopover();
    this.#input.ariaExpanded = "true";
    this.#stopPlacing = autoUpdate(this.#box, this.#popup, () => void this.#place());
    this.#refresh();
    this.#options.activateChosen();
  }

  #close(): void {
    this.#isFinding = this.#isEnterDue = false;
    if (!this.#isOpen) return;
    this.#popup.hidePopover();
    this.#stopPlacing?.();
    this.#input.ariaExpanded = "false";
    this.#options.activate(undefined);
  }

  get #box(): HTMLElement {
    return this.querySelector(".tandem-picker-box")!;
  }

  async #place(): Promise<void> {
    const { style } = this.#popup;
    const { x, y } = await computePosition(this.#box, this.#popup, {
      strategy: "fixed",
      placement: "bottom-start",
      middleware: [
        offset(4),
        flip({ padding: 8 }),
        size({
          padding: 8,
          apply({ rects, availableHeight }) {
            style.width = `${rects.reference.width}px`;
            style.maxHeight = `${Math.max(120, Math.min(340, availableHeight))}px`;
          },
        }),
      ],
    });
    style.left = `${x}px`;
    style.top = `${y}px`;
  }

  /** Shows what fits, and has the first of it ready for Enter, unless what is typed may stand for itself. */
  #refresh(): void {
    const query = this.#isFinding ? this.#input.value : "";
    if (this.dataset["finds"] !== undefined) this.#options.find(query);
    if (this.#isFinding && this.dataset["free"] === undefined && this.#isAnswered) this.#options.activateFirst();
    else this.#options.settle();
  }

  /** Whether the options are those for what is typed. */
  get #isAnswered(): boolean {
    return this.dataset["finds"] !== undefined || this.#popup.dataset["answered"] === this.#input.value;
  }

  #optionsChanged(): void {
    if (!this.#isOpen) return;
    if (this.#isLocked) return this.#close();
    this.#refresh();
    if (!this.#isEnterDue || !this.#isAnswered) return;
    this.#isEnterDue = false;
    this.#options.chooseActive();
  }

  readonly #onInput = (): void => {
    this.#isFinding = this.#input.value !== "";
    this.#isEnterDue = false;
    this.#open();
    this.#refresh();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== this.#input || event.isComposing) return;
    if (this.#handleKey(event)) event.preventDefault();
  };

  /** Answers whether the key did something here. */
  #handleKey({ key, altKey }: KeyboardEvent): boolean {
    const isOpen = this.#isOpen;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (altKey && key === "ArrowUp") this.#close();
      else if (!isOpen) this.#open();
      else this.#options.move(key === "ArrowDown" ? 1 : -1);
      return true;
    }
    if (isOpen && (key === "PageDown" || key === "PageUp")) {
      this.#options.move(key === "PageDown" ? 8 : -8);
      return true;
    }
    if (key === "Enter" && isOpen) return this.#enter();
    if (key === "Escape" && isOpen) {
      this.#close();
      return true;
    }
    if (key === "Backspace" && this.#isMany && this.#input.value === "") this.#removeLast();
    return false;
  }

  #enter(): boolean {
    if (this.#isFinding && !this.#isAnswered && this.dataset["free"] === undefined) {
      this.#isEnterDue = true;
      return true;
    }
    if (this.#options.chooseActive()) return true;
    this.#close();
    return this.#isMany;
  }

  #removeLast(): void {
    const buttons = this.querySelectorAll<HTMLButtonElement>(".tandem-picked > button:enabled");
    const last = [...buttons].findLast((button) => !this.#leaving.has(button));
    if (last === undefined) return;
    this.#leaving.add(last);
    last.click();
  }

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const option = target.closest<HTMLElement>("[role=option]");
    if (option) this.#chosen(option);
    else if (target === this.#input || target.classList.contains("tandem-picker-arrow")) this.#open();
  };

  #chosen(option: HTMLElement): void {
    const input = this.#input;
    if (!this.#isMany) {
      // The server says the same as soon as it has heard.
      input.value = option.querySelector(".tandem-picker-label > span")!.textContent!;
      this.#close();
    } else if (input.value !== "") {
      input.value = "";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    input.focus({ preventScroll: true });
  }

  /** The focus stays in the input, so that it is not left with what is half typed. */
  readonly #onMouseDown = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target === this.#input) return;
    event.preventDefault();
    const isBox = target.closest(".tandem-picker-box") && !target.closest("button");
    if (!isBox || this.#input.disabled) return;
    this.#input.focus();
    if (this.#isOpen && target.classList.contains("tandem-picker-arrow")) queueMicrotask(() => this.#close());
    else this.#open();
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node) || !this.contains(relatedTarget)) this.#close();
  };
}

customElements.define("tandem-picker", PickerElement);
