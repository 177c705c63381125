import { needPart } from "../../session/parts.ts";
import type { Child } from "../../view/node.ts";
import type { LayoutProps } from "./layout-props.ts";
import type { Align, Gap, Justify } from "./gap.ts";

export interface StackProps extends LayoutProps {
  /** `"l"` unless told. */
  gap?: Gap;
  /** `"stretch"` unless told: as wide as the stack. */
  align?: Align;
  /** `"start"` unless told. */
  justify?: Justify;
}

/**
 * Things below each other, with the same room between them.
 *
 * @example
 * ```tsx
 * import { Button, Stack } from "tandem/ui";
 *
 * export const Steps = () => (
 *   <Stack gap="m">
 *     <h2>Nearly there</h2>
 *     <p>One more click.</p>
 *     <Button tone="brand">Finish</Button>
 *   </Stack>
 * );
 * ```
 *
 * It takes all that a `div` does. From PyWebIO's `put_column` and Rio's `Column`.
 */
export function Stack({ gap = "l", align, justify, class: className, ...rest }: StackProps): Child {
  needPart("ui");
  return <div {...rest} class={["tandem-stack", className]} data-gap={gap} data-align={align} data-justify={justify} />;
}
