import { needPart } from "../../session/parts.ts";
import type { Child } from "../../view/node.ts";
import type { LayoutProps } from "./layout-props.ts";
import type { Align, Gap, Justify } from "./gap.ts";

export interface RowProps extends LayoutProps {
  /** `"s"` unless told. */
  gap?: Gap;
  /** `"center"` unless told. */
  align?: Align;
  /** `"start"` unless told. */
  justify?: Justify;
  /** Whether what has no room begins another line; true unless told. */
  wrap?: boolean;
}

/**
 * Things beside each other.
 *
 * @example
 * ```tsx
 * import { Button, Row } from "tandem/ui";
 *
 * export const Answer = () => (
 *   <Row justify="end">
 *     <Button>Cancel</Button>
 *     <Button tone="brand">Save</Button>
 *   </Row>
 * );
 * ```
 *
 * Where text runs from right to left, it begins at the right. It takes all that a `div` does. From PyWebIO's `put_row`
 * and Rio's `Row`.
 */
export function Row({ gap = "s", align, justify, wrap = true, class: className, ...rest }: RowProps): Child {
  needPart("ui");
  return (
    <div
      {...rest}
      class={["tandem-row", className]}
      data-gap={gap}
      data-align={align}
      data-justify={justify}
      data-wrap={wrap ? undefined : "never"}
    />
  );
}
