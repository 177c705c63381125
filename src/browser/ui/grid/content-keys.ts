/** What can have the focus in the content of a cell, in order. */
const FOCUSABLE = "a[href], button, input, select, textarea, summary, [contenteditable], [tabindex]";

const CELL = "tandem-grid-cell";

/** The content that an event happened in; nothing if it happened to the cell itself. */
export const contentAround = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(CELL) : null;

/**
 * Enter or F2 on a cell goes into its content, as in grids of ARIA: there, keys are those of what has the focus, but for
 * Escape and F2, which come back, and Tab, which goes through the content and then on. Answers whether AG Grid must not
 * have the key.
 */
export function takesContentKey(event: KeyboardEvent): boolean {
  const content = contentAround(event.target);
  return content ? takesInside(event, content) : entersContent(event);
}

function entersContent(event: KeyboardEvent): boolean {
  if (event.key !== "F2" && (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey)) return false;
  const content = (event.target as Element).querySelector?.<HTMLElement>(CELL);
  const [first] = content ? focusable(content) : [];
  if (!first) return false;
  event.preventDefault();
  first.focus();
  return true;
}

function takesInside(event: KeyboardEvent, content: HTMLElement): boolean {
  if (event.key === "Tab") return !isLast(event, content);
  const isBack = event.key === "F2" || (event.key === "Escape" && !hasOpen(content));
  if (!isBack) return true;
  event.preventDefault();
  content.closest<HTMLElement>(".ag-cell")?.focus({ preventScroll: true });
  return true;
}

/** Whether Tab, or Shift+Tab, has nowhere to go in it. */
function isLast({ shiftKey, target }: KeyboardEvent, content: HTMLElement): boolean {
  const all = focusable(content);
  return target === (shiftKey ? all[0] : all.at(-1));
}

const focusable = (content: HTMLElement): HTMLElement[] =>
  Array.from(content.querySelectorAll<HTMLElement>(FOCUSABLE)).filter(
    (element) => element.tabIndex >= 0 && !element.matches(":disabled, [inert] *") && element.checkVisibility(),
  );

/** Escape closes that first. */
const hasOpen = (content: HTMLElement): boolean =>
  content.querySelector('[aria-expanded="true"], :popover-open') !== null;
