/** In HTML, a line break right after these start tags is none of the content. happy-dom 21 keeps it; browsers do not. */
export function dropFirstNewlines(root: Element): void {
  for (const { firstChild } of root.querySelectorAll("textarea, pre")) {
    if (firstChild?.nodeType === 3) (firstChild as Text).data = (firstChild as Text).data.replace(/^\n/, "");
  }
}
