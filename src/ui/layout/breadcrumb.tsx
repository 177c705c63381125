import { Link } from "../../pages/link.ts";
import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { For } from "../../view/flow/for.ts";
import { listOf } from "../base/list-of.ts";

/** A place on the way; the last is where one is. */
export interface Crumb {
  readonly label: string;
  /** Its address; one without is only named. */
  readonly to?: string;
}

export interface BreadcrumbProps {
  /** From the outermost place to where one is. */
  items: Live<readonly Crumb[]>;
  /** What it is read out as; `"Breadcrumb"` unless told. */
  label?: string;
  class?: ClassValue;
}

/**
 * The way from the start page to where one is.
 *
 * @example
 * ```tsx
 * import { Breadcrumb } from "tandem/ui";
 *
 * export const Way = () => (
 *   <Breadcrumb items={[{ label: "Home", to: "/" }, { label: "Orders", to: "/orders" }, { label: "Order 12" }]} />
 * );
 * ```
 */
export function Breadcrumb({ items, label = "Breadcrumb", class: className }: BreadcrumbProps): Child {
  needPart("ui");
  const all = () => listOf(readLive(items), "items={…} of a Breadcrumb");
  const isLast = (crumb: Crumb) => all().at(-1) === crumb;
  return (
    <nav aria-label={label} class={["tandem-breadcrumb", className]}>
      <ol>
        <For each={all}>
          {(crumb) => (
            <li>
              {() =>
                isLast(crumb) || crumb.to === undefined ? (
                  <span aria-current={isLast(crumb) ? "page" : undefined}>{crumb.label}</span>
                ) : (
                  <Link to={crumb.to}>{crumb.label}</Link>
                )
              }
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}
