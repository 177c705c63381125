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
  const stepper = target.closest<HTMLElement>("[data-steps]");
  const number =
    stepper && (document.getElementById(stepper.getAttribute("aria-controls")!) as HTMLInputElement | null);
  if (number && !number.disabled && !number.readOnly) step(number, Number(stepper.dataset["steps"]));
  if (isLocked(target)) event.preventDefault();
}

/** To the next step of a number, as the arrow keys go, which is by 1 where it has no steps. */
function step(control: HTMLInputElement, by: number): void {
  const before = control.value;
  if (control.step !== "any") control.stepUp(by);
  else control.value = within(control, Number(before) + by).toFixed(before.split(".")[1]?.length ?? 0);
  if (control.value === before) return;
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}

function within({ min, max }: HTMLInputElement, value: number): number {
  const [least, most] = [min === "" ? -Infinity : Number(min), max === "" ? Infinity : Number(max)];
  return Math.max(least, Math.min(most, value));
}

/** The focus stays in a number that is stepped, and a phone shows no keyboard for one that is not typed. */
function onMouseDown(event: MouseEvent): void {
  if ((event.target as Element).closest("[data-steps]")) event.preventDefault();
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
document.addEventListener("mousedown", onMouseDown);
if (!CSS.supports("field-sizing", "content")) {
  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.dataset["grow"] !== undefined) grow(target);
  });
}
