import type { Child } from "../../view/node.ts";
import { Panel, type PanelProps } from "./panel.tsx";

export type DialogProps = PanelProps;

/**
 * A dialog above the page, as long as its signal says.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Button, Dialog, TextInput } from "tandem/ui";
 *
 * export default function People() {
 *   const adding = signal(false);
 *   const name = signal("");
 *   return (
 *     <main>
 *       <Button tone="brand" onClick={() => adding.set(true)}>Add</Button>
 *       <Dialog
 *         title="Add a person"
 *         open={adding}
 *         footer={<Button tone="brand" onClick={() => adding.set(false)}>Add {name}</Button>}
 *       >
 *         <TextInput label="Name" bind={name} />
 *       </Dialog>
 *     </main>
 *   );
 * }
 * ```
 *
 * It is the session's own `<dialog>`: the page behind is out of reach, the focus stays in it and goes back. What is to
 * have the focus first has `data-autofocus`. To wait for an answer, use `session.showCustomDialog`. From Shiny's `modal`,
 * PyWebIO's `popup` and Rio's `Dialog`.
 */
export function Dialog(props: DialogProps): Child {
  return <Panel what="a Dialog" props={props} className={null} />;
}
