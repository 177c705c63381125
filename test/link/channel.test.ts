import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS, type Limits } from "../../src/core/limits.ts";
import type { DownMessage } from "../../src/protocol/frames.ts";
import { Op, type Operation } from "../../src/protocol/operations.ts";
import { CloseCode } from "../../src/protocol/close-codes.ts";
import { ClientChannel } from "../../src/session/channel/channel.ts";
import type { Connection, ConnectionListener } from "../../src/transport/connection.ts";
import { memoryPair, type MemoryPair } from "../../src/transport/memory.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { Recorder } from "../transport/contract.ts";
import { ModelSession } from "./model-session.ts";

/** One connection of a client that the test plays by hand. */
class Client {
  readonly line: MemoryPair = memoryPair({ by: "command" });
  readonly heard = new Recorder();

  constructor(session: ModelSession, frame: number) {
    this.line.client.listen(this.heard);
    session.channel.attach(this.line.server, { protocol: 1, ticket: "t", frame });
  }

  say(...frames: unknown[]): this {
    for (const frame of frames) this.line.client.send(typeof frame === "string" ? frame : JSON.stringify(frame));
    while (this.line.deliver("server")) continue;
    return this;
  }

  /** What came since the last look. */
  hear(): unknown[] {
    while (this.line.deliver("client")) continue;
    return this.heard.frames.splice(0).map((text) => JSON.parse(text) as unknown);
  }

  get closed(): number | undefined {
    while (this.line.deliver("client")) continue;
    return this.heard.closes[0]?.[0];
  }
}

function setUp(limits: Partial<Limits> = {}) {
  const clock = new FakeClock(1_000_000);
  const session = new ModelSession(clock, limits);
  session.screen.apply([row(5), row(6)]);
  return { clock, session, attach: (frame = 0) => new Client(session, frame) };
}

/** Set up, attached, and welcomed. */
function attached(limits: Partial<Limits> = {}) {
  const { attach, ...rest } = setUp(limits);
  const client = attach();
  client.hear();
  return { ...rest, attach, client };
}

const row = (id: number): Operation => [Op.Insert, 2, 0, 1, [id, ""]];
const text = (id: number, value: string): Operation => [Op.Text, id, value];
const custom = (value: number): DownMessage => ["custom", "count", value];
const HEARTBEAT = DEFAULT_LIMITS.heartbeat;

function welcome(facts: object) {
  const { heartbeat, maxFrameBytes } = DEFAULT_LIMITS;
  return ["welcome", { event: 0, frame: 0, resumed: true, heartbeat, maxFrameBytes, ...facts }];
}

describe("a channel, down", () => {
  it("L20: sends an update at once, as a numbered frame", () => {
    const { session, client } = attached();
    session.update([text(5, "a")]);
    session.update([], [custom(1)]);
    expect(client.hear()).toEqual([
      [1, 0, [text(5, "a")]],
      [2, 0, [], [custom(1)]],
    ]);
    expect(session.channel.lastFrame).toBe(2);
  });

  it("L20: lets updates wait while the window is full, and then sends their latest state as one frame", () => {
    const { session, client } = attached({ windowBytes: 30 });
    for (const value of ["a", "b", "c", "d"]) session.update([text(5, value)], [custom(value.charCodeAt(0))]);
    expect(client.hear()).toHaveLength(1);
    expect(session.channel.waiting).toBe(1 + 3);
    client.say([0, 1]);
    expect(client.hear()).toEqual([[2, 0, [text(5, "d")], [custom(98), custom(99), custom(100)]]]);
    expect(session.channel.waiting).toBe(0);
  });

  it("L20: sends a frame larger than its window when nothing is under way", () => {
    const { session, client } = attached({ windowBytes: 30 });
    session.update([text(5, "x".repeat(100))]);
    expect(client.hear()).toHaveLength(1);
  });

  it("L21: sends again exactly what was sent, when the client comes back", () => {
    const { session, client, attach } = attached();
    for (const value of ["a", "b", "c"]) session.update([text(5, value)], [custom(1)]);
    client.say([1, 1, 5, "click"]);
    const frames = client.hear();
    session.update([text(5, "d")]);
    client.line.drop();
    client.hear();
    session.update([text(5, "e")]);
    expect(attach(2).hear()).toEqual([
      welcome({ event: 1, frame: 2 }),
      frames[2],
      [4, 1, [text(5, "d")]],
      [5, 1, [text(5, "e")]],
    ]);
    expect(session.history).toEqual(["attached", "attached"]);
  });

  it("L22: keeps for the page what changed between first paint and its first connection", () => {
    const { session, attach } = setUp();
    session.update([text(5, "a")], [custom(1)]);
    session.update([text(5, "b")]);
    expect(attach().hear()).toEqual([welcome({}), [1, 0, [text(5, "b")], [custom(1)]]]);
  });

  it("L22: keeps in order what waited and what the session says on attaching", () => {
    const { session, attach } = setUp();
    session.update([text(5, "a")], [custom(1)]);
    session.attached = () => session.update([text(5, "b")], [custom(2)]);
    expect(attach().hear()).toEqual([welcome({}), [1, 0, [text(5, "b")], [custom(1), custom(2)]]]);
  });

  it("L23: gives way to a newer connection of the client: the older is closed and no longer heard", () => {
    const { session, client: older, attach } = attached();
    session.update([text(5, "a")]);
    older.line.client.send('[1,0,5,"late"]');
    const newer = attach();
    expect(newer.hear()).toEqual([welcome({}), [1, 0, [text(5, "a")]]]);
    older.say();
    expect(older.closed).toBe(4409);
    expect(session.inputs).toEqual([]);
    expect(session.channel.epoch).toBe(2);
    older.say();
    newer.say([1, 1, 5, "click"]);
    expect(session.inputs).toHaveLength(1);
    expect(session.history).toEqual(["attached", "attached"]);
  });

  it("L23: needs no older line that keeps silent by itself once it is closed", () => {
    const { session } = setUp();
    let older: ConnectionListener | undefined;
    const deaf = {
      ...memoryPair().server,
      isOpen: true,
      send() {},
      close() {},
      listen: (to: ConnectionListener) => (older = to),
    };
    session.channel.attach(deaf as unknown as Connection, { protocol: 1, ticket: "t", frame: 0 });
    const newer = new Client(session, 0);
    older?.onFrame('[1,0,5,"late"]');
    older?.onClose(1006, "");
    newer.say([1, 0, 5, "click"]);
    expect(session.inputs.map((input) => input[3])).toEqual(["click"]);
    expect(session.history).toEqual(["attached", "attached"]);
  });

  it("L24: refuses a hello that has frames never sent, and keeps the connection it has", () => {
    const { session, client, attach } = attached();
    session.update([text(5, "a")]);
    expect(attach(2).closed).toBe(4400);
    expect(client.closed).toBeUndefined();
    expect(session.channel.epoch).toBe(1);
    expect(session.breaches[0]?.name).toBe("protocol-error");
  });

  it("L25: sends the whole screen to a page that shows less than it once did, and what was never delivered", () => {
    for (const frame of [0, -1]) {
      const { session, client, attach } = attached();
      session.update([text(5, "a")]);
      session.update([text(5, "b")], [custom(1)]);
      client.say([0, 1]);
      client.line.drop();
      client.hear();
      session.update([text(6, "c")], [custom(2)]);
      const resumed = attach(frame);
      expect(resumed.hear()).toEqual([
        welcome({ frame: 2, resumed: false }),
        [3, 0, [session.screen.sync()], [custom(1), custom(2)]],
      ]);
      session.update([text(6, "d")]);
      expect(resumed.hear()).toEqual([[4, 0, [text(6, "d")]]]);
      expect(session.history.at(-1)).toBe("attached anew");
    }
  });

  it("L26: sends the whole screen when more operations wait than may", () => {
    const { session, attach } = setUp({ maxBacklogOperations: 2 });
    for (const id of [7, 8, 9, 10]) session.update([row(id)]);
    expect(session.breaches.map(({ name }) => name)).toEqual(["maxBacklogOperations"]);
    expect(session.channel.needsResync).toBe(true);
    expect(session.channel.waiting).toBe(0);
    expect(attach().hear()).toEqual([welcome({ resumed: false }), [1, 0, [session.screen.sync()]]]);
    expect(session.channel.needsResync).toBe(false);
  });

  it("L26: sends what was under way before the whole screen", () => {
    const { session, client, attach } = attached({ windowBytes: 1, maxBacklogOperations: 1 });
    for (const id of [7, 8, 9]) session.update([row(id)]);
    client.line.drop();
    const back = attach();
    expect(back.hear()).toEqual([welcome({ resumed: false }), [1, 0, [row(7)]]]);
    back.say([0, 1]);
    expect(back.hear()).toEqual([[2, 0, [session.screen.sync()]]]);
  });

  it("L27: drops the messages of a client that has more waiting than may, and closes it", () => {
    const { session, client, attach } = attached({ windowBytes: 1, maxQueuedMessages: 2 });
    for (const value of [1, 2, 3, 4]) session.update([], [custom(value)]);
    expect(client.closed).toBe(4408);
    expect(session.breaches).toEqual([{ name: "maxQueuedMessages", detail: "3 messages were dropped" }]);
    session.update([], [custom(5)]);
    const back = attach(1);
    expect(back.hear()).toEqual([welcome({ frame: 1, resumed: false }), [2, 0, [session.screen.sync()], [custom(5)]]]);
  });

  it("L28: drops a client that acknowledges what it does not read", () => {
    const { session, client } = attached({ maxBufferedBytes: 100 });
    session.update([text(5, "x".repeat(150))]);
    client.say([0, 1]);
    expect(session.breaches).toEqual([]);
    session.update([text(5, "y")]);
    expect(session.breaches.map(({ name }) => name)).toEqual(["maxBufferedBytes"]);
    expect(session.history.at(-1)).toBe("detached 1006");
    expect(client.closed).toBe(1006);
  });

  it("L39: sends what was encoded once, whatever the number of clients", () => {
    const { session } = setUp();
    const channels = [session.channel, new ClientChannel(2, session)];
    const lines = channels.map((channel) => {
      const line = memoryPair({ by: "command" });
      const heard = new Recorder();
      line.client.listen(heard);
      channel.attach(line.server, { protocol: 1, ticket: "t", frame: 0 });
      return { line, heard };
    });
    for (const channel of channels) channel.push({ operations: [], encoded: '["as it is"]', messages: [] });
    for (const { line, heard } of lines) {
      line.deliverAll();
      expect(heard.frames[1]).toBe('[1,0,["as it is"]]');
    }
  });
});

describe("a channel, up", () => {
  it("L29: hands on each event once and in order, and acknowledges one that comes again", () => {
    const { session, client } = attached();
    client.say([1, 0, 5, "click"], [2, 0, 5, "click"], [1, 0, 5, "click"], [2, 0, 5, "click"]);
    expect(session.inputs.map((input) => input[0])).toEqual([1, 2]);
    expect(client.hear()).toEqual([
      [0, 2],
      [0, 2],
    ]);
    expect(session.channel.handled).toBe(2);
  });

  it("L29: refuses an event after a gap", () => {
    const { session, client } = attached();
    client.say([2, 0, 5, "click"]);
    expect(client.closed).toBe(4400);
    expect(session.inputs).toEqual([]);
  });

  it("L30: says within 100 ms that an event was handled, by a frame or else by a pulse", () => {
    const { clock, session, client } = attached();
    session.onInput = (input) => {
      if (input[3] === "click") session.update([text(5, `after ${input[0]}`)]);
    };
    client.say([1, 0, 5, "click"]);
    expect(client.hear()).toEqual([[1, 1, [text(5, "after 1")]]]);
    client.say([2, 1, 5, "focus"], [3, 1, 5, "blur"]);
    clock.advance(99);
    expect(client.hear()).toEqual([]);
    clock.advance(1);
    expect(client.hear()).toEqual([[0, 3]]);
    clock.advance(1_000);
    expect(client.hear()).toEqual([]);
  });

  it("L31: answers a pulse at once, unless a frame does", () => {
    const { session, client } = attached({ windowBytes: 1 });
    client.say([0, 0]);
    expect(client.hear()).toEqual([[0, 0]]);
    session.update([text(5, "a")]);
    session.update([text(5, "b")]);
    client.hear();
    client.say([0, 1]);
    expect(client.hear()).toEqual([[2, 0, [text(5, "b")]]]);
  });

  it("L32: closes a client that sends events, or pulses that acknowledge nothing, too fast", () => {
    const numbered = (n: number) => [n, 0, 5, "click"];
    for (const frame of [numbered, () => [0, 0]]) {
      const { clock, session, client } = attached({ eventBurst: 10, eventsPerSecond: 5 });
      for (let n = 1; n <= 10; n++) client.say(frame(n));
      clock.advance(1_000);
      for (let n = 11; n <= 15; n++) client.say(frame(n));
      expect(client.closed).toBeUndefined();
      client.say(frame(16));
      expect(client.closed).toBe(4429);
      expect(session.breaches.map(({ name }) => name)).toEqual(["eventsPerSecond"]);
      expect(session.inputs.length).toBeLessThanOrEqual(15);
    }
  });

  it("L32: lets a client acknowledge as fast as it is sent frames", () => {
    const { session, client } = attached({ eventBurst: 2, eventsPerSecond: 1 });
    for (let n = 1; n <= 50; n++) {
      session.update([text(5, `${n}`)]);
      client.say([0, n]);
    }
    expect(client.closed).toBeUndefined();
  });

  it("L32: counts a reconnecting client's events against the same rate", () => {
    const { session, client, attach } = attached({ eventBurst: 2, eventsPerSecond: 1 });
    client.say([1, 0, 5, "click"], [2, 0, 5, "click"]);
    const again = attach();
    again.say([3, 0, 5, "click"]);
    expect(again.closed).toBe(4429);
    expect(session.inputs).toHaveLength(2);
  });

  it("L33: asks a silent client for a word after 1.5 heartbeats, and closes it after 2.5", () => {
    const { clock, session, client } = attached();
    clock.advance(1.5 * HEARTBEAT - 1);
    expect(client.hear()).toEqual([]);
    clock.advance(1);
    expect(client.hear()).toEqual([[0, 0]]);
    client.say([0, 0]);
    client.hear();
    clock.advance(2.5 * HEARTBEAT - 1);
    expect(client.closed).toBeUndefined();
    clock.advance(1);
    expect(client.closed).toBe(4408);
    expect(session.history.at(-1)).toBe("detached 4408");
  });

  it("L34: has one timer while attached, none else, and does not set it for each message", () => {
    const { clock, session, client } = attached();
    let set = 0;
    const setTimeout = clock.setTimeout.bind(clock);
    clock.setTimeout = (callback, ms) => (set++, setTimeout(callback, ms));
    for (let n = 1; n <= 50; n++) client.say([n, 0, 5, "click"]);
    expect([clock.pending, set]).toEqual([1, 1]);
    client.line.drop();
    client.line.deliverAll();
    expect(clock.pending).toBe(0);
    session.update([text(5, "a")]);
    expect(clock.pending).toBe(0);
  });

  it("L35: closes a client that breaks the protocol, and names what it broke", () => {
    const broken: [frame: unknown, code: number, name: string][] = [
      ["{", 4400, "protocol-error"],
      ["[".repeat(100), 4400, "maxJsonDepth"],
      [`"${"x".repeat(70_000)}"`, 4413, "maxFrameBytes"],
      [["hello", { protocol: 1, ticket: "t", frame: 0 }], 4400, "protocol-error"],
      [[0, 1], 4400, "protocol-error"],
      [[1, 1, 5, "click"], 4400, "protocol-error"],
    ];
    for (const [frame, code, name] of broken) {
      const { session, client } = attached();
      client.say(frame, [1, 0, 5, "click"]);
      expect([frame, client.closed]).toEqual([frame, code]);
      expect(session.breaches.map((breach) => breach.name)).toEqual([name]);
      expect(session.history.at(-1)).toBe(`detached ${code}`);
      expect(session.inputs).toEqual([]);
    }
  });

  it("L36: tells the session that a client said goodbye, after the events before it", () => {
    const { clock, session, client } = attached();
    client.say([1, 0, 5, "click"], ["goodbye"], [2, 0, 5, "click"]);
    expect(session.inputs).toHaveLength(1);
    expect(session.history).toEqual(["attached", "detached 1000"]);
    expect(client.closed).toBe(1000);
    expect(clock.pending).toBe(0);
  });
});

describe("a channel's end", () => {
  it("L37: says why before it closes, and lets the client come back to the channel", () => {
    const { session, client, attach } = attached();
    session.channel.notifyClose(CloseCode.ServerRestart, "Back soon.");
    expect(client.hear()).toEqual([["close", { code: 1012, message: "Back soon." }]]);
    expect(client.heard.closes).toEqual([[1012, "server-restart"]]);
    expect(session.history.at(-1)).toBe("detached 1012");
    expect(attach().hear()).toEqual([welcome({})]);
  });

  it("L38: refuses connections once disposed, and lets go of timers and what waited", () => {
    const { clock, session, client, attach } = attached();
    session.update([text(5, "a")]);
    session.channel.dispose();
    session.update([text(5, "b")]);
    expect(client.closed).toBe(4404);
    expect(attach().closed).toBe(4404);
    expect([clock.pending, session.channel.waiting]).toEqual([0, 0]);
    expect(session.history).toEqual(["attached"]);
  });

  it("L38: drops the line without ending the channel when detached", () => {
    const { session, client, attach } = attached();
    session.update([text(5, "a")]);
    session.channel.detach();
    session.channel.detach();
    expect(client.closed).toBe(1006);
    expect(session.history).toEqual(["attached", "detached 1006"]);
    expect(attach().hear()).toEqual([welcome({}), [1, 0, [text(5, "a")]]]);
  });
});
