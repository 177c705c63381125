import type { Feed, FeedPart } from "../../session/channel/feed.ts";
import type { Session } from "../../session/session.ts";
import type { StreamPart, StreamSource } from "./stream-data.ts";

/** Feeds the element of one chart. Returns what ends that. */
export function feedChart(source: StreamSource, ref: number, session: Session): () => void {
  const feed: Feed = {
    after(position, maxBytes) {
      const part = source.after(position, maxBytes);
      return part && partFor(ref, part);
    },
  };
  const { grown, end } = session.addFeed(feed);
  source.watchers.add(grown);
  return () => {
    source.watchers.delete(grown);
    end();
  };
}

const partFor = (ref: number, { position, from, lengths, body }: StreamPart): FeedPart => ({
  position,
  message: ["data", ref, "extend", [from], lengths.map((length) => ["f64", length])],
  body,
});
