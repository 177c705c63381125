import { signal, type Signal } from "../../reactive/signal.ts";
import { needPart } from "../../session/parts.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";
import { freshId } from "../base/fresh-id.ts";
import { listOf } from "../base/list-of.ts";
import type { IconName } from "../icons/icon-name.ts";
import { Icon } from "../icons/icon.tsx";
import { Kept } from "./kept.tsx";

export interface AccordionSection {
  readonly title: Live<string>;
  /** What is in it; a function is called when it is first opened. */
  readonly content: Child | (() => Child);
  readonly icon?: Live<IconName>;
  /** Whether it is open, both ways. */
  readonly open?: Signal<boolean> | boolean;
}

export interface AccordionProps {
  sections: readonly AccordionSection[];
  /** Whether opening one closes the others. */
  single?: boolean;
  class?: ClassValue;
}

/**
 * Sections to open and close.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Accordion } from "tandem/ui";
 *
 * export default function Help() {
 *   const open = signal(true);
 *   return (
 *     <Accordion
 *       sections={[
 *         { title: "Delivery", content: "It takes three days.", open },
 *         { title: "Returns", content: () => <p>Within a month.</p> },
 *       ]}
 *     />
 *   );
 * }
 * ```
 *
 * They are the platform's `details`: they open without the server, and when the page is searched. From Shiny's
 * `accordion`, PyWebIO's `put_collapse` and Rio's `Revealer`.
 */
export function Accordion({ sections, single = false, class: className }: AccordionProps): Child {
  needPart("ui");
  const name = single ? freshId("accordion") : undefined;
  return (
    <div class={["tandem-accordion", className]}>
      {listOf(sections, "sections={…} of an Accordion").map((section) => (
        <Section section={section} name={name} />
      ))}
    </div>
  );
}

function Section({ section, name }: { section: AccordionSection; name: string | undefined }): Child {
  const { title, content, icon, open = false } = section;
  const isOpen = typeof open === "boolean" ? signal(open) : open;
  return (
    <details class="tandem-section" name={name} bind={isOpen}>
      <summary>
        {icon === undefined ? null : <Icon name={icon} />}
        <span class="tandem-section-title">{title}</span>
      </summary>
      <div class="tandem-section-body">
        {typeof content === "function" ? <Kept when={() => isOpen.value}>{content}</Kept> : content}
      </div>
    </details>
  );
}
