import { describe, expect, it } from "vitest";
import type { DownMessage } from "../../src/protocol/frames.ts";
import { Op, type Operation } from "../../src/protocol/operations.ts";
import { FRAME_DATA_BYTES } from "../../src/session/channel/feed-positions.ts";
import { memoryPair } from "../../src/transport/memory.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { Recorder } from "../transport/contract.ts";
import { FedElement, ModelFeed } from "./model-feed.ts";
import { ModelSession } from "./model-session.ts";

type Frame = [n: number, acknowledged: number, operations: Operation[], messages?: DownMessage[]];

/** A client that the test plays by hand, with elements that are fed. */
class Client {
  readonly elements = new Map<number, FedElement>();
  readonly #line = memoryPair({ by: "command" });
  readonly #heard = new Recorder();

  constructor(session: ModelSession, frame: number) {
    this.#line.client.listen(this.#heard);
    session.channel.attach(this.#line.server, { protocol: 1, ticket: "t", frame });
  }

  say(frame: unknown[]): this {
    this.#line.client.send(JSON.stringify(frame));
    while (this.#line.deliver("server")) continue;
    return this;
  }

  /** The frames that came since the last look; welcomes and pulses are none. */
  hear(): Frame[] {
    while (this.#line.deliver("client")) continue;
    const frames = this.#heard.frames.splice(0).map((text) => JSON.parse(text) as Frame);
    return frames.filter(([n]) => typeof n === "number" && n > 0).map((frame) => this.#take(frame));
  }

  #take(frame: Frame): Frame {
    const data = (frame[3] ?? []).filter((message) => message[0] === "data");
    if (data.length === 0) return frame;
    const body = this.#heard.bodies.shift()!;
    let at = 0;
    for (const message of data) {
      const element = this.elements.get(message[1]) ?? new FedElement();
      this.elements.set(message[1], element);
      element.take(message, body.slice(at));
      at += message[4][0]![1] * 8;
    }
    return frame;
  }

  numbers(ref = 1): number[] {
    return this.elements.get(ref)?.numbers ?? [];
  }
}

function setUp(limits: object = {}) {
  const session = new ModelSession(new FakeClock(1_000_000), limits);
  session.screen.apply([[Op.Insert, 2, 0, 1, [5, ""]]]);
  const feed = new ModelFeed();
  session.feeds.add(feed);
  const grow = (count: number) => {
    feed.grow(count);
    session.channel.drain();
  };
  return { session, feed, grow, attach: (frame = 0) => new Client(session, frame) };
}

const upTo = (end: number, start = 0) => Array.from({ length: end - start }, (_, index) => start + index);
const data = (from: number, count: number, ref = 1): DownMessage => ["data", ref, "extend", [from], [["f64", count]]];

describe("a channel whose session feeds elements", () => {
  it("L52: gives a client all there is when it comes, and then what is added, alone or with the next frame", () => {
    const { session, feed, grow, attach } = setUp();
    grow(3);
    const client = attach();
    expect(client.hear()).toEqual([[1, 0, [], [data(0, 3)]]]);
    grow(2);
    expect(client.hear()).toEqual([[2, 0, [], [data(3, 2)]]]);
    feed.grow(1);
    session.update([[Op.Text, 5, "a"]], [["custom", "count", 1]]);
    expect(client.hear()).toEqual([[3, 0, [[Op.Text, 5, "a"]], [["custom", "count", 1], data(5, 1)]]]);
    session.channel.drain();
    expect([client.hear(), client.numbers()]).toEqual([[], upTo(6)]);
  });

  it("L52: takes several feeds along in one frame, each with a share", () => {
    const { session, feed, attach } = setUp();
    const other = new ModelFeed({ ref: 2 });
    session.feeds.add(other);
    feed.grow(2);
    other.grow(20_000);
    const client = attach();
    const share = FRAME_DATA_BYTES / 8 / 2;
    expect(client.hear()[0]).toEqual([1, 0, [], [data(0, 2), data(0, share, 2)]]);
    expect([client.numbers(1), client.numbers(2).slice(0, 4)]).toEqual([upTo(2), upTo(4)]);
    // What has an end gets no more.
    session.feeds.delete(other);
    other.grow(1);
    session.channel.drain();
    expect(client.hear()).toEqual([]);
  });

  it("L53: lets nothing wait but the position: a slow client gets later what is then there", () => {
    const { session, feed, attach } = setUp({ windowBytes: 100 });
    const short = new ModelFeed({ kept: 4, ref: 2 });
    session.feeds.add(short);
    const client = attach();
    for (let turn = 0; turn < 50; turn++) {
      feed.grow(1);
      short.grow(1);
      session.channel.drain();
    }
    expect(client.hear()).toHaveLength(2);
    expect(session.channel.waiting).toBe(0);
    client.say([0, 2]);
    expect(client.hear()).toEqual([[3, 0, [], [data(2, 48), data(46, 4, 2)]]]);
    expect([client.numbers(1), client.numbers(2)]).toEqual([upTo(50), upTo(50, 46)]);
  });

  it("L53: sends what is much in frames of at most 64 KiB, as far as the window goes", () => {
    const { session, grow, attach } = setUp({ windowBytes: 2 * FRAME_DATA_BYTES });
    const client = attach();
    grow(40_000);
    const [first, second, ...rest] = client.hear();
    expect([first?.[3], second?.[3], rest]).toEqual([[data(0, 8_192)], [data(8_192, 8_192)], []]);
    // A click is answered before the rest.
    session.update([[Op.Text, 5, "a"]]);
    expect(client.say([0, 2]).hear()[0]?.slice(2)).toEqual([[[Op.Text, 5, "a"]], [data(16_384, 8_192)]]);
    for (let frame = 3; session.channel.acknowledged < session.channel.lastFrame; frame++)
      client.say([0, frame]).hear();
    expect(client.numbers()).toEqual(upTo(40_000));
  });

  it("L54: sends a frame with data again after a drop, the same bytes", () => {
    const { grow, attach, session } = setUp();
    attach().hear();
    grow(3);
    grow(1);
    const again = attach(0);
    expect(again.hear().map(([, , , messages]) => messages)).toEqual([[data(0, 3)], [data(3, 1)]]);
    expect(again.numbers()).toEqual(upTo(4));
    const later = attach(1);
    expect(later.hear()).toHaveLength(1);
    expect(session.channel.finish().frames).toHaveLength(1);
  });

  it("L55: gives all again to a client whose screen starts over, after the screen", () => {
    const { grow, attach } = setUp();
    const client = attach();
    grow(3);
    client.say([0, 1]).hear();
    const restored = attach(-1);
    expect(restored.hear().map(([, , operations, messages]) => [operations.length, messages])).toEqual([
      [1, [data(0, 3)]],
    ]);
  });

  it("L56: counts data with the bytes under way", () => {
    const { session, grow, attach } = setUp({ windowBytes: 200 });
    const client = attach();
    grow(30);
    session.update([[Op.Text, 5, "a"]]);
    expect(client.hear()).toHaveLength(1);
    expect(session.channel.waiting).toBe(1);
    expect(client.say([0, 1]).hear()).toHaveLength(1);
  });
});
