import { TandemError } from "../core/errors.ts";
import { Flag, release, runTracked, untracked, type ReactiveNode } from "../reactive/graph.ts";
import type { ContextEntry, ContextKind, DisabledGuard, Environment } from "./environment.ts";
import type { Child, Component } from "./node.ts";

let calling: Environment | null = null;

/** Whether a component's body runs now. */
export const isCalling = (): boolean => calling !== null;

/** Runs a component's body, which builds its part of the screen once and depends on nothing. */
export function callComponent(
  environment: Environment,
  render: () => Child,
  component: Component<never> | undefined,
): Child {
  const outer = calling;
  calling = environment;
  try {
    if (environment.view.development && component !== undefined) return callWatched(environment, render, component);
    return untracked(render);
  } finally {
    calling = outer;
  }
}

/** In development: a body that reads a signal's value outside a function shows it once and never again. */
function callWatched(environment: Environment, render: () => Child, component: Component<never>): Child {
  const probe: ReactiveNode = { flags: Flag.None };
  try {
    return runTracked(probe, Flag.None, render);
  } finally {
    if (probe.deps !== undefined) environment.view.warnReadOnce(component.name || "A component");
    release(probe);
  }
}

/** A value that components hand down to all below them. */
export interface ContextHandle<T> extends ContextKind {
  readonly fallback: T;
}

/** The value of a context at the component being called. */
export function readContext<T>(context: ContextHandle<T>): T {
  if (calling === null) {
    throw new TandemError(
      "view/context-outside-component",
      "Expected useContext to be called in a component's body. Read it there and keep the value for handlers and effects.",
    );
  }
  return contextValue(calling.contexts, context);
}

/** The value of a context at a place with these contexts. */
export function contextValue<T>(contexts: ContextEntry | null, context: ContextHandle<T>): T {
  let entry = contexts;
  while (entry !== null && entry.context !== context) entry = entry.outer;
  return entry === null ? context.fallback : (entry.value as T);
}

/** The contexts of the component that is being called; `undefined` while none is. */
export const callingContexts = (): ContextEntry | null | undefined => calling?.contexts;

/** What switches off controls where the component that is being called stands. */
export const callingGuard = (): DisabledGuard | null => calling?.disabledBy ?? null;

/** A handler of an element at a place with these contexts, run as they say. */
export function adoptHandler(
  contexts: ContextEntry | null,
  handler: (event: never) => unknown,
): (event: never) => unknown {
  for (let entry = contexts; entry !== null; entry = entry.outer) {
    if (entry.context.adopt !== undefined) return entry.context.adopt(entry.value as never, handler);
  }
  return handler;
}
