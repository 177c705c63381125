import { ErrorBoundaryBinding, type ErrorFallback } from "../bindings/error-boundary-binding.ts";
import type { Child, JsxNode } from "../node.ts";
import { RegionNode } from "../special-nodes.ts";

export interface ErrorBoundaryProps {
  /** What to show instead: a view, or a function of the error and of what builds the children again. */
  fallback: Child | ErrorFallback;
  children: Child;
}

/**
 * Shows a fallback when something in it throws while it is built or updated. Errors of event handlers go to the app's
 * `onError` instead.
 *
 * @example
 * ```tsx
 * import { ErrorBoundary } from "tandem";
 *
 * const Report = () => <p>{JSON.parse("{").title}</p>;
 * export default () => (
 *   <ErrorBoundary fallback={(error, reset) => <button onClick={reset}>Try again: {String(error)}</button>}>
 *     <Report />
 *   </ErrorBoundary>
 * );
 * ```
 */
export function ErrorBoundary(props: ErrorBoundaryProps): JsxNode {
  const { children, fallback } = props;
  const show: ErrorFallback = typeof fallback === "function" ? (fallback as ErrorFallback) : () => fallback;
  return new RegionNode((environment, id) => new ErrorBoundaryBinding(environment, { children, fallback: show }, id));
}
