import type { DownMessage } from "../../protocol/frames.ts";
import { makeButton, makeElement } from "../make-element.ts";
import { topOf } from "./top-layer.ts";

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
    const notice = this.#add(kind, makeElement(document, ["p", ""], text));
    if (id) notice.append(makeElement(document, ["code", ""], id));
    if (details) notice.append(makeElement(document, ["pre", ""], details));
    notice.append(this.#dismissal(notice));
  }

  /** Shows a link to what the browser does not open by itself; using it is an answer. */
  offer(link: HTMLElement): void {
    const notice = this.#add("info", makeElement(this.#document, ["p", ""], link));
    link.addEventListener("click", () => notice.remove());
    notice.append(this.#dismissal(notice));
  }

  #dismissal(notice: HTMLElement): HTMLElement {
    return makeButton(this.#document, "Dismiss", () => notice.remove());
  }

  #add(kind: Notice[1], content: HTMLElement): HTMLElement {
    const document = this.#document;
    const notice = makeElement(document, ["div", `tandem-notice tandem-${kind}`], content);
    notice.role = kind === "error" ? "alert" : "status";
    this.#list ??= makeElement(document, ["div", "tandem-notices"]);
    this.#list.append(notice);
    this.rise();
    if (this.#list.childElementCount > MAX_NOTICES) this.#list.firstElementChild!.remove();
    return notice;
  }

  /** Puts them where they can be seen and dismissed, also over a modal dialog. */
  rise(): void {
    const top = topOf(this.#document);
    if (this.#list && this.#list.parentNode !== top) top.append(this.#list);
  }

  stop(): void {
    this.#list?.remove();
  }
}
