import type { Json } from "../../protocol/operations.ts";
import { makeElement } from "../make-element.ts";
import type { ExtrasPage } from "./extras.ts";
import type { Notices } from "./notices.ts";

/** Opens another app of the server. What was clicked is a while ago: where the browser opens no window, a link does. */
export function goApp({ window }: ExtrasPage, notices: Notices, [url, title, newWindow]: Json[]): void {
  if (!newWindow) return window.location.assign(url as string);
  const opened = window.open(url as string);
  if (opened) opened.opener = null;
  else notices.offer(linkTo(window.document, url as string, title as string));
}

function linkTo(document: Document, url: string, title: string): HTMLElement {
  const link = makeElement(document, ["a", ""], `Open ${title}`) as HTMLAnchorElement;
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener";
  return link;
}
