import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Ref } from "../../view/jsx/ref-type.ts";
import type { Child } from "../../view/node.ts";

export interface FollowEndProps {
  /** What comes here. */
  label: string;
  children: Child;
  /** Whether screen readers hear what comes; `true` unless told. */
  spoken?: boolean;
  ref?: Ref;
  class?: ClassValue;
}

/**
 * A place that scrolls and keeps its end in sight while it grows, until the person scrolls away; a button leads back.
 *
 * @example
 * ```tsx
 * import { For, signal } from "tandem";
 * import { FollowEnd } from "tandem/ui";
 *
 * export function Messages() {
 *   const texts = signal(["Hello", "How are you?"]);
 *   return <FollowEnd label="Messages"><For each={texts}>{(text) => <p>{text}</p>}</For></FollowEnd>;
 * }
 * ```
 *
 * Give it a height, or a place that leaves it one. The page does it by itself, each for its own person.
 */
export function FollowEnd({ label, children, spoken = true, ref, class: className }: FollowEndProps): Child {
  needPart("ui");
  return (
    <tandem-follow
      ref={ref}
      class={["tandem-follow", className]}
      role="log"
      aria-live={spoken ? "polite" : "off"}
      aria-label={label}
      tabindex={0}
    >
      {children}
      <button type="button" class="tandem-button tandem-to-end" data-to-end="">
        Jump to the end
      </button>
    </tandem-follow>
  );
}
