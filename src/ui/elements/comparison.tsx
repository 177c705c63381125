import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";

export interface ComparisonProps {
  /** Two pictures of the same size, with what they show. */
  before: { readonly src: Live<string>; readonly alt: Live<string> };
  after: { readonly src: Live<string>; readonly alt: Live<string> };
  class?: ClassValue;
}

/**
 * Two pictures above each other, with a divider to move between them.
 *
 * @example
 * ```tsx
 * import { Comparison } from "tandem/ui";
 *
 * export const Restored = () => (
 *   <Comparison
 *     before={{ src: "/assets/before.jpg", alt: "The wall, grey" }}
 *     after={{ src: "/assets/after.jpg", alt: "The wall, painted" }}
 *   />
 * );
 * ```
 *
 * Web Awesome's `wa-comparison`: by pointer and arrow keys, without the server.
 */
export function Comparison({ before, after, class: className }: ComparisonProps): Child {
  needPart("ui");
  needPart("elements");
  return (
    <wa-comparison class={["tandem-comparison", className]}>
      <img slot="before" src={before.src} alt={before.alt} />
      <img slot="after" src={after.src} alt={after.alt} />
    </wa-comparison>
  );
}
