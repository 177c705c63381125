/** How long a button says that it has copied. */
const SAID_FOR = 1_600;

/** Buttons with `data-copy-text`, or `data-copy-from` with the id of an element, copy it when they are pressed. */
document.addEventListener("click", (event) => {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy-text], [data-copy-from]") : null;
  if (button !== null) void copy(button);
});

async function copy(button: HTMLElement): Promise<void> {
  const { copyText, copyFrom } = button.dataset;
  const text = copyText ?? textOf(document.getElementById(copyFrom ?? ""));
  const isCopied = await write(text);
  button.dataset["copied"] = isCopied ? "yes" : "no";
  announce(isCopied ? "Copied." : "The browser did not allow that.");
  setTimeout(() => delete button.dataset["copied"], SAID_FOR);
}

/** Of a field, what is written in it. */
function textOf(element: HTMLElement | null): string {
  const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  return isField ? element.value : (element?.textContent ?? "");
}

/** Without HTTPS browsers have no clipboard of the new kind. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeBySelection(text);
  }
}

function writeBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "tandem-unseen";
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return isCopied;
}

let speaker: HTMLElement | undefined;

/** Says something to those who do not see it. */
export function announce(text: string): void {
  if (speaker === undefined) {
    speaker = document.createElement("div");
    speaker.className = "tandem-unseen";
    speaker.setAttribute("role", "status");
    document.body.append(speaker);
  }
  const said = speaker;
  said.textContent = "";
  setTimeout(() => (said.textContent = text), 50);
}
