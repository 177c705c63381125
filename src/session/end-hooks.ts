import type { Clock } from "../core/clock.ts";
import { enterSession } from "./current.ts";
import type { Session } from "./session.ts";

/** How long the end of a session waits for its asynchronous `onEnded` callbacks, in milliseconds. */
export const END_HOOKS_TIMEOUT = 10_000;

/** What runs when a session ends: in the order of registration, each awaited, none kept from running by another. */
export class EndHooks {
  #hooks: readonly (() => unknown)[] = [];

  add(fn: () => unknown): () => void {
    const hook = () => fn();
    this.#hooks = [...this.#hooks, hook];
    return () => {
      this.#hooks = this.#hooks.filter((other) => other !== hook);
    };
  }

  async run(context: { session: Session; fail: (error: unknown) => void }): Promise<void> {
    const { session, fail } = context;
    for (const hook of this.#hooks) {
      try {
        await within(session.clock, enterSession(session, hook));
      } catch (error) {
        fail(error);
      }
    }
  }
}

/** Waits for `result`, but not for ever. */
function within(clock: Clock, result: unknown): Promise<unknown> {
  if (!(result instanceof Promise)) return Promise.resolve(result);
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`An onEnded callback took more than ${END_HOOKS_TIMEOUT} ms.`));
    const timer = clock.setTimeout(late, END_HOOKS_TIMEOUT);
    result.then(resolve, reject).finally(() => clock.clearTimeout(timer));
  });
}
