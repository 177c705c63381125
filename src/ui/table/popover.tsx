import { freshId } from "../base/fresh-id.ts";
import type { Child } from "../../view/node.ts";

interface PopoverProps {
  /** Read out before what the button shows. */
  label: string;
  /** What the button shows; live. */
  text: () => string;
  class?: string;
  children: Child;
}

/** A button that opens what stands in it, by means of the platform alone. */
export function Popover({ label, text, class: className, children }: PopoverProps): Child {
  const id = freshId("popover");
  return (
    <span class="tandem-table-popover">
      <button type="button" class={className} popovertarget={id} aria-label={() => `${label}: ${text()}`}>
        {text}
      </button>
      <div popover id={id} class="tandem-table-panel" role="group" aria-label={label}>
        {children}
      </div>
    </span>
  );
}
