/**
 * What had the focus when it was disabled, as all controls of a form are while that is submitted, has it again once it
 * is enabled, unless it went elsewhere meanwhile. Browsers let it fall to the page.
 */
let last: HTMLElement | null = null;
let isLost = false;

const isDisabled = (element: Element): boolean => element.matches(":disabled");

document.addEventListener("focusin", ({ target }) => {
  last = target as HTMLElement;
  isLost = false;
});

document.addEventListener("focusout", ({ target }) => {
  if (target === last && !isDisabled(last as HTMLElement)) last = null;
});

function follow(): void {
  if (last === null) return;
  if (isDisabled(last)) {
    isLost = true;
  } else if (isLost && last.isConnected) {
    isLost = false;
    last.focus({ preventScroll: true });
  }
}

new MutationObserver(follow).observe(document, { attributes: true, attributeFilter: ["disabled"], subtree: true });
