import { rejectUnknownOptions } from "../../core/options.ts";
import type { Child } from "../../view/node.ts";
import { actingFlow } from "../flow.tsx";
import { checkPosition } from "./items.ts";
import type { OutputScope } from "./output-scope.tsx";
import type { Shown } from "./shown.tsx";

/** Where something is shown. */
export interface ShowOptions {
  /** A scope or its name, `"root"` for all that is shown; the current one unless told. */
  scope?: OutputScope | string;
  /** Before which of the things that are there, counted from 0; or after which, counted from the end as -1, -2, …. At the end unless told. */
  position?: number;
}

/**
 * Shows something after what was shown before.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { show } from "tandem/flow";
 *
 * export async function build(steps: readonly (() => Promise<void>)[]) {
 *   const done = signal(0);
 *   const bar = show(<progress max={steps.length} value={done} />);
 *   for (const step of steps) {
 *     await step();
 *     done.value++;
 *   }
 *   bar.update(<p>Built.</p>);
 * }
 * ```
 *
 * Takes text, JSX and all that can stand between tags; signals in it are live. In the current scope, which is the root
 * in handlers and effects, wherever their elements are. Returns what changes or removes it. Throws a `TandemError` for
 * a scope that is not there, and `SessionEnded`. From PyWebIO's `put_*`, which show nothing before they are collected
 * as garbage.
 */
export function show(content: Child, options: ShowOptions = {}): Shown {
  const { outputs } = actingFlow("show()");
  rejectUnknownOptions("show()", options, ["scope", "position"]);
  return outputs.resolve(options.scope).insert(content, checkPosition(options.position));
}
