import type { DownMessage } from "../../protocol/frames.ts";
import { joinAligned } from "../../protocol/typed-arrays.ts";
import type { Feed, FeedPart } from "./feed.ts";

/** Data for one frame: small enough that an answer to a click does not wait long behind it. */
export const FRAME_DATA_BYTES = 64 * 1024;

/** What of a session's feeds goes with one frame. */
export interface FrameData {
  readonly messages: readonly DownMessage[];
  readonly body: Uint8Array;
}

/** How far one client is with each feed of its session. */
export class FeedPositions {
  #positions = new WeakMap<Feed, number>();

  /** Takes what the client lacks, some of each feed; `undefined` when that is nothing. */
  take(feeds: ReadonlySet<Feed>): FrameData | undefined {
    if (feeds.size === 0) return undefined;
    const share = Math.floor(FRAME_DATA_BYTES / feeds.size);
    const parts: FeedPart[] = [];
    for (const feed of feeds) {
      const part = feed.after(this.#positions.get(feed), share);
      if (part === undefined) continue;
      this.#positions.set(feed, part.position);
      parts.push(part);
    }
    return parts.length === 0 ? undefined : { messages: parts.map(({ message }) => message), body: bodyOf(parts) };
  }

  /** The client's page is filled anew. */
  startOver(): void {
    this.#positions = new WeakMap();
  }
}

/** Mostly there is one part, encoded once for all clients. */
const bodyOf = (parts: readonly FeedPart[]): Uint8Array =>
  parts.length === 1 ? parts[0]!.body : joinAligned(parts.map(({ body }) => body));
