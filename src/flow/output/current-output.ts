import { AsyncLocalStorage } from "node:async_hooks";
import { enclosingOwner, type Owner } from "../../reactive/owner.ts";
import type { Outputs } from "./outputs.ts";
import type { ShownScope } from "./output-scope.tsx";

/** A scope that was entered, and whose code that was: a component's or effect's, if not just a handler's or a task's. */
interface Entered {
  readonly scope: ShownScope;
  readonly by: Owner | undefined;
}

const storage = new AsyncLocalStorage<Entered>();

export const enterScope = <T>(scope: ShownScope, fn: () => T): T => storage.run({ scope, by: enclosingOwner() }, fn);

/**
 * The scope that code shows in which does not say where. An effect does not show where whatever set it off did: it may
 * be set off from anywhere.
 */
export function currentOutput(outputs: Outputs): ShownScope {
  const entered = storage.getStore();
  if (entered === undefined || entered.scope.outputs !== outputs) return outputs.root;
  const owner = enclosingOwner();
  return owner === undefined || owner === entered.by ? entered.scope : outputs.root;
}
