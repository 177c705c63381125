import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";

export interface SpinnerProps {
  /** What is waited for; read out, and shown with `showLabel`. “Loading” unless told. */
  label?: Live<string>;
  showLabel?: boolean;
  size?: "small" | "medium" | "large";
  class?: ClassValue;
}

/**
 * Says that something is on its way, where nobody knows how far.
 *
 * @example
 * ```tsx
 * import { Await } from "tandem";
 * import { Spinner } from "tandem/ui";
 *
 * const load = async () => "Here it is.";
 * export const Report = () => (
 *   <Await value={load} fallback={<Spinner label="Loading the report" showLabel />}>
 *     {(report) => <p>{report}</p>}
 *   </Await>
 * );
 * ```
 *
 * From PyWebIO's `put_loading`. It turns slowly for people who want less motion.
 */
export function Spinner({
  label = "Loading",
  showLabel = false,
  size = "medium",
  class: className,
}: SpinnerProps): Child {
  needPart("ui");
  return (
    <span class={["tandem-spinner", className]} role="status" data-size={size}>
      <span class="tandem-spinner-ring" aria-hidden="true" />
      <span class={showLabel ? "tandem-spinner-label" : "tandem-unseen"}>{label}</span>
    </span>
  );
}
