import { readContext, type ContextHandle } from "../component-call.ts";
import type { Child, JsxNode } from "../node.ts";
import { ScopeNode } from "../special-nodes.ts";

/** A value that components hand down to all below them, without passing it on by hand. */
export interface Context<T> extends ContextHandle<T> {
  readonly Provider: (props: { value: T; children: Child }) => JsxNode;
}

/**
 * Makes a context; `fallback` is its value where no provider is above.
 *
 * @example
 * ```tsx
 * import { createContext, useContext } from "tandem";
 *
 * const Currency = createContext("EUR");
 * const Price = (props: { amount: number }) => <b>{props.amount} {useContext(Currency)}</b>;
 * export default () => (
 *   <Currency.Provider value="CHF">
 *     <Price amount={20} />
 *   </Currency.Provider>
 * );
 * ```
 *
 * For a value that changes, provide a signal.
 */
export function createContext<T>(fallback: T): Context<T> {
  const context: Context<T> = {
    fallback,
    Provider: ({ value, children }) =>
      new ScopeNode(
        (environment) => environment.with({ contexts: { context, value, outer: environment.contexts } }),
        children,
      ),
  };
  return context;
}

/** The value of a context where the component stands that is being called; elsewhere it throws a `TandemError`. */
export function useContext<T>(context: Context<T>): T {
  return readContext(context);
}
