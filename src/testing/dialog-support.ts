import type { BrowserWindow } from "./page.ts";

const FOCUSABLE = "button, input, select, textarea, a[href], summary, [tabindex], [contenteditable]";

/**
 * Gives a window's dialogs what happy-dom leaves out: which of them are modal, where the focus goes when one opens and
 * closes, and the errors of the standard. That nothing behind a modal one can be used is not enforced.
 */
export function supportDialogs(window: BrowserWindow): void {
  const { prototype } = window.HTMLDialogElement;
  const modal = new WeakSet<HTMLDialogElement>();
  const before = new WeakMap<HTMLDialogElement, Element | null>();
  const { matches, close } = prototype;

  const open = (dialog: HTMLDialogElement) => {
    before.set(dialog, window.document.activeElement);
    dialog.setAttribute("open", "");
    const target = dialog.querySelector<HTMLElement>("[autofocus]") ?? dialog.querySelector<HTMLElement>(FOCUSABLE);
    (target ?? dialog).focus();
  };
  const refuse = (what: string) => new window.DOMException(what, "InvalidStateError");

  Object.assign(prototype, {
    show(this: HTMLDialogElement) {
      if (this.open && !modal.has(this)) return;
      if (this.open) throw refuse("The dialog is already open as a modal one.");
      modal.delete(this);
      open(this);
    },
    showModal(this: HTMLDialogElement) {
      if (this.open && modal.has(this)) return;
      if (this.open) throw refuse("The dialog is already open as one that is not modal.");
      if (!this.isConnected) throw refuse("The dialog is not in the document.");
      modal.add(this);
      open(this);
    },
    close(this: HTMLDialogElement, returnValue?: string) {
      if (!this.open) return;
      modal.delete(this);
      close.call(this, returnValue);
      const target = before.get(this);
      if (target?.isConnected) (target as HTMLElement).focus();
    },
    matches(this: HTMLDialogElement, selectors: string) {
      if (selectors === ":modal") return this.open && this.isConnected && modal.has(this);
      return matches.call(this, selectors);
    },
  });
}
