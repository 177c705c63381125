export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  return made;
}

export function button(className: string, label: string): HTMLButtonElement {
  const made = element("button", className);
  made.type = "button";
  made.setAttribute("aria-label", label);
  return made;
}
