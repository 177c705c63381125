import { Link, type LinkProps } from "../../pages/link.ts";
import { needPart } from "../../session/parts.ts";
import { Show } from "../../view/flow/show.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { Icon } from "../icons/icon.tsx";
import { lookProps, type ButtonLook } from "./button-look.ts";

export interface LinkButtonProps extends ButtonLook, Omit<LinkProps, "class" | "children"> {
  children: Child;
  /** Leads nowhere meanwhile. */
  disabled?: Live<boolean>;
}

/**
 * A link that looks like a button: it leads somewhere, and does nothing else.
 *
 * @example
 * ```tsx
 * import { LinkButton } from "tandem/ui";
 *
 * export const Invitation = () => (
 *   <p>
 *     <LinkButton to="/orders/new" tone="brand" icon="plus-lg">New order</LinkButton>{" "}
 *     <LinkButton to="https://example.com" target="_blank">Learn more</LinkButton>
 *   </p>
 * );
 * ```
 *
 * As any link it opens in a new tab, can be copied, and is followed without loading a document where it leads into the
 * app. From Shiny's `input_action_link` and Rio's `Link`.
 */
export function LinkButton({
  tone,
  appearance,
  size,
  icon,
  wide,
  class: className,
  disabled = false,
  children,
  ...link
}: LinkButtonProps): Child {
  needPart("ui");
  const look = lookProps({ tone, appearance, size, wide, class: className });
  const content = () => [
    icon === undefined ? null : <Icon name={icon} />,
    <span class="tandem-button-text">{children}</span>,
  ];
  const led = () => (
    <Link {...link} {...look}>
      {content()}
    </Link>
  );
  if (disabled === false) return led();
  return (
    <Show when={() => !readLive(disabled)} fallback={() => <DisabledLink look={look}>{content()}</DisabledLink>}>
      {led}
    </Show>
  );
}

/** Without an address there is nothing to follow, by whatever means. */
function DisabledLink({ look, children }: { look: ReturnType<typeof lookProps>; children: Child }): Child {
  return (
    <a {...look} role="link" aria-disabled="true">
      {children}
    </a>
  );
}
