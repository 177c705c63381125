import { needPart } from "../../session/parts.ts";
import { holdsLive, readLive } from "../../view/live.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";
import type { IconName } from "./icon-name.ts";
import { iconPaths } from "./icon-paths.ts";

export interface IconProps {
  /** One of Bootstrap Icons, such as `"trash"`. */
  name: Live<IconName>;
  /** What it says, where no text beside it does; without one it is decoration, and not read out. */
  label?: Live<string>;
  /** As high as the text unless told. */
  size?: "large";
  /** Turned around where text runs from right to left, as an arrow that points onwards is. */
  mirrored?: boolean;
  class?: ClassValue;
}

/**
 * A picture as high as the text, in its colour: one of the 2,078 of Bootstrap Icons.
 *
 * @example
 * ```tsx
 * import { Icon } from "tandem/ui";
 *
 * export const Saved = () => (
 *   <p>
 *     <Icon name="check-circle-fill" /> Saved <Icon name="lock" label="Only you can see this" />
 *   </p>
 * );
 * ```
 *
 * It comes with the page, and costs no request. From Shiny's `icon`, Rio's `Icon` and PyWebIO's icons of buttons.
 */
export function Icon({ name, label, size, mirrored, class: className }: IconProps): Child {
  needPart("ui");
  return (
    <svg
      class={["tandem-icon", className]}
      viewBox="0 0 16 16"
      role={label === undefined ? undefined : "img"}
      aria-label={label}
      aria-hidden={label === undefined ? "true" : undefined}
      data-size={size}
      data-mirrored={mirrored || undefined}
    >
      {holdsLive(name) ? () => pathsOf(readLive(name)) : pathsOf(readLive(name))}
    </svg>
  );
}

const pathsOf = (name: IconName): Child => iconPaths(name).map((path) => <path {...path} />);
