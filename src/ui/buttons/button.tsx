import { needPart } from "../../session/parts.ts";
import type { ButtonProps as NativeButtonProps } from "../../view/jsx/form-props.ts";
import type { Child, Live } from "../../view/node.ts";
import { Icon } from "../icons/icon.tsx";
import { lookProps, pressedText, type ButtonLook } from "./button-look.ts";
import { OffButton, type OffProps } from "./off-button.tsx";

export interface ButtonProps extends ButtonLook, OffProps, Omit<NativeButtonProps, "class" | "children"> {
  /** What it does, in a word or two. */
  children: Child;
  /** For a button that stays pressed: whether it is now. */
  pressed?: Live<boolean>;
}

/**
 * A button.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Button } from "tandem/ui";
 *
 * export default function Order() {
 *   const amount = signal(1);
 *   return (
 *     <p>
 *       {amount} bells <Button onClick={() => amount.value++}>One more</Button>{" "}
 *       <Button tone="danger" icon="trash" disabled={() => amount.value === 0} onClick={() => amount.set(0)}>
 *         None
 *       </Button>
 *     </p>
 *   );
 * }
 * ```
 *
 * It is a native `button` and takes all that one does. It submits a form only with `type="submit"`. From Shiny's
 * `input_action_button`, PyWebIO's `put_button` and Rio's `Button`.
 */
export function Button({
  tone,
  appearance,
  size,
  icon,
  wide,
  class: className,
  pressed,
  disabledReason,
  children,
  ...rest
}: ButtonProps): Child {
  needPart("ui");
  const off = disabledReason === undefined ? undefined : new OffButton(disabledReason);
  const button = (
    <button
      type="button"
      {...rest}
      {...off?.props(rest)}
      {...lookProps({ tone, appearance, size, wide, class: className })}
      aria-pressed={pressedText(pressed)}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span class="tandem-button-text">{children}</span>
    </button>
  );
  return off?.around(button) ?? button;
}
