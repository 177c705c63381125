interface Hook {
  readonly run: () => unknown;
  readonly once: boolean;
}

/** Callbacks of an app, in the order they were registered. */
export class Hooks {
  #hooks: readonly Hook[] = [];

  get isEmpty(): boolean {
    return this.#hooks.length === 0;
  }

  /** Each time unless `once`. Returns what cancels it. */
  add(run: () => unknown, { once = false }: { once?: boolean } = {}): () => void {
    const hook: Hook = { run, once };
    this.#hooks = [...this.#hooks, hook];
    return () => {
      this.#hooks = this.#hooks.filter((other) => other !== hook);
    };
  }

  /**
   * Calls those that are registered now: one that is cancelled meanwhile is still called, one that is added is not.
   * A failure goes to `fail`, and the rest still run; an async one is not waited for.
   */
  run(fail: (error: unknown) => void): void {
    const hooks = this.#hooks;
    if (hooks.some((hook) => hook.once)) this.#hooks = hooks.filter((hook) => !hook.once);
    for (const hook of hooks) callGuarded(hook.run, fail);
  }
}

/** Calls `fn`, and hands on its failure; an async one is not waited for. */
export function callGuarded(fn: () => unknown, fail: (error: unknown) => void): void {
  try {
    const result = fn();
    if (result instanceof Promise) result.catch(fail);
  } catch (error) {
    fail(error);
  }
}
