import { needPart } from "../../session/parts.ts";
import type { Child, Live } from "../../view/node.ts";
import { Button } from "../buttons/button.tsx";
import type { ButtonLook } from "../buttons/button-look.ts";
import { openSignal, type Openness } from "../base/openness.ts";
import { Kept } from "../layout/kept.tsx";
import { PopupState, type Placement } from "./popup-state.ts";

export interface PopoverProps extends ButtonLook {
  /** What the button that opens it says. */
  button: Child;
  /** What it is called: its heading. */
  title: Live<string>;
  /** What is in it; a function is called when it is first opened. */
  children: Child | (() => Child);
  /** Whether it is open: a signal, both ways; something live to be followed; or `true` from the start. */
  open?: Openness;
  /** `"bottom-start"` unless told. */
  placement?: Placement;
  disabled?: Live<boolean>;
}

/**
 * A button, and what it opens beside itself: a few fields, or more to read.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Popover, TextInput } from "tandem/ui";
 *
 * export default function Filter() {
 *   const city = signal("");
 *   return (
 *     <Popover button="Filter" title="Filter orders" icon="funnel">
 *       <TextInput label="City" bind={city} />
 *     </Popover>
 *   );
 * }
 * ```
 *
 * It opens without the server; Escape, a press outside and the button close it. From Shiny's `popover` and Rio's
 * `Popup`.
 */
export function Popover({
  button,
  title,
  children,
  open,
  placement = "bottom-start",
  disabled,
  ...look
}: PopoverProps): Child {
  needPart("ui");
  const state = new PopupState("popover", open === undefined ? undefined : openSignal(open, "a Popover"));
  return [
    <Button {...look} {...state.buttonProps("dialog")} disabled={disabled}>
      {button}
    </Button>,
    <div {...state.popupProps(placement)} class="tandem-floating" role="dialog" aria-label={title}>
      <h3 class="tandem-floating-title">{title}</h3>
      {typeof children === "function" ? <Kept when={() => state.isOpen.value}>{children}</Kept> : children}
    </div>,
  ];
}
