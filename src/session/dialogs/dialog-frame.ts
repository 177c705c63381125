import type { Child, JsxNode } from "../../view/node.ts";
import type { ReadonlySignal } from "../../reactive/signal.ts";
import { unescapeHtml } from "../../view/markup.ts";
import { element } from "./element.ts";

/** What is around a dialog's content. */
export interface DialogFrame {
  readonly modal: boolean;
  /** What it is called; `undefined` while its content is not known. */
  readonly label: ReadonlySignal<string | undefined>;
  /** Called when a client says that its person closed it; `null`: they cannot. */
  readonly onUserClose: (() => void) | null;
  /** What stands above it and can be used with it. */
  readonly above: Child;
  /** For a dialog that is to be answered before anything else. */
  readonly role?: "alertdialog";
}

/**
 * The platform's `<dialog>`. It is painted open, and `browser/extras/dialogs.ts` makes it what `data-dialog` says: the
 * markup is the state, so a page that joins, comes back or is brought in step shows it as all others do.
 */
export function dialogFrame(content: Child, { modal, label, onUserClose, role, above }: DialogFrame): JsxNode {
  const props = {
    class: "tandem-dialog",
    role,
    open: true,
    "data-dialog": modal ? "modal" : "open",
    closedby: onUserClose === null ? "none" : modal ? "any" : "closerequest",
    "aria-label": () => label.value,
    onClose: onUserClose,
  };
  // Its content covers it, so that a click on the dialog itself is one outside.
  const inside = element("div", { class: "tandem-dialog-content" }, content);
  return element("dialog", props, above === null ? inside : [inside, above]);
}

const HEADING = /<h([1-6])\b[^>]*>(.*?)<\/h\1>/s;
const TAGS = /<[^>]*>/g;
/** The text of the first heading in HTML that the view wrote. */
export function firstHeading(html: string): string | undefined {
  const text = unescapeHtml(HEADING.exec(html)?.[2]?.replace(TAGS, "") ?? "");
  return text.trim() || undefined;
}
