import { isModal } from "./top-layer.ts";

/**
 * Looks after the session's dialogs: shows each as its `data-dialog` says, whenever it comes into the document, gives
 * the focus back when it goes, and keeps open what only the session may close. A dialog that the person closes tells so
 * by its `close` event, as any element does.
 */
export class Dialogs {
  readonly #document: Document;
  readonly #observer: MutationObserver;
  /** Those in the document, and what had the focus before each. */
  readonly #shown = new Map<HTMLDialogElement, Element | null>();
  readonly #listening = new AbortController();
  readonly #changed: () => void;
  #pressed: EventTarget | null = null;

  /** `changed` is called when another dialog may be on top. */
  constructor(window: Window, changed: () => void) {
    const { document, MutationObserver } = window as Window & typeof globalThis;
    this.#document = document;
    this.#changed = changed;
    this.#observer = new MutationObserver(() => this.#update());
  }

  /** Calling it again changes nothing. */
  start(): void {
    this.#observer.observe(this.#layers, { childList: true });
    this.#listen("cancel", this.#onCancel);
    this.#listen("close", this.#onClose);
    // Where the browser does not know `closedby`, and so does not see to it by itself.
    if (!("closedBy" in this.#document.createElement("dialog"))) {
      this.#listen("pointerdown", this.#onPointerDown);
      this.#listen("click", this.#onClick);
      this.#listen("keydown", this.#onKeyDown);
    }
    this.#update();
  }

  /** The session has ended, or the screen stops: what closes now stays closed. */
  stop(): void {
    this.#observer.disconnect();
    this.#listening.abort();
  }

  get #layers(): HTMLElement {
    // What stands in the app's own part of the page may have any id.
    return this.#document.querySelector<HTMLElement>("body>#tandem-layers")!;
  }

  #listen<E extends Event>(type: string, handle: (event: E) => void): void {
    const options = { capture: true, signal: this.#listening.signal };
    this.#document.addEventListener(type, handle as (event: Event) => void, options);
  }

  #update(): void {
    for (const dialog of this.#layers.children)
      if (isOurs(dialog) && isUnshown(dialog, this.#shown)) this.#show(dialog);
    for (const [dialog, before] of this.#shown) if (!dialog.isConnected) this.#gone(dialog, before);
    this.#changed();
  }

  #show(dialog: HTMLDialogElement): void {
    if (!this.#shown.has(dialog)) this.#shown.set(dialog, this.#document.activeElement);
    // It was painted open, which is not yet shown.
    dialog.removeAttribute("open");
    if (dialog.dataset.dialog === "modal") dialog.showModal();
    else dialog.show();
    // As `autofocus`, of which browsers complain when it comes into a page that has a focus.
    dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  }

  #gone(dialog: HTMLDialogElement, before: Element | null): void {
    const { activeElement, body } = this.#document;
    this.#shown.delete(dialog);
    // One that was opened from it goes back to where it would have gone back to.
    for (const [other, its] of this.#shown) if (dialog.contains(its)) this.#shown.set(other, before);
    if (!activeElement || activeElement === body) (before as HTMLElement | null)?.focus({ preventScroll: true });
  }

  readonly #onCancel = (event: Event): void => {
    if (isKept(event.target)) event.preventDefault();
  };

  /** Some browsers close it when Escape is pressed again, and a form may: then it comes back. */
  readonly #onClose = ({ target }: Event): void => {
    if (isKept(target) && target.isConnected) this.#show(target);
  };

  readonly #onPointerDown = ({ target }: Event): void => {
    this.#pressed = target;
  };

  /** A drag that only ends outside, as when text is selected, closes nothing. */
  readonly #onClick = ({ target }: Event): void => {
    if (target === this.#pressed && isOurs(target) && target.getAttribute("closedby") === "any") target.close();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const dialog = [...this.#shown.keys()].filter(({ open }) => open).at(-1);
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || !dialog) return;
    const { activeElement, body } = this.#document;
    if (!isModal(dialog) && activeElement !== body && !dialog.contains(activeElement)) return;
    event.preventDefault();
    if (dialog.getAttribute("closedby") !== "none") dialog.close();
  };
}

const isOurs = (target: unknown): target is HTMLDialogElement =>
  (target as Partial<Element> | null)?.nodeName === "DIALOG" && (target as HTMLElement).hasAttribute("data-dialog");

/** Whether only the session may close it. */
const isKept = (target: unknown): target is HTMLDialogElement =>
  isOurs(target) && target.getAttribute("closedby") === "none";

/** A dialog that is not open has been closed by its person, and the session is being told. */
const isUnshown = (dialog: HTMLDialogElement, shown: ReadonlyMap<HTMLDialogElement, unknown>): boolean =>
  dialog.open && (dialog.dataset.dialog === "modal" ? !isModal(dialog) : !shown.has(dialog));
