type TextAreaValue = { get(this: HTMLTextAreaElement): string; set(this: HTMLTextAreaElement, text: string): void };

const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value") as TextAreaValue;

/**
 * The text of a text area that an editor stands for. The page's runtime goes on to know the text area alone: it shows
 * what the server says by writing `value`, with all its care for what was typed meanwhile, and hears its events.
 */
export class CarriedText {
  readonly area: HTMLTextAreaElement;

  /** `written` is called with what is written into the text area. */
  constructor(area: HTMLTextAreaElement, written: (text: string) => void) {
    this.area = area;
    Object.defineProperty(area, "value", {
      configurable: true,
      get: () => this.text,
      set: (text: string) => {
        native.set.call(area, text);
        written(this.text);
      },
    });
  }

  get text(): string {
    return native.get.call(this.area);
  }

  /** The person entered this. */
  enter(text: string): void {
    native.set.call(this.area, text);
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The person has left it. */
  leave(): void {
    this.area.dispatchEvent(new FocusEvent("blur"));
    this.area.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }

  release(): void {
    delete (this.area as { value?: string }).value;
  }
}
