import { autoUpdate, computePosition, flip, offset, shift, size, type Placement } from "@floating-ui/dom";
import { isUnheard, tell } from "./told.ts";

/**
 * What opens above the page beside something: popovers, menus and tooltips, each a native `popover`. The browser shows
 * and dismisses them; here they get their place. `data-open` is what the session says: that one is to be open or not.
 */
export function startPopups(document: Document): void {
  const options = { capture: true };
  document.addEventListener("beforetoggle", (event) => beforeToggle(event as ToggleEvent), options);
  document.addEventListener("toggle", (event) => toggled(event as ToggleEvent), options);
  document.addEventListener("click", closeMenuOf);
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      if (target instanceof HTMLElement) follow(target);
      for (const node of addedNodes) if (node instanceof HTMLElement) followAll(node);
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-open", "data-heard"] });
  followAll(document.body);
  // What was opened before this script was there.
  for (const popup of document.querySelectorAll(".tandem-floating:popover-open")) agree(popup as HTMLElement);
}

const isPopup = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.classList.contains("tandem-floating");

function followAll(root: HTMLElement): void {
  follow(root);
  for (const popup of root.querySelectorAll<HTMLElement>(".tandem-floating[data-open]")) follow(popup);
}

function follow(popup: HTMLElement): void {
  // An answer to what was before would undo what the person has done since.
  if (!isPopup(popup) || isUnheard(popup)) return;
  const isToBeOpen = popup.hasAttribute("data-open");
  if (isToBeOpen === popup.matches(":popover-open")) return;
  if (isToBeOpen) popup.showPopover();
  else popup.hidePopover();
}

const anchorOf = (popup: HTMLElement): HTMLElement | null => document.getElementById(popup.dataset.anchor ?? "");

/** Stops keeping each in its place. */
const placing = new WeakMap<HTMLElement, () => void>();

function beforeToggle({ target, newState }: ToggleEvent): void {
  if (!isPopup(target)) return;
  placing.get(target)?.();
  placing.delete(target);
  if (newState !== "open") return;
  delete target.dataset.placed;
  const anchor = anchorOf(target);
  // By the next frame it is shown, and has a size; nothing of it has been painted yet.
  if (anchor) requestAnimationFrame(() => keepInPlace(target, anchor));
}

function keepInPlace(popup: HTMLElement, anchor: HTMLElement): void {
  if (!popup.matches(":popover-open")) return;
  placing.get(popup)?.();
  placing.set(
    popup,
    autoUpdate(anchor, popup, () => void place(popup, anchor)),
  );
}

async function place(popup: HTMLElement, anchor: HTMLElement): Promise<void> {
  const margin = 8;
  const { x, y, placement } = await computePosition(anchor, popup, {
    strategy: "fixed",
    placement: (popup.dataset.placement ?? "bottom-start") as Placement,
    middleware: [
      offset(Number(popup.dataset.distance ?? 6)),
      flip({ padding: margin }),
      shift({ padding: margin }),
      size({
        padding: margin,
        apply: ({ availableHeight }) => popup.style.setProperty("--room", `${Math.max(96, availableHeight)}px`),
      }),
    ],
  });
  popup.style.left = `${Math.round(x)}px`;
  popup.style.top = `${Math.round(y)}px`;
  const isFirst = popup.dataset.placed === undefined;
  popup.dataset.placed = placement;
  if (isFirst) enter(popup);
}

/** A menu begins at its first item; what is marked has the focus in any other. */
function enter(popup: HTMLElement): void {
  const first = popup.role === "menu" ? '[role^="menuitem"]:not(:disabled)' : "[data-autofocus]";
  popup.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
}

function toggled({ target }: ToggleEvent): void {
  if (isPopup(target)) agree(target);
}

/** Has its button and the session say what it is by now; of tooltips neither knows. */
function agree(popup: HTMLElement): void {
  if (popup.role === "tooltip") return;
  const isOpen = popup.matches(":popover-open");
  const anchor = anchorOf(popup);
  if (anchor) anchor.ariaExpanded = String(isOpen);
  if (isUnheard(popup) || isOpen !== popup.hasAttribute("data-open")) tell(popup, "tandem-popup", isOpen);
}

/** A menu has done its work when something in it was chosen; the focus goes back to what opened it. */
function closeMenuOf({ target }: Event): void {
  const item = (target as Element).closest?.('[role^="menuitem"]');
  const menu = item?.closest<HTMLElement>('[role="menu"]');
  if (!menu || !item || item.matches("[role=menuitemcheckbox], [role=menuitemradio]")) return;
  menu.hidePopover();
  anchorOf(menu)?.focus({ preventScroll: true });
}
