/** The card that fills the window, in the browser's top layer: it stays where it is in the document. */
let expanded: HTMLElement | null = null;

/** Cards fill the window by their button; that, Escape, and a focus that goes elsewhere take them back. */
export function startExpanding(document: Document): void {
  document.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest(".tandem-card-expand");
    const card = button?.closest<HTMLElement>(".tandem-card");
    if (!card) return;
    const isToOpen = !card.matches(":popover-open");
    collapse();
    if (isToOpen) expand(card);
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = (event.target as Element).matches("input, textarea, select, [contenteditable]");
    if (event.key === "Escape" && !event.defaultPrevented && !isTyping && !isBelowOthers()) collapse();
  });
  document.addEventListener("focusin", ({ target }) => {
    // What has the focus is to be seen; what opens above the card is.
    if (expanded && !expanded.contains(target as Node) && !(target as Element).closest("dialog, [popover]")) collapse();
  });
}

function expand(card: HTMLElement): void {
  const { width, height } = card.getBoundingClientRect();
  Object.assign(card.parentElement!.style, { minWidth: `${width}px`, minHeight: `${height}px` });
  card.popover = "manual";
  card.showPopover();
  // What scrolls can be scrolled with the keys.
  const body = bodyOf(card);
  if (body && body.scrollHeight > body.clientHeight) body.tabIndex = 0;
  mark(card, true);
  expanded = card;
}

function collapse(): void {
  const card = expanded;
  expanded = null;
  if (!card) return;
  card.removeAttribute("popover");
  card.parentElement?.removeAttribute("style");
  bodyOf(card)?.removeAttribute("tabindex");
  mark(card, false);
}

const bodyOf = (card: HTMLElement) => card.querySelector<HTMLElement>(":scope > .tandem-card-body");

const mark = (card: HTMLElement, isExpanded: boolean): void =>
  card.querySelector(".tandem-card-expand")?.setAttribute("aria-pressed", String(isExpanded));

/** Escape is for what is above all else. */
const isBelowOthers = (): boolean =>
  [...document.querySelectorAll("dialog:modal, :popover-open")].some((each) => each !== expanded);
