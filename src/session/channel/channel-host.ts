import type { DownMessage, UpNumbered } from "../../protocol/frames.ts";
import type { Operation } from "../../protocol/operations.ts";
import type { Clock } from "../../core/clock.ts";
import type { Limits } from "../../core/limits.ts";
import type { Feed } from "./feed.ts";

/** What a session sends its clients after one flush: encoded once, whatever the number of clients. */
export interface Update {
  readonly operations: readonly Operation[];
  /** `JSON.stringify(operations)`. */
  readonly encoded: string;
  readonly messages: readonly DownMessage[];
}

/** What a client channel needs of its session. */
export interface ChannelHost<Channel> {
  readonly clock: Clock;
  readonly limits: Limits;
  /** What elements of the screen are fed with. */
  readonly feeds: ReadonlySet<Feed>;
  /** The operations that show the whole screen as it is now, template definitions included. */
  wholeScreen(): Operation[];
  /** Handles one input, exactly once and in order. Frames sent meanwhile carry its number as acknowledged. */
  receive(channel: Channel, input: UpNumbered): void;
  /** The channel has a connection, or lost it. */
  attached(channel: Channel, resumed: boolean): void;
  detached(channel: Channel, code: number): void;
  /**
   * Messages are lost to the client's page, all but `coming`: they were too many, or the page is not the one that they
   * reached, as when a browser restored it.
   */
  messagesLost(channel: Channel, coming: readonly DownMessage[]): void;
  /** A client broke a limit or the protocol; `name` is the limit's name or the close reason. */
  breach(channel: Channel, name: string, detail: string): void;
}
