import type { CallHandlers } from "./calls.ts";

/** What the session calls for with the clipboard. What the browser refuses, rejects. */
export function clipboardCalls({ document, navigator }: Window): CallHandlers {
  return {
    clip: ([text]) =>
      navigator.clipboard ? navigator.clipboard.writeText(text as string) : copyBy(document, text as string),
    paste: () => {
      if (navigator.clipboard) return navigator.clipboard.readText();
      throw new DOMException("It can be read over HTTPS only.", "NotAllowedError");
    },
  };
}

/** Pages without TLS have no other way. */
function copyBy(document: Document, text: string): void {
  const copy = (event: ClipboardEvent) => {
    event.clipboardData!.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", copy, true);
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", copy, true);
  if (!copied) throw new DOMException("It can be written over HTTPS only, or right after a click.", "NotAllowedError");
}
