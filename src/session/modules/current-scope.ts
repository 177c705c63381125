import { enclosingOwner, type Owner } from "../../reactive/owner.ts";
import { Block } from "../../view/block.ts";
import { callingContexts, contextValue } from "../../view/component-call.ts";
import { ModuleContext, Scope } from "./scope.ts";

/**
 * The module whose code runs now: in a component below its view, a handler or an effect of that, and in `scope.run`;
 * elsewhere, and after an `await`, `undefined`. Keep it in a variable for later.
 *
 * @example
 * ```tsx
 * import { currentScope, Module } from "tandem";
 *
 * function Temperature({ label }: { label: string }) {
 *   const scope = currentScope()!;
 *   const celsius = scope.input<number | null>("celsius");
 *   return (
 *     <label>
 *       {label}: <input type="number" bind="celsius" value={20} /> °C is {() => (celsius.value ?? 0) * 1.8 + 32} °F
 *     </label>
 *   );
 * }
 *
 * export default () => (
 *   <main>
 *     <Module id="inside"><Temperature label="Inside" /></Module>
 *     <Module id="outside"><Temperature label="Outside" /></Module>
 *   </main>
 * );
 * ```
 *
 * From Shiny's modules, where the session itself is the module's.
 */
export function currentScope(): Scope | undefined {
  const owner = enclosingOwner();
  if (owner instanceof Scope) return owner;
  const contexts = callingContexts();
  return contexts === undefined ? scopeAround(owner) : contextValue(contexts, ModuleContext);
}

function scopeAround(owner: Owner | undefined): Scope | undefined {
  for (let outer = owner; outer !== undefined; outer = outer.outer) {
    if (outer instanceof Scope) return outer;
    if (outer instanceof Block) return contextValue(outer.environment.contexts, ModuleContext);
  }
  return undefined;
}
