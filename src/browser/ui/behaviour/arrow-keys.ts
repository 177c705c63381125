/** The arrow keys in tabs, toolbars and menus, as the ARIA authoring practices have them. */
export function startArrowKeys(document: Document): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const from = event.target as HTMLElement;
    const set = from.closest<HTMLElement>('[role="tablist"], [role="toolbar"], [role="menu"]');
    if (!set || usesArrows(from)) return;
    const members = membersOf(set);
    const next = members[nextIndex(event.key, members.indexOf(from), { set, count: members.length })];
    if (!next) return;
    event.preventDefault();
    next.focus();
    // A tab is chosen as it gets the focus.
    if (set.role === "tablist") next.click();
  });
}

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex="0"]';

function membersOf(set: HTMLElement): HTMLElement[] {
  const selector =
    set.role === "tablist"
      ? '[role="tab"]:not(:disabled)'
      : set.role === "menu"
        ? '[role^="menuitem"]:not(:disabled)'
        : FOCUSABLE;
  return [...set.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());
}

/** Text fields, ranges and the like have their own use for them. */
const usesArrows = (element: Element): boolean =>
  element.matches("input:not([type=checkbox], [type=button]), textarea, select, [contenteditable]");

function nextIndex(key: string, at: number, { set, count }: { set: HTMLElement; count: number }): number {
  if (at < 0) return -1;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const isVertical = set.role === "menu" || set.ariaOrientation === "vertical";
  const isBackwards = !isVertical && getComputedStyle(set).direction === "rtl";
  const [onwards, back] = isVertical ? ["ArrowDown", "ArrowUp"] : ["ArrowRight", "ArrowLeft"];
  if (key !== onwards && key !== back) return -1;
  const step = (key === onwards) !== isBackwards ? 1 : -1;
  return (at + step + count) % count;
}
