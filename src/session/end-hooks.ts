import type { Clock } from "../core/clock.ts";
import { TandemError } from "../core/errors.ts";
import { enterSession } from "./current.ts";
import type { Session } from "./session.ts";

/** How long the end of a session waits for an asynchronous `onEnded` callback, in milliseconds. */
export const END_HOOKS_TIMEOUT = 10_000;

/** What the callbacks run in, and who takes what they throw. */
export interface EndContext {
  readonly session: Session;
  fail(error: unknown): void;
}

/**
 * What runs when a session ends: in the order of registration, each awaited, none kept from running by another. What is
 * registered while they run is called after them, and what comes later still, at once: work in flight that opens
 * something may always say how to close it.
 */
export class EndHooks {
  readonly #hooks = new Set<() => unknown>();
  #context: EndContext | undefined;
  #running = false;

  /** Returns what cancels it. */
  add(fn: () => unknown): () => void {
    const hook = () => fn();
    this.#hooks.add(hook);
    if (this.#context !== undefined && !this.#running) void this.run(this.#context);
    return () => void this.#hooks.delete(hook);
  }

  get isRunning(): boolean {
    return this.#running;
  }

  async run(context: EndContext): Promise<void> {
    this.#context = context;
    this.#running = true;
    // A set gives what is added on the way, too.
    for (const hook of this.#hooks) {
      this.#hooks.delete(hook);
      await call(hook, context);
    }
    this.#running = false;
  }
}

async function call(hook: () => unknown, { session, fail }: EndContext): Promise<void> {
  try {
    await within(session.clock, enterSession(session, hook));
  } catch (error) {
    fail(error);
  }
}

/** Waits for `result`, but not for ever. */
function within(clock: Clock, result: unknown): Promise<unknown> {
  if (!(result instanceof Promise)) return Promise.resolve(result);
  return new Promise((resolve, reject) => {
    const timer = clock.setTimeout(() => reject(tooLong()), END_HOOKS_TIMEOUT);
    result.then(resolve, reject).finally(() => clock.clearTimeout(timer));
  });
}

function tooLong(): TandemError {
  return new TandemError(
    "session/end-takes-too-long",
    `Expected an onEnded callback to take at most ${END_HOOKS_TIMEOUT} ms, but one still runs; the session ends without it. Start long work elsewhere, where nobody waits for it.`,
  );
}
