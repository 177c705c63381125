import type { DownMessage } from "../../protocol/frames.ts";
import { makeButton, makeElement } from "../make-element.ts";

type Notice = Extract<DownMessage, ["notice", ...unknown[]]>;

/** More would hide the app; the oldest goes. */
const MAX_NOTICES = 4;

/** Shows what the framework itself has to say, such as that a handler failed. */
export class Notices {
  readonly #document: Document;
  #list: HTMLElement | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  show([, kind, text, id, details]: Notice): void {
    const document = this.#document;
    const notice = makeElement(
      document,
      ["div", `tandem-notice tandem-${kind}`],
      makeElement(document, ["p", ""], text),
    );
    notice.role = kind === "error" ? "alert" : "status";
    if (id) notice.append(makeElement(document, ["code", ""], id));
    if (details) notice.append(makeElement(document, ["pre", ""], details));
    notice.append(makeButton(document, "Dismiss", () => notice.remove()));
    this.#list ??= makeElement(document, ["div", "tandem-notices"]);
    if (!this.#list.isConnected) document.body.append(this.#list);
    this.#list.append(notice);
    if (this.#list.childElementCount > MAX_NOTICES) this.#list.firstElementChild!.remove();
  }

  stop(): void {
    this.#list?.remove();
  }
}
