import type { ErrorBoundaryBinding } from "./bindings/error-boundary-binding.ts";
import type { View } from "./view.ts";

export type Namespace = "html" | "svg" | "math";

/** What tells one context from another. */
export interface ContextKind {
  /** Has handlers of elements below run as the provided value says. */
  readonly adopt?: (value: never, handler: (event: never) => unknown) => (event: never) => unknown;
}

/** One provided context value; a chain up to the root. */
export interface ContextEntry {
  readonly context: ContextKind;
  readonly value: unknown;
  readonly outer: ContextEntry | null;
}

/** What switches off the controls below it: a `fieldset` with `disabled`. */
export interface DisabledGuard {
  isDisabled(): boolean;
  readonly outer: DisabledGuard | null;
}

type Place = Pick<Environment, "boundary" | "contexts" | "disabledBy" | "namespace">;

const TOP: Place = { boundary: null, contexts: null, disabledBy: null, namespace: "html" };

/** What a place in the tree hands down to all below it. Shared by all blocks and bindings of that place. */
export class Environment {
  readonly view: View;
  readonly boundary: ErrorBoundaryBinding | null;
  readonly contexts: ContextEntry | null;
  readonly disabledBy: DisabledGuard | null;
  readonly namespace: Namespace;

  constructor(view: View, place: Place = TOP) {
    this.view = view;
    this.boundary = place.boundary;
    this.contexts = place.contexts;
    this.disabledBy = place.disabledBy;
    this.namespace = place.namespace;
  }

  with(change: Partial<Place>): Environment {
    const { boundary, contexts, disabledBy, namespace } = this;
    return new Environment(this.view, { boundary, contexts, disabledBy, namespace, ...change });
  }
}
