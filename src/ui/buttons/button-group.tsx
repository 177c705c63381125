import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child } from "../../view/node.ts";

export interface ButtonGroupProps {
  /** What the buttons are about; only read out. */
  label: string;
  children: Child;
  class?: ClassValue;
}

/**
 * Buttons that belong together, in one piece.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Button, ButtonGroup } from "tandem/ui";
 *
 * export default function Period() {
 *   const shown = signal("week");
 *   return (
 *     <ButtonGroup label="Period">
 *       {["day", "week", "month"].map((period) => (
 *         <Button pressed={() => shown.value === period} onClick={() => shown.set(period)}>
 *           {period}
 *         </Button>
 *       ))}
 *     </ButtonGroup>
 *   );
 * }
 * ```
 *
 * From PyWebIO's `put_buttons`.
 */
export function ButtonGroup({ label, children, class: className }: ButtonGroupProps): Child {
  needPart("ui");
  return (
    <div role="group" aria-label={label} class={["tandem-button-group", className]}>
      {children}
    </div>
  );
}
