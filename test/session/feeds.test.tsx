import { expect, it } from "vitest";
import { currentSession } from "../../src/session/current.ts";
import { FEED_INTERVAL } from "../../src/session/core/feeds.ts";
import { ModelFeed } from "../link/model-feed.ts";
import { TestSession, type TestClient } from "../support/test-session.ts";

/** A session that feeds an element, as a component does. */
function fed() {
  const feed = new ModelFeed();
  let handle!: { grown(): void; end(): void };
  const made = new TestSession(() => {
    handle = currentSession().addFeed(feed);
    return <p>Fed</p>;
  });
  const grow = async (count: number) => {
    feed.grow(count);
    handle.grown();
    await made.settled();
  };
  return { ...made, made, clock: made.clock, session: made.session, feed, grow, end: () => handle.end() };
}

/** From where and how many. */
const heard = (client: TestClient) =>
  (client.messages as ["data", number, string, [number], [[string, number]]][]).map(([, , , [from], [[, count]]]) => [
    from,
    count,
  ]);

it("L57: sends data that stand alone at once, and then at most every 16 ms, to all clients", async () => {
  const { made, clock, grow } = fed();
  await grow(1);
  const [one, two] = [made.connect(), made.connect()];
  clock.advance(FEED_INTERVAL);
  await grow(1);
  await grow(1);
  await grow(1);
  expect(heard(one)).toEqual([
    [0, 1],
    [1, 1],
  ]);
  clock.advance(FEED_INTERVAL - 1);
  await made.settled();
  expect(one.frames).toHaveLength(2);
  clock.advance(1);
  await made.settled();
  expect([heard(one).at(-1), heard(two)]).toEqual([[2, 2], heard(one)]);
});

it("L57: takes data along with a frame that leaves anyway", async () => {
  const { made, clock, session, grow } = fed();
  const client = made.connect();
  clock.advance(FEED_INTERVAL);
  await grow(1);
  await grow(1);
  session.tell(["custom", "chat", 1]);
  await made.settled();
  expect(client.messages.at(-1)).toEqual(["data", 1, "extend", [1], [["f64", 1]]]);
});

it("L57: sends no more of a feed that has ended, and leaves no timer behind", async () => {
  const { made, clock, session, grow, end } = fed();
  const client = made.connect();
  clock.advance(FEED_INTERVAL);
  await grow(1);
  await grow(1);
  end();
  await grow(1);
  clock.advance(FEED_INTERVAL);
  await made.settled();
  expect(heard(client)).toEqual([[0, 1]]);
  await session.close();
  await grow(1);
  expect([heard(client), clock.pending]).toEqual([[[0, 1]], 0]);
});
