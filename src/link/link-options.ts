import type { Clock } from "../core/clock.ts";
import type { CloseNotice, DownMessage } from "../protocol/frames.ts";
import type { Operation } from "../protocol/operations.ts";
import type { Connection } from "../transport/connection.ts";

/** Where a link is; the browser shows it, and fires a `tandem:*` event for each change. */
export type LinkState =
  | { kind: "connecting" }
  | { kind: "connected" }
  /** Lost; the next attempt starts at `retryAt` (clock time). `attempt` counts from 1. */
  | { kind: "waiting"; attempt: number; retryAt: number }
  /** For good. `notice.code` says why: see `CloseCode`. */
  | { kind: "closed"; notice: CloseNotice };

/** What a link asks of what surrounds it: in the browser the page, in a test a tree, elsewhere a program. */
export interface LinkOptions {
  ticket: string;
  clock: Clock;
  /** 0 ≤ x < 1, for jitter. */
  random(): number;
  /** Opens a line. It may fail by closing at once. */
  open(): Connection;
  /**
   * Applies one frame. `acknowledged` is the last own event that the server had handled. Called exactly once for
   * each frame, in order. If it throws, the screen can no longer be trusted: the link asks for the whole of it.
   */
  apply(operations: readonly Operation[], acknowledged: number): void;
  /** `body` is the data that the frame carries. */
  deliver(message: DownMessage, body?: ArrayBuffer): void;
  changed(state: LinkState): void;
}

/** A client's half of delivery, without a DOM. */
export interface LinkHandle {
  readonly state: LinkState;
  /** The number of the last event that the server is known to have handled. */
  readonly acknowledged: number;
  start(): void;
  /**
   * Queues an element event or message, gives it its number, sends it now or when connected. Returns the number;
   * 0 when it is refused: the link is closed, 400 events wait already, or it is larger than the server accepts.
   */
  send(...content: [id: number, type: string, payload?: object] | [kind: string, ...rest: unknown[]]): number;
  /** Tries at once instead of waiting: the network is back, or the tab is shown again. */
  wake(): void;
  /** Says goodbye and stops for good. */
  stop(): void;
}
