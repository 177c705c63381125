import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child } from "../../view/node.ts";

export interface KeyValuesProps {
  /** Each with what it is; those whose value is `undefined` or `null` are left out. */
  items: Readonly<Record<string, Child>> | readonly (readonly [label: Child, value: Child])[];
  /** Below each other instead of side by side. */
  stacked?: boolean;
  class?: ClassValue;
}

/**
 * Facts by name.
 *
 * @example
 * ```tsx
 * import { KeyValues } from "tandem/ui";
 *
 * export const Machine = () => <KeyValues items={{ System: process.platform, Node: process.version }} />;
 * ```
 *
 * It is a definition list, so that screen readers tell what belongs together.
 */
export function KeyValues({ items, stacked = false, class: className }: KeyValuesProps): Child {
  needPart("ui");
  const pairs = Array.isArray(items) ? (items as readonly (readonly [Child, Child])[]) : Object.entries(items);
  return (
    <dl class={["tandem-key-values", stacked && "tandem-key-values-stacked", className]}>
      {pairs
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
