import type { DownMessage } from "../../protocol/frames.ts";

/**
 * What fills an element of the page with data that grow. Nothing of it waits anywhere for a client: each is given
 * what it lacks when it can take it, so that a slow one gets less often what is then the latest.
 */
export interface Feed {
  /**
   * What comes next for a client that has all up to `position`, or nothing yet: of about `maxBytes` at most, but of
   * something. `undefined` when it has all there is.
   */
  after(position: number | undefined, maxBytes: number): FeedPart | undefined;
}

/** One part of a feed. Clients who are equally far may share it. */
export interface FeedPart {
  /** How far a client is with it. */
  readonly position: number;
  readonly message: Extract<DownMessage, ["data", ...unknown[]]>;
  /** The arrays that the message names. */
  readonly body: Uint8Array;
}
