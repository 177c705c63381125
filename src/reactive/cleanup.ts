import { TandemError } from "../core/errors.ts";
import { insideComputed } from "./graph.ts";
import { currentOwner } from "./owner.ts";

/**
 * Calls `fn` when what runs now ends: the effect's run, the component, or the session.
 *
 * @example
 * ```ts
 * import { effect, onCleanup, signal } from "tandem";
 *
 * const room = signal("lobby");
 * effect(() => {
 *   const name = room.value;
 *   console.log(`joined ${name}`);
 *   onCleanup(() => console.log(`left ${name}`)); // before the next run, and at the end
 * });
 * ```
 *
 * The last registered is called first. After an `await` it belongs to the session; use the effect's
 * abort signal there. From Shiny's `session.on_destroy`.
 */
export function onCleanup(fn: () => void): void {
  if (insideComputed()) {
    throw new TandemError(
      "reactive/cleanup-in-computed",
      "Expected onCleanup() in an effect, a component or a session's code, but a computed called it. " +
        "A computed only makes a value; open what must be closed in an effect.",
    );
  }
  currentOwner().own(() => fn());
}
