import { currentOwner } from "./owner.ts";
import { isPromiseLike } from "./promises.ts";

/**
 * Lets all that `fn` writes, also after its awaits, arrive on the screen together.
 *
 * @example
 * ```ts
 * import { batch, signal } from "tandem";
 *
 * const from = signal("Bern");
 * const to = signal("Basel");
 * await batch(async () => {
 *   from.value = "Basel";
 *   await Promise.resolve();
 *   to.value = "Bern"; // both change in one frame
 * });
 * ```
 *
 * Without an `await` inside there is no need for it: writes of one turn always arrive together. Nothing
 * else of the session is shown until `fn` settles, so keep it short. Gives back what `fn` gives.
 */
export function batch<T>(fn: () => T): T {
  const { queue } = currentOwner();
  queue.hold();
  let result: T;
  try {
    result = fn();
  } catch (error) {
    queue.release();
    throw error;
  }
  if (!isPromiseLike(result)) {
    queue.release();
    return result;
  }
  return Promise.resolve(result).finally(() => queue.release()) as T;
}
