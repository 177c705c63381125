import { makeButton, makeElement } from "../make-element.ts";
import type { UploadSpec } from "./file-sender.ts";

/** Opens the browser's picker. Resolves with no files when the person chooses none, or `cancelled` aborts. */
export function chooseFiles(window: Window, spec: UploadSpec, cancelled: AbortSignal): Promise<File[]> {
  const { document } = window;
  return new Promise((resolve) => {
    const input = makeElement(document, ["input", ""]);
    let prompt: HTMLDialogElement | undefined = undefined;
    const settle = (files: File[]) => {
      input.remove();
      prompt?.close();
      prompt?.remove();
      resolve(files);
    };
    input.type = "file";
    input.accept = spec.accept;
    input.multiple = spec.maxCount > 1;
    input.hidden = true;
    input.ariaLabel = labelOf(spec);
    input.addEventListener("change", () => settle([...input.files!]));
    input.addEventListener("cancel", () => settle([]));
    cancelled.addEventListener("abort", () => settle([]));
    document.body.append(input);
    if (opens(window, input)) return;
    prompt = promptFor(document, spec, { choose: () => input.click(), cancel: () => settle([]) });
  });
}

/** Browsers open their picker only shortly after a click; a slow line may take longer than that. */
function opens(window: Window, input: HTMLInputElement): boolean {
  const { userActivation } = window.navigator as Navigator & { userActivation?: UserActivation };
  if (userActivation && !userActivation.isActive) return false;
  try {
    if (input.showPicker) input.showPicker();
    else input.click();
    return true;
  } catch {
    return false;
  }
}

function promptFor(
  document: Document,
  spec: UploadSpec,
  { choose, cancel }: { choose: () => void; cancel: () => void },
): HTMLDialogElement {
  const question = makeElement(document, ["p", ""], "Your browser asks for one more click to open a file.");
  const buttons = [makeButton(document, labelOf(spec), choose), makeButton(document, "Cancel", cancel)];
  const dialog = makeElement(document, ["dialog", "tandem-box"], question, ...buttons);
  dialog.ariaLabel = labelOf(spec);
  dialog.addEventListener("cancel", (event) => {
    // The input's own says that nothing was chosen; this one is the Escape key.
    if (event.target === dialog) cancel();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

const labelOf = ({ maxCount }: UploadSpec) => (maxCount > 1 ? "Choose files" : "Choose file");
