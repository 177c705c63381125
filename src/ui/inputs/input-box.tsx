import { readLive } from "../../view/live.ts";
import type { Child } from "../../view/node.ts";
import type { FrameFacts, FrameState } from "../base/field-parts.tsx";

/** What stands in the box of a control, beside the text. */
export interface BoxProps {
  /** Before the text, such as "€" or an icon. */
  prefix?: Child;
  /** Behind the text, such as "kg". */
  suffix?: Child;
}

interface InputBoxProps {
  state: FrameState;
  props: FrameFacts & BoxProps;
  /** The control. */
  children: Child;
  /** A button behind it. */
  action?: Child;
}

/** A control in one box with what stands before and behind it; the control alone where nothing does. */
export function InputBox({ state, props, children, action }: InputBoxProps): Child {
  const { prefix, suffix, disabled, size } = props;
  if (prefix === undefined && suffix === undefined && action === undefined) return children;
  return (
    <div
      class="tandem-input-group"
      data-size={size}
      data-disabled={disabled === undefined ? undefined : () => (readLive(disabled) ? "" : null)}
    >
      {prefix !== undefined && (
        <span class="tandem-prefix" id={`${state.id}-prefix`}>
          {prefix}
        </span>
      )}
      {children}
      {action}
      {suffix !== undefined && (
        <span class="tandem-suffix" id={`${state.id}-suffix`}>
          {suffix}
        </span>
      )}
    </div>
  );
}

/** The parts of a box that say more of its control, for `controlProps`. */
export const boxNotes = ({ prefix, suffix }: BoxProps): string[] =>
  [prefix === undefined ? [] : "prefix", suffix === undefined ? [] : "suffix"].flat();
