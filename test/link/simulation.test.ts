import { describe, expect, it } from "vitest";
import type { Limits } from "../../src/core/limits.ts";
import { Link } from "../../src/link/link.ts";
import type { LinkOptions } from "../../src/link/link-options.ts";
import type { DownMessage } from "../../src/protocol/frames.ts";
import { Op, type Operation } from "../../src/protocol/operations.ts";
import type { Connection } from "../../src/transport/connection.ts";
import { memoryPair, type MemoryPair } from "../../src/transport/memory.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { Random } from "../support/random.ts";
import { FedElement, ModelFeed } from "./model-feed.ts";
import { ModelScreen } from "./model-screen.ts";
import { ModelSession } from "./model-session.ts";

const SEEDS = Number(process.env["SEEDS"] ?? 3_000);
const STEPS = 60;

/** One client and one session, and everything that can go wrong between them. */
class Simulation implements LinkOptions {
  readonly ticket = "ticket";
  readonly clock = new FakeClock(1_000_000);
  readonly session: ModelSession;
  readonly screen = new ModelScreen();
  readonly link: Link;
  readonly sent: number[] = [];
  readonly messages: number[] = [];
  readonly feed: ModelFeed;
  readonly fed = new FedElement();
  readonly acknowledgements: number[] = [];
  readonly random: () => number;
  readonly #random: Random;
  #lines: MemoryPair[] = [];
  #healthy = false;
  #nextRow = 3;
  #nextMessage = 1;
  #value = 0;

  constructor(seed: number) {
    const random = (this.#random = new Random(seed));
    this.random = random.next;
    this.session = new ModelSession(this.clock, someLimits(random));
    this.feed = new ModelFeed({ kept: random.pick([5, 40, 20_000]) });
    this.session.feeds.add(this.feed);
    this.session.onInput = () => {
      if (random.chance(0.7)) this.update();
    };
    this.link = new Link(this);
    // What changes before the page attaches reaches it all the same.
    for (let count = random.below(4); count > 0; count--) this.update();
    this.link.start();
  }

  open(): Connection {
    const random = this.#random;
    const latency = () => (this.#healthy ? 20 : random.pick([0, 1, 30, 30, 200, 900]));
    const line = memoryPair({ by: "clock", clock: this.clock, latency });
    this.#lines.push(line);
    this.session.accept(line.server);
    if (!this.#healthy && random.chance(0.1)) line.drop();
    if (!this.#healthy && random.chance(0.05)) line.blackHole();
    return line.client;
  }

  apply(operations: readonly Operation[], acknowledged: number): void {
    this.screen.apply(operations);
    this.acknowledgements.push(acknowledged);
  }

  deliver(message: DownMessage, body?: ArrayBuffer): void {
    if (message[0] === "data") this.fed.take(message, body);
    else this.messages.push(message[2] as number);
  }

  changed(): void {}

  step(): void {
    const random = this.#random;
    const line = this.#lines.at(-1)!;
    const chance = random.below(100);
    if (chance < 30) this.update();
    else if (chance < 50) this.click();
    else if (chance < 80) this.clock.advance(random.pick([0, 5, 20, 100, 300]));
    else if (chance < 85) this.clock.advance(random.pick([1_000, 5_000, 40_000]));
    else if (chance < 90) line.drop();
    else if (chance < 93) line.drop(random.pick(["client", "server"]));
    else if (chance < 95) line.blackHole();
    else if (chance < 97) random.pick(this.#lines).drop();
    else if (chance < 98) this.session.channel.detach();
    else if (chance < 99) this.grow(random.pick([1, 9, 30_000]));
    else this.link.wake();
  }

  /** Faults end, and all that can still happen happens. */
  settle(): void {
    this.#healthy = true;
    this.grow(1);
    this.#lines.at(-1)!.drop();
    this.clock.advance(60_000);
  }

  click(): void {
    const n = this.link.send(5, "click", { m: this.sent.length });
    if (n > 0) this.sent.push(n);
  }

  /** More data, with a change of the screen or alone. */
  grow(count: number): void {
    this.feed.grow(count);
    if (this.#random.chance(0.5)) this.update();
    this.session.channel.drain();
  }

  update(): void {
    const random = this.#random;
    if (random.chance(0.2)) this.feed.grow(1);
    const operations: Operation[] = [];
    const ids = [...this.session.screen.ids];
    for (let count = random.below(4); count > 0; count--) operations.push(this.#change(ids));
    const messages: DownMessage[] = random.chance(0.3) ? [["custom", "count", this.#nextMessage++]] : [];
    this.session.update(operations, messages);
  }

  /** A random operation on the rows `ids`, which it keeps as the screen will have them. */
  #change(ids: number[]): Operation {
    const random = this.#random;
    const value = `${this.#value++}`;
    const kind = ids.length === 0 ? 0 : random.below(8);
    const id = random.pick(ids);
    const before = random.chance(0.5) ? 0 : (random.pick(ids.filter((other) => other !== id)) ?? 0);
    if (kind === 0) {
      const row = this.#nextRow++;
      ids.push(row);
      return [Op.Insert, 2, before, 1, [row, value]];
    }
    if (kind === 1) {
      ids.splice(ids.indexOf(id), 1);
      return [Op.Remove, id];
    }
    if (kind === 2) return [Op.Move, 2, before, id];
    if (kind < 5) return [Op.Attribute, id, random.pick(["class", "title"]), value];
    return [Op.Text, id, value];
  }

  get messagesSent(): number {
    return this.#nextMessage - 1;
  }

  get messagesDropped(): number {
    const breaches = this.session.breaches.filter(({ name }) => name === "maxQueuedMessages");
    return breaches.reduce((sum, { detail }) => sum + Number.parseInt(detail, 10), 0);
  }
}

function someLimits(random: Random): Partial<Limits> {
  return {
    windowBytes: random.pick([1, 60, 300, 256 * 1024]),
    maxBacklogOperations: random.pick([3, 20, 2_000]),
    maxQueuedMessages: random.pick([2, 1_000]),
    maxBufferedBytes: random.pick([200, 4 * 1024 * 1024]),
    heartbeat: random.pick([2_000, 20_000]),
  };
}

function simulate(seed: number): Simulation {
  const simulation = new Simulation(seed);
  for (let step = 0; step < STEPS; step++) simulation.step();
  simulation.settle();
  return simulation;
}

function checkRun({ link, session, screen, clock, ...run }: Simulation, simulation: Simulation): void {
  expect(link.state).toEqual({ kind: "connected" });
  expect(session.inputs.map((input) => input[0])).toEqual(run.sent);
  expect(session.inputs.map((input) => (input[4] as { m: number }).m)).toEqual(run.sent.map((_, index) => index));
  expect(link.acknowledged).toBe(run.sent.length);
  expect(JSON.stringify(screen)).toBe(JSON.stringify(session.screen));
  expect(run.fed.last(run.feed.kept).join()).toBe(all(run.feed).join());
  expect(session.channel.acknowledged).toBe(session.channel.lastFrame);
  expect(session.channel.waiting).toBe(0);
  expect(run.messages).toEqual([...new Set(run.messages)].sort((a, b) => a - b));
  expect(run.messages.length).toBe(simulation.messagesSent - simulation.messagesDropped);
  expect(run.acknowledgements).toEqual(run.acknowledgements.toSorted((a, b) => a - b));
  expect(clock.pending).toBeLessThan(6);
}

const all = ({ start, end }: ModelFeed) => Array.from({ length: end - start }, (_, index) => start + index);

const MUST_HAPPEN = [
  "attached",
  "attached anew",
  "detached 1006",
  "detached 4408",
  "breach maxQueuedMessages",
  "breach maxBacklogOperations",
  "breach maxBufferedBytes",
];

describe("a link and its channel over a line that fails", () => {
  it("L1: handle each event once and in order, and show what the server shows, whatever happens between", () => {
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= SEEDS; seed++) {
      try {
        const simulation = simulate(seed);
        checkRun(simulation, simulation);
        for (const what of simulation.session.history) seen.set(what, (seen.get(what) ?? 0) + 1);
      } catch (error) {
        throw new Error(`Seed ${seed} failed: ${(error as Error).message}`, { cause: error });
      }
    }
    // A simulation in which nothing goes wrong proves nothing.
    expect([...seen.keys()]).toEqual(expect.arrayContaining(MUST_HAPPEN));
  });
});
