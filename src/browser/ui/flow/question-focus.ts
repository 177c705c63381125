/** What a person answers with; buttons only where nothing else is asked for. */
const FIELDS = "input:not([type=hidden], [type=file]), select, textarea, [contenteditable]";
const CONTROLS = [FIELDS, "[data-focus-first]", "input[type=file]", "button"];

/** A dialog that takes the focus for itself once it is made modal. */
const UNSHOWN = 'dialog[data-dialog="modal"]:not(:modal)';

/**
 * Gives the focus to a question when it comes in front, and when the page opens with one. Not while the person writes
 * in something else of the page: what they type would go somewhere they did not mean.
 */
export function focusQuestions(document: Document): void {
  let inFront: Element | undefined;
  const update = () => {
    const questions = [...document.querySelectorAll<HTMLElement>(".tandem-question:not([hidden])")];
    const newest = questions.at(-1);
    if (newest === inFront || newest?.closest(UNSHOWN)) return;
    inFront = newest;
    if (newest?.dataset["focus"] === "" && !isWriting(document, newest)) firstControl(newest)?.focus();
  };
  const { MutationObserver } = document.defaultView!;
  new MutationObserver(update).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["hidden", "open"],
  });
  update();
}

function firstControl(question: Element): HTMLElement | undefined {
  for (const selector of CONTROLS) {
    const found = [...question.querySelectorAll<HTMLElement>(selector)].find(
      (control) => !control.matches(":disabled"),
    );
    if (found) return found;
  }
  return undefined;
}

function isWriting({ activeElement }: Document, question: Element): boolean {
  return (
    !!activeElement?.matches(FIELDS) && !question.contains(activeElement) && !activeElement.closest(".tandem-question")
  );
}
