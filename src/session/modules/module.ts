import { onCleanup } from "../../reactive/cleanup.ts";
import type { Child, JsxNode } from "../../view/node.ts";
import { currentSession } from "../current.ts";
import { currentScope } from "./current-scope.ts";

/**
 * One use of a module on the screen: its children have a scope of their own, below the module around it, which is
 * destroyed when they go. From Shiny's `@module.ui` and `@module.server`, in one.
 *
 * Throws a `TandemError` (`scope/taken`) while another of that id is on the screen.
 */
export function Module({ id, children }: { id: string; children?: Child }): JsxNode {
  const scope = (currentScope() ?? currentSession()).makeScope(id);
  onCleanup(() => scope.destroy());
  return scope.View({ children });
}
