import type { ErrorBoundaryBinding } from "./bindings/error-boundary-binding.ts";
import type { View } from "./view.ts";

export type Namespace = "html" | "svg" | "math";

/** One provided context value; a chain up to the root. */
export interface ContextEntry {
  readonly context: object;
  readonly value: unknown;
  readonly outer: ContextEntry | null;
}

/** What switches off the controls below it: a `fieldset` with `disabled`. */
export interface DisabledGuard {
  isDisabled(): boolean;
  readonly outer: DisabledGuard | null;
}

/** What a place in the tree hands down to all below it. Shared by all blocks and bindings of that place. */
export class Environment {
  readonly view: View;
  readonly boundary: ErrorBoundaryBinding | null;
  readonly contexts: ContextEntry | null;
  readonly disabledBy: DisabledGuard | null;
  readonly namespace: Namespace;

  constructor(view: View, from?: Environment, change: Partial<Omit<Environment, "view" | "with">> = {}) {
    this.view = view;
    this.boundary = change.boundary ?? from?.boundary ?? null;
    this.contexts = change.contexts ?? from?.contexts ?? null;
    this.disabledBy = change.disabledBy ?? from?.disabledBy ?? null;
    this.namespace = change.namespace ?? from?.namespace ?? "html";
  }

  with(change: Partial<Omit<Environment, "view" | "with">>): Environment {
    return new Environment(this.view, this, change);
  }
}
