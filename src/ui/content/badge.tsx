import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import type { Tone } from "../buttons/button-look.ts";

export interface BadgeProps {
  children: Child;
  /** `"neutral"` unless told. A colour alone says nothing to many: the text must say it too. */
  tone?: Live<Tone>;
  /** A dot before the text, as for a state. */
  dot?: boolean;
  class?: ClassValue;
}

/**
 * A word or a number that stands out a little, such as a state or a count.
 *
 * @example
 * ```tsx
 * import { Badge } from "tandem/ui";
 *
 * export const State = () => <Badge tone="success" dot>Running</Badge>;
 * ```
 *
 * From Shiny's value boxes and Rio's `Badge`.
 */
export function Badge({ children, tone = "neutral", dot = false, class: className }: BadgeProps): Child {
  needPart("ui");
  return (
    <span class={() => ["tandem-badge", `tandem-tone-${readLive(tone)}`, className]}>
      {dot ? <span class="tandem-badge-dot" aria-hidden="true" /> : null}
      {children}
    </span>
  );
}
