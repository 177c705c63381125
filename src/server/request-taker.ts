import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { DisconnectOptions } from "../session/app.ts";

/** What takes the requests of a `node:http` server, or leaves them to others. */
export interface RequestTaker {
  /** For requests. What is not below the base path goes to `next`, or is answered 404. */
  listener(request: IncomingMessage, response: ServerResponse, next?: () => void): void;
  /** For the server's `upgrade` event. `false`: not ours, nothing was done. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /**
   * Ends all that a user has here: sessions of theirs, attached or not, for all their clients; and their place in
   * sessions of others. Their pages show the text and do not come back. Resolves to how many sessions that were, when
   * all have ended. Have the log-in forget them first, or a reload starts anew.
   */
  disconnectUser(id: string | number, options?: DisconnectOptions): Promise<number>;
  /** Ends all sessions, telling their pages that the server restarts. */
  close(): Promise<void>;
}
