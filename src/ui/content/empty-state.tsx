import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";
import type { IconName } from "../icons/icon-name.ts";
import { Icon } from "../icons/icon.tsx";

export interface EmptyStateProps {
  /** What is not there: “No orders yet”. */
  title: Live<string>;
  icon?: IconName;
  /** What it would be good for, or how it comes. */
  children?: Child;
  /** A button or two that begin it. */
  actions?: Child;
  class?: ClassValue;
}

/**
 * What stands where there is nothing yet, and how to begin.
 *
 * @example
 * ```tsx
 * import { Button, EmptyState } from "tandem/ui";
 *
 * export const NoOrders = () => (
 *   <EmptyState icon="inbox" title="No orders yet" actions={<Button tone="brand">Add one</Button>}>
 *     Orders come here as soon as someone places one.
 *   </EmptyState>
 * );
 * ```
 */
export function EmptyState({ title, icon = "inbox", children, actions, class: className }: EmptyStateProps): Child {
  needPart("ui");
  return (
    <div class={["tandem-empty", className]}>
      <span class="tandem-empty-icon">
        <Icon name={icon} />
      </span>
      <p class="tandem-empty-title">{title}</p>
      {children === undefined ? null : <div class="tandem-empty-text">{children}</div>}
      {actions === undefined ? null : <div class="tandem-empty-actions">{actions}</div>}
    </div>
  );
}
