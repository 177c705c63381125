/** What this screen is called, among those of its session. */
const screen = Math.random().toString(36).slice(2, 10);
let count = 0;
/** What was told last of an element, until the session has heard it. */
const marks = new WeakMap<HTMLElement, string>();

/** Tells the session what a person made of an element, which the page shows already. */
export function tell(element: HTMLElement, type: string, value: unknown): void {
  const mark = `${screen}-${++count}`;
  marks.set(element, mark);
  element.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: [value, mark] }));
}

/** Whether what the session says of an element is of before: it has yet to hear what a person made of it last. */
export function isUnheard(element: HTMLElement): boolean {
  const mark = marks.get(element);
  if (mark === undefined) return false;
  const isHeard = element.dataset.heard?.split(" ").includes(mark) === true;
  if (isHeard) marks.delete(element);
  return !isHeard;
}
