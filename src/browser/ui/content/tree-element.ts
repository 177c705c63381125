/**
 * A tree that is used by keyboard: arrows go up and down over what is in sight, into and out of what is open; the server
 * opens and closes, as when a row is pressed. Its items are `[role=treeitem]`, each with its row as `[data-row]`.
 */
export class TreeElement extends HTMLElement {
  /** What an arrow key opens or closes: until the server has done so, pressing it again would undo that. */
  readonly #turned = new WeakSet<Node>();
  #changes: MutationObserver | undefined;

  connectedCallback(): void {
    this.addEventListener("keydown", this.#pressed);
    this.addEventListener("focusin", this.#focused);
    this.#changes = new MutationObserver((changes) => {
      for (const { type, target } of changes) if (type === "attributes") this.#turned.delete(target);
      this.#ensureStop();
    });
    this.#changes.observe(this, { childList: true, subtree: true, attributeFilter: ["aria-expanded"] });
    this.#ensureStop();
  }

  disconnectedCallback(): void {
    this.removeEventListener("keydown", this.#pressed);
    this.removeEventListener("focusin", this.#focused);
    this.#changes?.disconnect();
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  }

  /** One item can be reached with Tab. */
  #ensureStop(): void {
    const items = this.#items;
    if (!items.some((item) => item.tabIndex === 0)) items[0]?.setAttribute("tabindex", "0");
  }

  readonly #focused = (event: FocusEvent): void => {
    const focused = (event.target as Element).closest('[role="treeitem"]');
    for (const item of this.#items) {
      const index = item === focused ? "0" : "-1";
      if (item.getAttribute("tabindex") !== index) item.setAttribute("tabindex", index);
    }
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    const item = event.target as HTMLElement;
    if (item.getAttribute("role") !== "treeitem" || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!this.#act(item, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #act(item: HTMLElement, key: string): boolean {
    const items = this.#items;
    const at = items.indexOf(item);
    const forward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const isOpen = item.getAttribute("aria-expanded");
    if (key === "ArrowDown") return focus(items[at + 1]);
    if (key === "ArrowUp") return focus(items[at - 1]);
    if (key === "Home") return focus(items[0]);
    if (key === "End") return focus(items.at(-1));
    if (key === "Enter" || key === " ") return press(item);
    if (key === forward) return isOpen === "false" ? this.#turn(item) : isOpen === "true" && focus(items[at + 1]);
    if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
    return isOpen === "true" ? this.#turn(item) : focus(item.parentElement?.closest<HTMLElement>('[role="treeitem"]'));
  }

  #turn(item: HTMLElement): boolean {
    if (this.#turned.has(item)) return true;
    this.#turned.add(item);
    return press(item);
  }
}

function focus(item: HTMLElement | null | undefined): boolean {
  item?.focus();
  return true;
}

function press(item: HTMLElement): boolean {
  item.querySelector<HTMLElement>(":scope > [data-row]")?.click();
  return true;
}

customElements.define("tandem-tree", TreeElement);
