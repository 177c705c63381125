/** What native inputs need of the page besides, for all of them at once. */

/** Empties the control that a button with `data-clears` names, as if the person had. */
function onClick(event: MouseEvent): void {
  const target = event.target as Element;
  const button = target.closest<HTMLElement>("[data-clears]");
  const control = button && (document.getElementById(button.dataset["clears"]!) as HTMLInputElement | null);
  if (control && !control.disabled && !control.readOnly) {
    control.focus();
    control.value = "";
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  }
  if (isLocked(target)) event.preventDefault();
}

/** HTML knows no checkbox, radio button or colour that is only read: the server would put it back, but need not. */
const isLocked = (target: Element): boolean =>
  target.matches(
    'input:is([type="checkbox"], [type="radio"], [type="color"]):is([data-readonly], [aria-readonly="true"])',
  );

/** The arrow keys choose a radio button without a click. */
function onKeyDown(event: KeyboardEvent): void {
  const target = event.target as Element;
  if (event.key.startsWith("Arrow") && target.matches?.('input[type="radio"]') && isLocked(target))
    event.preventDefault();
}

/** Where styles cannot do it (`field-sizing`), a text area that grows is given its height. */
function grow(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

document.addEventListener("click", onClick, true);
document.addEventListener("keydown", onKeyDown, true);
if (!CSS.supports("field-sizing", "content")) {
  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.dataset["grow"] !== undefined) grow(target);
  });
}
