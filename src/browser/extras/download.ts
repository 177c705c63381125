import { makeElement } from "../make-element.ts";

/** Has the browser fetch a file and save it, as a click on a link to it does. */
export function download(document: Document, url: string, name: string): void {
  const link = makeElement(document, ["a", ""]);
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
