import { needPart } from "../../session/parts.ts";
import type { Child, Live } from "../../view/node.ts";
import type { IconName } from "../icons/icon-name.ts";
import { IconButton } from "../buttons/icon-button.tsx";
import { Icon } from "../icons/icon.tsx";
import type { LayoutProps } from "./layout-props.ts";

export interface CardProps extends Omit<LayoutProps, "title"> {
  title?: Child;
  /** A line below the title. */
  subtitle?: Child;
  icon?: Live<IconName>;
  /** At the end of the title's line: buttons, a menu. */
  actions?: Child;
  /** Below a line, at the end. */
  footer?: Child;
  /** Of the title as a heading, 1 to 6; 3 unless told. */
  level?: 1 | 2 | 3 | 4 | 5 | 6;
  /** With a button that has it fill the window, and back: for a chart, a table, a long text. */
  expandable?: boolean;
}

/**
 * What belongs together, on a surface of its own.
 *
 * @example
 * ```tsx
 * import { Button, Card } from "tandem/ui";
 *
 * export const Order = () => (
 *   <Card title="Order 12" subtitle="Waiting for payment" footer={<Button size="small">Remind</Button>}>
 *     Three bells and a basket.
 *   </Card>
 * );
 * ```
 *
 * It takes all that a `div` does. From Shiny's `card` and Rio's `Card`.
 */
export function Card({
  title,
  subtitle,
  icon,
  actions,
  footer,
  level = 3,
  expandable = false,
  class: className,
  children,
  ...rest
}: CardProps): Child {
  needPart("ui");
  const Heading = `h${level}` as "h3";
  const card = (
    <div {...rest} class={["tandem-card", className]}>
      {title === undefined && actions === undefined && !expandable ? null : (
        <div class="tandem-card-head">
          {icon === undefined ? null : <Icon name={icon} />}
          <div class="tandem-card-titles">
            {title === undefined ? null : <Heading class="tandem-card-title">{title}</Heading>}
            {subtitle === undefined ? null : <p class="tandem-card-subtitle">{subtitle}</p>}
          </div>
          {actions === undefined && !expandable ? null : (
            <div class="tandem-card-actions">
              {actions}
              {expandable ? <ExpandButton /> : null}
            </div>
          )}
        </div>
      )}
      <div class="tandem-card-body">{children}</div>
      {footer === undefined ? null : <div class="tandem-card-foot">{footer}</div>}
    </div>
  );
  // The place keeps its room while the card is above the page.
  return expandable ? <div class="tandem-card-place">{card}</div> : card;
}

/** The page does it, and nobody else knows. */
function ExpandButton(): Child {
  return <IconButton class="tandem-card-expand" icon="arrows-angle-expand" label="Fill the window" pressed={false} />;
}
