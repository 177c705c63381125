import type { Environment } from "../environment.ts";
import { JsxNode, type Child } from "../node.ts";
import { ContentBinding } from "./content-binding.ts";

export type ErrorFallback = (error: unknown, reset: () => void) => Child;

/** A region that shows a fallback when something in it throws, while it is built or later. */
export class ErrorBoundaryBinding extends ContentBinding {
  readonly #fallback: ErrorFallback;
  #failed: { error: unknown } | null = null;
  #inner: Environment | null = null;

  constructor(environment: Environment, content: { children: Child; fallback: ErrorFallback }, id: number) {
    super(environment, () => this.#show(content.children), id);
    this.#fallback = content.fallback;
  }

  /** Takes an error from below. */
  catch(error: unknown): void {
    if (this.isDisposed) return;
    this.#failed = { error };
    this.requestRun();
  }

  override mount(value: Child): void {
    try {
      super.mount(value);
    } catch (error) {
      if (this.#failed !== null) throw error; // the fallback failed: that is for the boundary above
      this.#failed = { error };
      const fallback = this.read();
      if (this.start(fallback)) super.mount(fallback);
    }
  }

  protected override commit(value: Child): void {
    try {
      super.commit(value);
    } catch (error) {
      if (this.#failed !== null) throw error;
      this.catch(error);
    }
  }

  /** The children are watched by this boundary; the fallback is not. */
  protected override contentEnvironment(): Environment {
    if (this.#failed !== null) return this.environment;
    return (this.#inner ??= this.environment.with({ boundary: this }));
  }

  #show(children: Child): Child {
    const failed = this.#failed;
    if (failed === null) return new JsxNode(() => children, {}); // a new one each time, so that it is built again
    const reset = () => {
      if (this.#failed !== failed) return; // of an error that is over
      this.#failed = null;
      this.requestRun();
    };
    return JsxNode.of("The fallback of <ErrorBoundary>", () => this.#fallback(failed.error, reset));
  }
}
