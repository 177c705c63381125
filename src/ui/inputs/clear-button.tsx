import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import type { FrameFacts, FrameState } from "../base/field-parts.tsx";

/**
 * Empties a control. The page does it, at once, as if the person had: what is typed next is not overtaken. It is not
 * shown while the control is empty, which styles tell by its placeholder.
 */
export function ClearButton({ state, props: { label, disabled } }: { state: FrameState; props: FrameFacts }): Child {
  return (
    <button
      type="button"
      class="tandem-input-action tandem-clear"
      data-clears={state.id}
      disabled={disabled}
      aria-label={() => `Clear ${readLive(label)}`}
    />
  );
}

/** An empty control must show a placeholder for its clear button to know. */
export const placeholderOf = (placeholder: Live<string> | undefined, isClearable = true): Live<string> | undefined =>
  isClearable ? () => readLive(placeholder) || " " : placeholder;
