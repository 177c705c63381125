import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";

export interface CopyButtonProps {
  /** What the button says. */
  label?: string;
  /** The text to copy; or `from`. */
  text?: Live<string>;
  /** The id of an element whose text to copy. */
  from?: string;
  class?: ClassValue;
}

/**
 * A button that copies a text. The browser does it by itself, within the click, so that it works where it asks for one.
 *
 * @example
 * ```tsx
 * import { CopyButton } from "tandem/ui";
 *
 * export const Invitation = ({ link }: { link: string }) => <CopyButton text={link} label="Copy the link" />;
 * ```
 *
 * It says “Copied” for a moment, also to those who do not see it. From a server's handler, `session.setClipboard` copies.
 */
export function CopyButton({ label = "Copy", text, from, class: className }: CopyButtonProps): Child {
  needPart("ui");
  return (
    <button
      type="button"
      class={["tandem-button", "tandem-copy", className]}
      data-appearance="plain"
      data-size="small"
      data-copy-text={text}
      data-copy-from={from}
    >
      <span class="tandem-copy-mark" aria-hidden="true" />
      <span class="tandem-copy-label">{label}</span>
    </button>
  );
}
