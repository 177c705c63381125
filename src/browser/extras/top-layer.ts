/** Of the session's dialogs, or one that the app shows by itself. */
export const isModal = (dialog: Element): boolean => dialog.matches(":modal");

/** Where to put what must be seen and used whatever is shown: behind a modal dialog nothing can be. */
export function topOf(document: Document): HTMLElement {
  const modal = [...document.querySelectorAll("dialog")].filter(isModal);
  return modal.at(-1) ?? document.body;
}
