import { needPart } from "../../session/parts.ts";
import type { Child } from "../../view/node.ts";
import type { LayoutProps } from "./layout-props.ts";
import type { Gap } from "./gap.ts";

export interface GridProps extends Omit<LayoutProps, "style"> {
  /** The most there are beside each other; as many as fit unless told. */
  columns?: number;
  /** How narrow a column may be, as a length of CSS, before there are fewer; `"15rem"` unless told. */
  minWidth?: string;
  /** `"l"` unless told. */
  gap?: Gap;
}

/**
 * Things in columns of the same width: as many as fit, on a phone as a rule one.
 *
 * @example
 * ```tsx
 * import { Card, Grid } from "tandem/ui";
 *
 * export const Sales = () => (
 *   <Grid columns={3}>
 *     <Card title="Today">12 bells</Card>
 *     <Card title="This week">80 bells</Card>
 *     <Card title="This year">4,211 bells</Card>
 *   </Grid>
 * );
 * ```
 *
 * Something with the class `tandem-span-all` takes a whole line. From Shiny's `layout_columns`, PyWebIO's `put_grid` and
 * Rio's `Grid`.
 */
export function Grid({ columns, minWidth = "15rem", gap = "l", class: className, ...rest }: GridProps): Child {
  needPart("ui");
  return (
    <div
      {...rest}
      class={["tandem-grid", className]}
      data-gap={gap}
      style={{ "--columns": columns ?? 24, "--least": minWidth }}
    />
  );
}
