import { rejectUnknownOptions } from "../../core/options.ts";
import { expectFunction } from "../../session/arguments.ts";
import { Spinner } from "../../ui/feedback/spinner.tsx";
import { actingFlow } from "../flow.tsx";
import { enterScope } from "./current-output.ts";

export interface LoadingOptions {
  /** What is said beside the spinner; `"Loading…"` unless told. */
  label?: string;
}

/**
 * Shows that something is under way while `fn` runs. What `fn` shows stands there too, and goes with it.
 *
 * @example
 * ```ts
 * import { show, withLoading } from "tandem/flow";
 *
 * export async function report(load: () => Promise<string>) {
 *   show(await withLoading(load, { label: "Looking it up…" }));
 * }
 * ```
 *
 * Resolves with what `fn` does, and rejects as it does. From PyWebIO's `put_loading`.
 */
export async function withLoading<T>(fn: () => T | PromiseLike<T>, options: LoadingOptions = {}): Promise<T> {
  expectFunction("withLoading", fn);
  rejectUnknownOptions("withLoading()", options, ["label"]);
  const { outputs, session } = actingFlow("withLoading()");
  const scope = outputs.addUnnamed(outputs.current);
  scope.insert(<Spinner label={options.label ?? "Loading…"} showLabel />, -1);
  try {
    return await enterScope(scope, fn);
  } finally {
    session.run(() => scope.remove());
  }
}
