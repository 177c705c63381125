import type { Child, JsxNode } from "../node.ts";
import { PortalNode } from "../special-nodes.ts";

/**
 * Shows its children above the page instead of where it stands: for dialogs, menus and toasts.
 *
 * @example
 * ```tsx
 * import { Portal, Show, signal } from "tandem";
 *
 * export default function Ask() {
 *   const open = signal(false);
 *   return (
 *     <main>
 *       <button onClick={() => (open.value = true)}>Delete</button>
 *       <Show when={open}>
 *         <Portal>
 *           <dialog open>
 *             Sure? <button onClick={() => (open.value = false)}>No</button>
 *           </dialog>
 *         </Portal>
 *       </Show>
 *     </main>
 *   );
 * }
 * ```
 *
 * Context and error boundaries reach it from where it stands.
 */
export function Portal(props: { children: Child }): JsxNode {
  return new PortalNode(props.children);
}
