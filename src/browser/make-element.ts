/** Makes an element without HTML text, so that nothing in it can be markup. */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  [tag, className]: [tag: Tag, className: string],
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

export function makeButton(document: Document, label: string, onClick: () => void): HTMLButtonElement {
  const button = makeElement(document, ["button", ""], label);
  button.type = "button";
  button.addEventListener("click", onClick);
  return button;
}
