import { describe, expect, it } from "vitest";
import { Link, MAX_WAITING_EVENTS } from "../../src/link/link.ts";
import type { LinkOptions, LinkState } from "../../src/link/link-options.ts";
import { CLOSE_REASONS, CloseCode } from "../../src/protocol/close-codes.ts";
import type { DownMessage, Welcome } from "../../src/protocol/frames.ts";
import type { Operation } from "../../src/protocol/operations.ts";
import type { Connection, ConnectionListener } from "../../src/transport/connection.ts";
import { memoryPair, type MemoryPair } from "../../src/transport/memory.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { Recorder } from "../transport/contract.ts";

const HEARTBEAT = 20_000;

/** A link whose server is the test: `lines` are its attempts, `heard` what the newest line brought. */
class Bench implements LinkOptions {
  readonly ticket = "t";
  readonly clock = new FakeClock(1_000_000);
  readonly lines: MemoryPair[] = [];
  readonly states: LinkState[] = [];
  readonly applied: [operations: readonly Operation[], acknowledged: number][] = [];
  readonly delivered: DownMessage[] = [];
  readonly link: Link;
  server = new Recorder();
  randomValue = 0.5;
  onApply: () => void = () => {};

  constructor() {
    this.link = new Link(this);
  }

  random(): number {
    return this.randomValue;
  }

  open: () => Connection = () => {
    const line = memoryPair({ by: "command" });
    this.server = new Recorder();
    line.server.listen(this.server);
    this.lines.push(line);
    return line.client;
  };

  apply(operations: readonly Operation[], acknowledged: number): void {
    this.applied.push([operations, acknowledged]);
    this.onApply();
  }

  deliver(message: DownMessage): void {
    this.delivered.push(message);
  }

  changed(state: LinkState): void {
    this.states.push(state);
  }

  get line(): MemoryPair {
    return this.lines.at(-1)!;
  }

  /** Sends to the link, and lets all arrive. */
  say(...frames: unknown[]): this {
    for (const frame of frames) this.line.server.send(JSON.stringify(frame));
    this.line.deliverAll();
    return this;
  }

  welcome(facts: Partial<Welcome> = {}): this {
    return this.say([
      "welcome",
      { event: 0, frame: 0, resumed: true, heartbeat: HEARTBEAT, maxFrameBytes: 65_536, ...facts },
    ]);
  }

  /** What came from the link since the last look. */
  hear(): unknown[] {
    this.line.deliverAll();
    return this.server.frames.splice(0).map((text) => JSON.parse(text) as unknown);
  }

  close(code: CloseCode): void {
    this.line.server.close(code, CLOSE_REASONS[code]);
    this.line.deliverAll();
  }

  drop(): void {
    this.line.drop();
    this.line.deliverAll();
  }

  /** Waits out the pause before the next attempt. */
  comeBack(): void {
    const { state } = this.link;
    if (state.kind !== "waiting") throw new Error(`Expected to be waiting, not ${state.kind}.`);
    this.clock.advance(state.retryAt - this.clock.now());
  }
}

function connected(): Bench {
  const bench = new Bench();
  bench.link.start();
  bench.welcome();
  bench.hear();
  return bench;
}

const hello = (frame: number) => ["hello", { protocol: 1, ticket: "t", frame }];
const text = (n: number, acknowledged = 0) => [n, acknowledged, [[0, 5, `text ${n}`]]];

describe("a link", () => {
  it("L2: says hello first, and what was done before the welcome after it, in order", () => {
    const bench = new Bench();
    expect(bench.link.send(5, "click")).toBe(1);
    bench.link.start();
    expect(bench.link.send(6, "input", { v: "a" })).toBe(2);
    expect(bench.hear()).toEqual([hello(0)]);
    bench.welcome();
    expect(bench.link.send("request", 1, "save", [])).toBe(3);
    expect(bench.hear()).toEqual([
      [1, 0, 5, "click"],
      [2, 0, 6, "input", { v: "a" }],
      [3, 0, "request", 1, "save", []],
    ]);
    expect(bench.states).toEqual([{ kind: "connecting" }, { kind: "connected" }]);
  });

  it("L2: says nothing between its hello and the welcome, however long that takes", () => {
    const bench = new Bench();
    bench.link.start();
    bench.hear();
    bench.clock.advance(HEARTBEAT + 1);
    expect(bench.hear()).toEqual([]);
    expect(bench.link.state.kind).toBe("connecting");
  });

  it("L3: sends again, after a drop, what the server has not handled, and nothing else", () => {
    const bench = connected();
    for (let n = 1; n <= 4; n++) bench.link.send(5, "click");
    bench.say([0, 1]);
    expect(bench.link.acknowledged).toBe(1);
    bench.drop();
    bench.link.send(5, "click");
    bench.comeBack();
    bench.welcome({ event: 3 });
    expect(bench.hear().slice(1)).toEqual([
      [4, 0, 5, "click"],
      [5, 0, 5, "click"],
    ]);
    expect(bench.link.acknowledged).toBe(3);
  });

  it("L4: applies each frame once and in order, and drops one that it has seen", () => {
    const bench = connected();
    bench.say(text(1), text(1), text(2, 3), text(1), text(2));
    expect(bench.applied).toEqual([
      [[[0, 5, "text 1"]], 0],
      [[[0, 5, "text 2"]], 3],
    ]);
  });

  it("L4: delivers the messages of a frame after its operations, in order", () => {
    const bench = connected();
    bench.onApply = () => expect(bench.delivered).toEqual([]);
    const messages = [
      ["custom", "a", 1],
      ["custom", "b", 2],
    ];
    bench.say([1, 0, [], messages]);
    expect(bench.delivered).toEqual(messages);
    expect(bench.applied).toHaveLength(1);
  });

  it("L4: comes back for what is missing when a frame leaves a gap", () => {
    const bench = connected();
    bench.say(text(1), text(3));
    expect(bench.applied).toHaveLength(1);
    expect(bench.link.state.kind).toBe("waiting");
    bench.line.deliverAll();
    expect(bench.server.closes).toEqual([[1006, ""]]);
    bench.comeBack();
    expect(bench.hear()).toEqual([hello(1)]);
  });

  it("L5: acknowledges frames with the next event, in time, in number, or in size", () => {
    const bench = connected();
    bench.say(text(1));
    bench.link.send(5, "click");
    expect(bench.hear()).toEqual([[1, 1, 5, "click"]]);

    bench.say(text(2), text(3));
    bench.clock.advance(249);
    expect(bench.hear()).toEqual([]);
    bench.clock.advance(1);
    expect(bench.hear()).toEqual([[0, 3]]);

    for (let n = 4; n < 11; n++) bench.say(text(n));
    expect(bench.hear()).toEqual([]);
    bench.say(text(11));
    expect(bench.hear()).toEqual([[0, 11]]);

    bench.say([12, 0, [[0, 5, "x".repeat(32_768)]]]);
    expect(bench.hear()).toEqual([[0, 12]]);

    bench.line.server.send(JSON.stringify(text(13)), new Uint8Array(32_768));
    expect(bench.hear()).toEqual([[0, 13]]);
  });

  it("L6: pulses when silent for a heartbeat, and not while it has something else to say", () => {
    const bench = connected();
    bench.clock.advance(HEARTBEAT - 1);
    bench.link.send(5, "click");
    bench.say([0, 1]);
    expect(bench.hear()).toHaveLength(1);
    bench.clock.advance(HEARTBEAT - 1);
    expect(bench.hear()).toEqual([]);
    bench.clock.advance(1);
    expect(bench.hear()).toEqual([[0, 0]]);
  });

  it("L6: drops a line on which nothing is answered for 1.5 heartbeats, hello, event or pulse", () => {
    const unanswered = [
      (bench: Bench) => bench.link.start(),
      (bench: Bench) => bench.welcome().link.send(5, "click"),
      (bench: Bench) => bench.welcome().clock.advance(HEARTBEAT),
    ];
    for (const speak of unanswered) {
      const bench = new Bench();
      if (speak !== unanswered[0]) bench.link.start();
      speak(bench);
      bench.line.blackHole();
      bench.clock.advance(1.5 * HEARTBEAT - 1);
      expect(bench.lines).toHaveLength(1);
      expect(bench.link.state.kind).not.toBe("waiting");
      bench.clock.advance(1);
      expect(bench.link.state.kind).toBe("waiting");
    }
  });

  it("L6: keeps a line on which anything at all is heard", () => {
    const bench = connected();
    for (let n = 1; n <= 10; n++) {
      bench.clock.advance(HEARTBEAT);
      bench.say([0, 0]);
    }
    expect(bench.lines).toHaveLength(1);
    expect(bench.link.state).toEqual({ kind: "connected" });
  });

  it("L7: pauses 0.2 s before it comes back, then 1.7 times longer each time, up to 10 s", () => {
    const bench = connected();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 12; attempt++) {
      bench.drop();
      const { state } = bench.link;
      if (state.kind !== "waiting") throw new Error("Expected a pause.");
      expect(state.attempt).toBe(attempt);
      pauses.push(Math.round(state.retryAt - bench.clock.now()));
      bench.comeBack();
      expect(bench.lines).toHaveLength(1 + attempt);
    }
    expect(pauses).toEqual([200, 340, 578, 983, 1670, 2840, 4828, 8207, 10_000, 10_000, 10_000, 10_000]);
  });

  it("L7: spreads its pauses by 30% either way", () => {
    for (const [random, pause] of [
      [0, 140],
      [1, 260],
    ] as const) {
      const bench = connected();
      bench.randomValue = random;
      bench.drop();
      expect(bench.link.state).toMatchObject({ retryAt: bench.clock.now() + pause });
    }
  });

  it("L7: starts with short pauses again after a connection that held 5 s, but not one that did not", () => {
    for (const [held, pause] of [
      [5_001, 200],
      [5_000, 340],
    ] as const) {
      const bench = connected();
      bench.drop();
      bench.comeBack();
      bench.welcome();
      bench.clock.advance(held);
      bench.drop();
      expect(bench.link.state).toMatchObject({ retryAt: bench.clock.now() + pause });
    }
  });

  it("L7: starts small only after a stable connection, not after slow attempts that failed", () => {
    const bench = connected();
    bench.drop();
    bench.comeBack();
    bench.clock.advance(10_000);
    bench.drop();
    expect(bench.link.state).toMatchObject({ attempt: 2 });
  });

  it("L8: tries at once when woken, and keeps one attempt at a time", () => {
    const bench = connected();
    bench.drop();
    bench.link.wake();
    expect(bench.lines).toHaveLength(2);
    expect(bench.hear()).toEqual([hello(0)]);
    bench.link.wake();
    bench.clock.advance(10_000);
    expect(bench.lines).toHaveLength(2);
  });

  it("L8: asks for a word when woken on a line that looks alive, and drops it after 5 s without one", () => {
    const bench = connected();
    bench.link.wake();
    expect(bench.hear()).toEqual([[0, 0]]);
    bench.say([0, 0]);
    bench.clock.advance(6_000);
    expect(bench.link.state.kind).toBe("connected");
    bench.line.blackHole();
    bench.link.wake();
    bench.clock.advance(5_000);
    expect(bench.link.state.kind).toBe("waiting");
  });

  it("L9: stops for good on a final code, and comes back after any other", () => {
    const final = [1009, 4001, 4401, 4404, 4409, 4413, 4426];
    for (const code of [...Object.values(CloseCode), 1000, 1006, 1009, 1011] as CloseCode[]) {
      const bench = connected();
      bench.close(code);
      const closed: LinkState = { kind: "closed", notice: { code, message: "" } };
      if (final.includes(code)) expect(bench.link.state).toEqual(closed);
      else expect([code, bench.link.state.kind]).toEqual([code, "waiting"]);
      bench.clock.advance(1_000);
      expect(bench.lines).toHaveLength(final.includes(code) ? 1 : 2);
    }
  });

  it("L9: stops on a notice, with its text, even when the line breaks before the close", () => {
    for (const code of [CloseCode.SessionEnded, CloseCode.HardDisconnect]) {
      const bench = connected();
      const notice = { code, message: "Thanks for visiting." };
      bench.say(["close", notice]);
      bench.drop();
      bench.clock.advance(60_000);
      bench.link.wake();
      expect(bench.link.state).toEqual({ kind: "closed", notice });
      expect(bench.states.filter(({ kind }) => kind === "closed")).toHaveLength(1);
      expect(bench.lines).toHaveLength(1);
      expect(bench.clock.pending).toBe(0);
    }
  });

  it("L9: comes back after the notice of a restart", () => {
    const bench = connected();
    bench.say(["close", { code: CloseCode.ServerRestart, message: "Back soon." }]);
    bench.close(CloseCode.ServerRestart);
    bench.comeBack();
    expect(bench.hear()).toEqual([hello(0)]);
  });

  it("L10: refuses an event when 400 wait, when it is larger than the server accepts, and when closed", () => {
    const bench = connected();
    bench.welcome({ maxFrameBytes: 1_000 });
    expect(bench.link.send(5, "input", { v: "€".repeat(330) })).toBe(0);
    expect(bench.link.send(5, "input", { v: "x".repeat(900) })).toBe(1);
    for (let n = 2; n <= MAX_WAITING_EVENTS; n++) bench.link.send(5, "click");
    expect(bench.link.send(5, "click")).toBe(0);
    bench.say([0, 1]);
    expect(bench.link.send(5, "click")).toBe(MAX_WAITING_EVENTS + 1);
    bench.say([0, MAX_WAITING_EVENTS + 1]);
    bench.close(CloseCode.SessionGone);
    expect(bench.link.send(5, "click")).toBe(0);
  });

  it("L11: asks for the whole screen when a frame could not be applied", () => {
    const bench = connected();
    bench.onApply = () => {
      throw new Error("no such element");
    };
    expect(() => bench.say(text(1))).toThrow("no such element");
    bench.onApply = () => {};
    bench.comeBack();
    expect(bench.hear()).toEqual([hello(-1)]);
    bench.welcome({ frame: 7, resumed: false });
    bench.say(text(8));
    expect(bench.applied.at(-1)).toEqual([[[0, 5, "text 8"]], 0]);
  });

  it("L12: says goodbye and stops for good", () => {
    const bench = connected();
    bench.link.stop();
    bench.link.stop();
    expect(bench.hear()).toEqual([["goodbye"]]);
    expect(bench.server.closes.map(([code]) => code)).toEqual([1000]);
    expect(bench.states.at(-1)).toEqual({ kind: "closed", notice: { code: 1000, message: "" } });
    expect(bench.clock.pending).toBe(0);
  });

  it("L12: can stop while it waits or connects", () => {
    const waiting = connected();
    waiting.drop();
    const connecting = new Bench();
    connecting.link.start();
    for (const bench of [waiting, connecting]) {
      bench.link.stop();
      bench.clock.advance(60_000);
      expect(bench.lines).toHaveLength(1);
      expect(bench.clock.pending).toBe(0);
    }
  });

  it("L13: answers the server at once when its own timer is late, as a hidden tab's is", () => {
    const bench = connected();
    bench.clock.stall(HEARTBEAT + 1);
    bench.say([0, 0]);
    expect(bench.hear()).toEqual([[0, 0]]);
    bench.say([0, 0]);
    expect(bench.hear()).toEqual([]);
  });

  it("L14: goes on after the events of an earlier page with the same ticket", () => {
    const bench = new Bench();
    expect(bench.link.send(5, "click")).toBe(1);
    bench.link.start();
    bench.hear();
    bench.welcome({ event: 7, frame: 12, resumed: false });
    expect(bench.hear()).toEqual([[8, 12, 5, "click"]]);
    expect(bench.link.acknowledged).toBe(0);
    bench.say([13, 5, []], [14, 8, []]);
    expect(bench.link.acknowledged).toBe(1);
    // The numbers told to the page are its own, those it was given before the welcome too.
    expect(bench.applied).toEqual([
      [[], 0],
      [[], 1],
    ]);
    expect(bench.link.send(5, "click")).toBe(2);
    expect(bench.hear()).toEqual([[9, 14, 5, "click"]]);
  });

  it("L15: takes no event back when a frame is sent again that is older than what was handled", () => {
    const bench = connected();
    bench.link.send(5, "click");
    bench.link.send(5, "click");
    bench.hear();
    bench.say([0, 2], text(1, 1));
    expect(bench.link.acknowledged).toBe(2);
    expect(bench.applied).toEqual([[[[0, 5, "text 1"]], 1]]);
    expect(bench.link.send(5, "click")).toBe(3);
  });

  it("L16: hears no more of a line that it has left", () => {
    const bench = connected();
    const left = bench.line;
    left.blackHole();
    bench.clock.advance(2.5 * HEARTBEAT);
    bench.comeBack();
    left.drop();
    left.deliverAll();
    expect(bench.link.state.kind).toBe("connecting");
    expect(bench.lines).toHaveLength(2);
  });

  it("L16: needs no line that keeps silent by itself once it is left", () => {
    const bench = connected();
    const listeners: ConnectionListener[] = [];
    const { client } = memoryPair();
    bench.open = () => ({ ...client, isOpen: true, send() {}, terminate() {}, listen: (to) => listeners.push(to) });
    bench.drop();
    bench.comeBack();
    bench.clock.advance(1.5 * HEARTBEAT);
    bench.comeBack();
    const [left, current] = listeners;
    const welcome = { event: 0, frame: 0, resumed: true, heartbeat: HEARTBEAT, maxFrameBytes: 65_536 };
    left!.onFrame(JSON.stringify(["welcome", welcome]));
    expect(bench.link.state.kind).toBe("connecting");
    current!.onFrame(JSON.stringify(["welcome", welcome]));
    expect(bench.link.state.kind).toBe("connected");
  });
});
