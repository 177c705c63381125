import { rejectUnknownOptions } from "../../core/options.ts";
import type { Child } from "../../view/node.ts";
import { actingFlow } from "../flow.tsx";
import { checkPosition } from "./items.ts";
import type { OutputScope, ShownScope } from "./output-scope.tsx";
import type { ScrollOptions } from "./shown.tsx";

/** A scope, or the name of one. */
export type ScopeLike = OutputScope | string;

/** Where a scope is made, and what it begins with. */
export interface ScopeOptions {
  /** What is in it at first. */
  content?: Child;
  /** The scope that it is made in; the current one unless told. */
  within?: ScopeLike;
  /** As for `show`. */
  position?: number;
}

/**
 * Makes a scope: a named part of what is shown.
 *
 * @example
 * ```tsx
 * import { clear, scope, show } from "tandem/flow";
 *
 * export async function watch(prices: AsyncIterable<number>) {
 *   scope("price");
 *   for await (const price of prices) {
 *     clear("price");
 *     show(<b>{price} €</b>, { scope: "price" });
 *   }
 * }
 * ```
 *
 * Names are letters, digits, `-` and `_`. Throws a `TandemError` for a name that is none or taken; what has it stays as
 * it is. From PyWebIO's `put_scope`.
 */
export function scope(name: string, options: ScopeOptions = {}): OutputScope {
  const { outputs } = actingFlow("scope()");
  rejectUnknownOptions("scope()", options, ["content", "within", "position"]);
  const position = checkPosition(options.position);
  const made = outputs.add(name, { scope: outputs.resolve(options.within), position });
  if (options.content !== undefined) made.insert(options.content, -1);
  return made;
}

/**
 * Runs `fn` so that what it shows, also after awaits, stands in a scope, which is made if it is not there yet.
 *
 * @example
 * ```tsx
 * import { show, useScope } from "tandem/flow";
 *
 * export async function report(load: () => Promise<string[]>) {
 *   await useScope("report", async () => {
 *     show("Loading…");
 *     const lines = await load();
 *     for (const line of lines) show(line);
 *   }, { clear: true });
 * }
 * ```
 *
 * With `clear` the scope is emptied before, and stays where it is. Returns what `fn` does. From PyWebIO's `use_scope`.
 */
export function useScope<T>(scope: ScopeLike, fn: () => T, options: { clear?: boolean } = {}): T {
  const { outputs } = actingFlow("useScope()");
  rejectUnknownOptions("useScope()", options, ["clear"]);
  const isNew = typeof scope === "string" && outputs.find(scope) === undefined;
  const used: ShownScope = isNew
    ? outputs.add(scope, { scope: outputs.current, position: -1 })
    : outputs.resolve(scope);
  return used.use(fn, options);
}

/** Takes away all that is in a scope, the current one unless told. From PyWebIO's `clear`. */
export function clear(scope?: ScopeLike): void {
  actingFlow("clear()").outputs.resolve(scope).clear();
}

/** Takes a scope away, with all that is in it; its name is free again. From PyWebIO's `remove`. */
export function remove(scope: ScopeLike): void {
  actingFlow("remove()").outputs.resolve(scope).remove();
}

/** Brings a scope into view, its start unless told. From PyWebIO's `scroll_to`. */
export function scrollTo(scope: ScopeLike, options: ScrollOptions = {}): void {
  actingFlow("scrollTo()").outputs.resolve(scope).scrollTo(options);
}

/** The scope of that name, or the one that `show` shows in now. Throws for one that is not there. From PyWebIO's `get_scope`. */
export function outputScope(name?: string): OutputScope {
  return actingFlow("outputScope()").outputs.resolve(name);
}
