import { needPart } from "../../session/parts.ts";
import type { Child } from "../../view/node.ts";
import type { LayoutProps } from "./layout-props.ts";

export interface ToolbarProps extends Omit<LayoutProps, "role" | "aria-label"> {
  /** What the tools are for; only read out. */
  label: string;
  /** What stands at its other end. */
  end?: Child;
}

/**
 * Tools in a line: the arrow keys go from one to the next.
 *
 * @example
 * ```tsx
 * import { IconButton, Toolbar } from "tandem/ui";
 *
 * export const Tools = () => (
 *   <Toolbar label="Text" end={<IconButton icon="question-circle" label="Help" />}>
 *     <IconButton icon="type-bold" label="Bold" />
 *     <IconButton icon="type-italic" label="Italic" />
 *   </Toolbar>
 * );
 * ```
 *
 * Something with the class `tandem-rule` between them is a line. From Shiny's `toolbar`.
 */
export function Toolbar({ label, end, class: className, children, ...rest }: ToolbarProps): Child {
  needPart("ui");
  return (
    <div {...rest} role="toolbar" aria-label={label} class={["tandem-toolbar", className]}>
      {children}
      {end === undefined ? null : <div class="tandem-toolbar-end">{end}</div>}
    </div>
  );
}
