import type { LinkState } from "../../src/link/link-options.ts";
import type { ActKind } from "./model-app.tsx";

/** What a person can do on this page now: a kind of act on some row, if it is about one. */
export interface Choice {
  readonly kind: ActKind;
  readonly about: string;
  /** Does it, marked by `token`. Answers whether it was taken. */
  do(token: number): boolean;
}

/** One page in a tab, from its being loaded to its end. */
export interface ClientScreen {
  readonly state: LinkState;
  /** Ids of the errors it showed, in order, where that can be known. */
  readonly notices: readonly string[] | undefined;
  /** All that can be done here. */
  choices(): Choice[];
  /** All there is to see, without ids. */
  text(): string;
  /** The rows it was fed with, where that can be known. */
  rows(): string | undefined;
  wake(): void;
  /** Closes the tab: the page says goodbye. */
  stop(): void;
  /** The page is gone at once, as when a machine crashes. */
  discard(): void;
}
