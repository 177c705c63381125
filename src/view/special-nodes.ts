import type { Reaction } from "../reactive/reaction.ts";
import type { Environment } from "./environment.ts";
import { JsxNode, type Child } from "./node.ts";
import type { Slot } from "./slot.ts";

/** A binding that fills a region, as the builder drives it. */
export interface RegionBinding extends Slot, Reaction {
  /** The first read of its source. */
  read(): unknown;
  /** Takes the first value; says whether `mount` must follow once the ids of its place are given. */
  start(value: never): boolean;
  mount(value: never): void;
}

/** A place filled by a binding of its own kind: what `For` and `ErrorBoundary` return. */
export class RegionNode extends JsxNode {
  readonly create: (environment: Environment, id: number) => RegionBinding;
  constructor(create: (environment: Environment, id: number) => RegionBinding) {
    super("region", {});
    this.create = create;
  }
}

/** Children under a changed environment: what a context's `Provider` returns. */
export class ScopeNode extends JsxNode {
  readonly change: (environment: Environment) => Environment;
  readonly children: Child;
  constructor(change: (environment: Environment) => Environment, children: Child) {
    super("scope", {});
    this.change = change;
    this.children = children;
  }
}

/** Children shown above the page: what `Portal` returns. */
export class PortalNode extends JsxNode {
  readonly children: Child;
  constructor(children: Child) {
    super("portal", {});
    this.children = children;
  }
}
