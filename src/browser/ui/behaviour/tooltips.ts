const DELAY = 350;

/** Shows the tooltip of what the pointer rests on or the focus is at; Escape, a press and leaving hide it. */
export function startTooltips(document: Document): void {
  let shown: HTMLElement | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(waiting);
    if (shown?.matches(":popover-open")) shown.hidePopover();
    shown = null;
  };
  const show = (tip: HTMLElement, after: number) => {
    if (tip === shown) return;
    hide();
    shown = tip;
    waiting = setTimeout(() => tip.isConnected && tip.showPopover(), after);
  };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const tip = tipAt(event.target);
    if (tip) show(tip, DELAY);
    else if (!shown?.contains(event.target as Node)) hide();
  });
  document.addEventListener("focusin", ({ target }) => {
    const tip = tipAt(target);
    if (tip && (target as Element).matches(":focus-visible")) show(tip, 0);
    else hide();
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("pointerdown", hide);
  // A button that is off for a reason says it, on a touch screen too, and does nothing else.
  const keepOff = (event: Event) => {
    const button = (event.target as Element | null)?.closest?.("button[data-off]");
    if (!button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const tip = tipAt(button);
    if (tip) show(tip, 0);
  };
  // Before Tandem hears of it.
  document.defaultView!.addEventListener("click", keepOff, true);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide(), { capture: true });
}

/** The tooltip of a host is its last element. */
function tipAt(target: EventTarget | null): HTMLElement | null {
  const host = (target as Element | null)?.closest?.(".tandem-tooltip-host");
  const tip = host?.lastElementChild as HTMLElement | null | undefined;
  return tip?.role === "tooltip" && tip.textContent ? tip : null;
}
