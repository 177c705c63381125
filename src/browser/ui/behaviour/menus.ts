/** What menus have besides the arrow keys: their first letters, Tab to leave, and a key that opens them. */
export function startMenus(document: Document): void {
  const typed = new TypedLetters();
  document.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const menu = target.closest<HTMLElement>('[role="menu"]');
    if (menu) inMenu(menu, event, typed);
    else if (/^Arrow(Down|Up)$/.test(event.key) && isClosed(target)) {
      event.preventDefault();
      target.click();
    }
  });
}

/** Asks the menu, as what its button says of it may be late. */
function isClosed(button: HTMLElement): boolean {
  if (button.ariaHasPopup !== "menu") return false;
  const menu = document.getElementById(button.getAttribute("aria-controls") ?? "");
  return menu !== null && !menu.matches(":popover-open");
}

function inMenu(menu: HTMLElement, event: KeyboardEvent, typed: TypedLetters): void {
  if (event.key === "Tab") return menu.hidePopover();
  if (event.key.length !== 1 || event.key === " ") return;
  const beginning = typed.add(event.key, event.timeStamp);
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)')];
  const at = items.indexOf(event.target as HTMLElement);
  // From the next one on, and around; a second letter may stay where it is.
  const order = [...items.slice(at + (beginning.length > 1 ? 0 : 1)), ...items.slice(0, at + 1)];
  order.find((item) => item.textContent!.trim().toLowerCase().startsWith(beginning))?.focus();
}

/** Letters that were typed one after the other, without a pause. */
class TypedLetters {
  #text = "";
  #at = 0;

  add(letter: string, at: number): string {
    this.#text = at - this.#at > 700 ? letter.toLowerCase() : this.#text + letter.toLowerCase();
    this.#at = at;
    return this.#text;
  }
}
