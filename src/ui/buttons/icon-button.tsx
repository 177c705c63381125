import { needPart } from "../../session/parts.ts";
import type { ButtonProps as NativeButtonProps } from "../../view/jsx/form-props.ts";
import type { Child, Live } from "../../view/node.ts";
import type { IconName } from "../icons/icon-name.ts";
import { Icon } from "../icons/icon.tsx";
import { lookProps, pressedText, type ButtonLook } from "./button-look.ts";
import { OffButton, type OffProps } from "./off-button.tsx";

export interface IconButtonProps
  extends
    Omit<ButtonLook, "icon" | "wide">,
    OffProps,
    Omit<NativeButtonProps, "class" | "children" | "aria-label" | "title"> {
  icon: Live<IconName>;
  /** What it does: read out, and shown where a pointer rests on it. */
  label: Live<string>;
  /** For a button that stays pressed: whether it is now. */
  pressed?: Live<boolean>;
}

/**
 * A button that is a picture.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { IconButton } from "tandem/ui";
 *
 * export default function Favourite() {
 *   const kept = signal(false);
 *   return (
 *     <IconButton
 *       icon={() => (kept.value ? "star-fill" : "star")}
 *       label="Favourite"
 *       pressed={kept}
 *       onClick={() => kept.update((before) => !before)}
 *     />
 *   );
 * }
 * ```
 *
 * `"plain"` unless told. From Rio's `IconButton`.
 */
export function IconButton({
  icon,
  label,
  tone,
  appearance = "plain",
  size,
  class: className,
  pressed,
  disabledReason,
  ...rest
}: IconButtonProps): Child {
  needPart("ui");
  const off = disabledReason === undefined ? undefined : new OffButton(disabledReason);
  const button = (
    <button
      type="button"
      {...rest}
      {...off?.props(rest)}
      {...lookProps({ tone, appearance, size, class: ["tandem-icon-button", className] })}
      aria-label={label}
      title={label}
      aria-pressed={pressedText(pressed)}
    >
      <Icon name={icon} />
    </button>
  );
  return off?.around(button) ?? button;
}
