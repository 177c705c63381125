import type { Child } from "../../view/node.ts";
import { Panel, type PanelProps } from "./panel.tsx";

export interface DrawerProps extends PanelProps {
  /** Where it slides in from; `"end"` unless told: the right, where text runs from left to right. */
  side?: "start" | "end" | "bottom";
}

/**
 * A panel that slides in from a side of the window, as long as its signal says.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Button, Drawer } from "tandem/ui";
 *
 * export default function Orders() {
 *   const shown = signal(false);
 *   return (
 *     <main>
 *       <Button onClick={() => shown.set(true)}>Details</Button>
 *       <Drawer title="Order 12" open={shown}>
 *         Three bells and a basket.
 *       </Drawer>
 *     </main>
 *   );
 * }
 * ```
 *
 * It behaves as a `Dialog` does. From Rio's `Drawer`.
 */
export function Drawer({ side = "end", ...props }: DrawerProps): Child {
  return <Panel what="a Drawer" props={props} className="tandem-drawer" side={side} />;
}
