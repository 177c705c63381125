type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Sets the text of a control; where it has the focus, caret and selection stay with the text around them. */
export function setText(control: TextControl, value: string): void {
  const before = control.value;
  // "1.50" and "1.5" are the same number: what is typed stands. A control whose value is none may show half of one.
  if (before && (before === value || (control.type === "number" && +before === +value))) return;
  const { selectionStart: start, selectionEnd: end, selectionDirection: direction } = control;
  const focused = control.ownerDocument.activeElement === control;
  control.value = value;
  // Not every type of input has a caret that can be read; those give null.
  if (!focused || start === null || end === null) return;
  control.setSelectionRange(follow(before, value, start), follow(before, value, end), direction ?? "none");
}

/** Where `offset` in one text lies in the next: after the same beginning, else before the same end, else as far in. */
function follow(before: string, after: string, offset: number): number {
  if (after.startsWith(before.slice(0, offset))) return offset;
  const rest = before.slice(offset);
  return after.endsWith(rest) ? after.length - rest.length : Math.min(offset, after.length);
}
