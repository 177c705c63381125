import type { Child, JsxNode } from "../../view/node.ts";
import type { Dialog } from "./dialog.ts";
import type { DialogColor, YesNoOptions } from "./dialog-options.ts";
import { element } from "./element.ts";

/** What a yes/no dialog shows. */
export function yesNoContent(dialog: Dialog<boolean>, text: Child, options: YesNoOptions): JsxNode {
  const { title, icon, yesText = "Yes", noText = "No", yesColor = "keep", noColor = "keep" } = options;
  const button = (answer: boolean, label: string, color: DialogColor) => {
    const isDefault = options.default === answer;
    const props = {
      type: "button",
      class: ["tandem-button", `tandem-button-${color === "keep" ? (isDefault ? "accent" : "quiet") : color}`],
      // Without a default the answer that changes nothing is at hand.
      "data-autofocus": isDefault || (options.default === undefined && !answer) ? "" : undefined,
      onClick: () => dialog.close(answer),
    };
    return element("button", props, label);
  };
  return element(
    "div",
    { class: "tandem-yes-no" },
    title !== undefined && heading(title, icon),
    element("div", { class: "tandem-yes-no-text" }, text),
    element("div", { class: "tandem-yes-no-buttons" }, button(false, noText, noColor), button(true, yesText, yesColor)),
  );
}

const heading = (title: string, icon: Child): JsxNode =>
  element(
    "div",
    { class: "tandem-yes-no-title" },
    icon !== undefined && element("span", { class: "tandem-yes-no-icon", "aria-hidden": "true" }, icon),
    element("h2", {}, title),
  );
