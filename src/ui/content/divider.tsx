import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child } from "../../view/node.ts";

export interface DividerProps {
  /** In the middle of the line. */
  children?: Child;
  /** Upright, between what stands side by side. */
  vertical?: boolean;
  class?: ClassValue;
}

/**
 * A line between what does not belong together.
 *
 * @example
 * ```tsx
 * import { Divider } from "tandem/ui";
 *
 * export const Choice = () => <section>By e-mail <Divider>or</Divider> by telephone</section>;
 * ```
 */
export function Divider({ children, vertical = false, class: className }: DividerProps): Child {
  needPart("ui");
  if (children === undefined) {
    return <hr class={["tandem-divider", className]} aria-orientation={vertical ? "vertical" : undefined} />;
  }
  return (
    <div class={["tandem-divider", "tandem-divider-text", className]}>
      <span>{children}</span>
    </div>
  );
}
