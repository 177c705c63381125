import { TandemError } from "../core/errors.ts";
import type { Component } from "../view/node.ts";

/** What an app is made of: a component, or an async function, which is a conversation; see `tandem/flow`. */
export type AppRoot = Component | (() => Promise<unknown>);

type AsyncRoot = Extract<AppRoot, () => Promise<unknown>>;

let adoptAsync: ((root: AsyncRoot) => Component) | undefined;

/** Lets `flow/`, once it is loaded, make components of async functions. Whoever writes one asks by way of it. */
export function setAsyncRoots(adopt: (root: AsyncRoot) => Component): void {
  adoptAsync = adopt;
}

const AsyncFunction: unknown = Object.getPrototypeOf(async () => {}).constructor;

export function componentOf(root: AppRoot): Component {
  if ((root as { constructor: unknown }).constructor !== AsyncFunction) return root as Component;
  if (adoptAsync !== undefined) return adoptAsync(root as AsyncRoot);
  throw new TandemError(
    "app/async-component",
    "Expected a component, which returns what it shows at once, but got an async function. Load with resource() or " +
      "<Await>; or write a conversation, with ask and show of tandem/flow.",
  );
}
