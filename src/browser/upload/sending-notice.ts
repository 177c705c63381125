import { makeButton, makeElement } from "../make-element.ts";

/** Shows how far files are on their way, where the app has no place for it. */
export class SendingNotice {
  readonly #element: HTMLElement;
  readonly #bar: HTMLProgressElement;

  constructor(document: Document, files: readonly File[], cancel: () => void) {
    const [first] = files;
    const what = files.length === 1 ? first!.name : `${files.length} files`;
    this.#bar = makeElement(document, ["progress", ""]);
    this.#bar.max = files.reduce((sum, { size }) => sum + size, 0) || 1;
    this.#bar.value = 0;
    this.#bar.ariaLabel = `Sending ${what}`;
    this.#element = makeElement(
      document,
      ["div", "tandem-notice tandem-sending"],
      makeElement(document, ["p", ""], `Sending ${what}`),
      this.#bar,
      makeButton(document, "Cancel", cancel),
    );
    this.#element.role = "status";
    document.body.append(this.#element);
  }

  show(sent: number): void {
    this.#bar.value = sent;
  }

  remove(): void {
    this.#element.remove();
  }
}
