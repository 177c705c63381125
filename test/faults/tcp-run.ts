import { serve } from "../../src/server/serve.ts";
import type { Server } from "../../src/server/listen.ts";
import type { Session } from "../../src/session/session.ts";
import { systemClock } from "../../src/core/clock.ts";
import type { Limits } from "../../src/core/limits.ts";
import { Random } from "../support/random.ts";
import { Figures } from "./figures.ts";
import { modelApp, type Journal } from "./model-app.tsx";
import { ReferenceModel } from "./reference-model.ts";
import { screenText } from "./screen-text.ts";
import { fetchPage, TcpClient } from "./tcp-client.ts";
import { TcpFaultProxy } from "./tcp-fault-proxy.ts";

/** Silence is noticed soon, and nobody comes back too often. */
export const TCP_LIMITS: Partial<Limits> = {
  heartbeat: 400,
  reattachesPerMinute: 100_000,
  maxUnclaimedPerAddress: 10_000,
  eventsPerSecond: 10_000,
};

interface TcpFault {
  readonly name: string;
  /** Does it, and answers what undoes it. */
  happen(proxy: TcpFaultProxy, random: Random): (() => void) | void;
}

const tcpFaults: readonly TcpFault[] = [
  {
    name: "cut in mid-frame",
    happen: (proxy, random) => proxy.line?.cutAfter(random.pick(["up", "down"]), random.below(30)),
  },
  { name: "reset", happen: (proxy) => proxy.line?.reset() },
  { name: "half-open", happen: (proxy, random) => proxy.line?.halfOpen(random.pick(["client", "server"])) },
  {
    name: "black hole",
    happen: (proxy) => {
      proxy.swallow();
      return () => proxy.accept();
    },
  },
  {
    name: "refused",
    happen: (proxy) => {
      proxy.refuse();
      proxy.line?.reset();
      return () => proxy.accept();
    },
  },
  {
    name: "latency",
    happen: (proxy, random) => {
      proxy.latency = random.pick([20, 60, 150]);
      return () => (proxy.latency = 0);
    },
  },
  {
    name: "bandwidth",
    happen: (proxy, random) => {
      proxy.bytesPerSecond = random.pick([2_000, 20_000]);
      return () => (proxy.bytesPerSecond = Infinity);
    },
  },
];

interface Party {
  readonly client: TcpClient;
  readonly proxy: TcpFaultProxy;
}

export interface TcpRunOptions {
  readonly faults: number;
  readonly clients: number;
  readonly seed: number;
}

/** Faults on real sockets: clients in pairs on a session each, every client behind a proxy of its own. */
export class TcpRun {
  readonly figures = new Figures();
  readonly #random: Random;
  readonly #parties: Party[] = [];
  readonly #sessions: { session: Session; journal: Journal }[] = [];
  #server!: Server;

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  static async run({ faults, clients, seed }: TcpRunOptions): Promise<Figures> {
    const run = new TcpRun(seed);
    try {
      await run.#start(clients);
      const disturb = async (party: Party) => {
        while (run.figures.faults < faults) await run.#disturb(party);
      };
      await Promise.all(run.#parties.map(disturb));
      await run.#compare();
    } finally {
      await run.#close();
    }
    run.#checkLeft();
    return run.figures;
  }

  async #start(clients: number): Promise<void> {
    const app = modelApp(systemClock, (journal, session) => this.#sessions.push({ session, journal }));
    this.#server = await serve(app, { port: 0, limits: TCP_LIMITS, log: () => {}, closeTimeout: 2_000 });
    for (let index = 0; index < clients; index++) await this.#join(index % 2 === 1);
    await Promise.all(this.#parties.map(({ client }) => client.settled()));
  }

  /** Every second client joins the session before it, by its link. */
  async #join(isSecond: boolean): Promise<void> {
    const proxy = await TcpFaultProxy.start(this.#server.port);
    const base = `http://127.0.0.1:${this.#server.port}`;
    const joined = this.#sessions.at(-1)?.session;
    const link = isSecond ? new URL(joined!.shareUrl()).search : "";
    const page = await fetchPage(`${base}/${link}`);
    const { session, journal } = this.#sessions.at(-1)!;
    const client = new TcpClient({ page, port: proxy.port, random: this.#random, session, journal });
    this.#parties.push({ client, proxy });
  }

  async #disturb({ client, proxy }: Party): Promise<void> {
    const fault = this.#random.pick(tcpFaults);
    this.#act(client);
    const undo = fault.happen(proxy, this.#random);
    this.figures.fault(fault.name);
    this.#act(client);
    if (this.#random.chance(0.3)) client.session.run(client.journal.tick);
    const better = () => {
      undo?.();
      // As a browser tells a page that its network is back, or that someone looks at it.
      client.screen.wake();
    };
    const outage = setTimeout(better, this.#random.pick([0, 10, 100, 700]));
    try {
      await client.settled();
    } finally {
      clearTimeout(outage);
      undo?.();
    }
  }

  #act(client: TcpClient): void {
    for (let count = this.#random.below(4); count > 0; count--) client.act();
  }

  async #compare(): Promise<void> {
    await Promise.all(this.#parties.map(({ client }) => client.settled()));
    for (const { client } of this.#parties) {
      const { handled, sent } = client;
      this.figures.sent += sent.length;
      this.figures.handled += handled.length;
      this.figures.lost += client.missing;
      this.figures.stale += sent.length - handled.length - client.missing;
      this.figures.doubled += handled.length - new Set(handled).size;
      this.figures.outOfOrder += handled.filter((token, index) => token < (handled[index - 1] ?? 0)).length;
      this.figures.messages += client.screen.notices.length;
      if (screenText(client.session) !== new ReferenceModel(client.journal.changes).toString()) {
        throw new Error("Expected the server's screen to be that of the reference model.");
      }
      this.figures.screensCompared++;
    }
  }

  async #close(): Promise<void> {
    for (const { client } of this.#parties) client.screen.stop();
    await this.#server.close();
    await Promise.all(this.#parties.map(({ proxy }) => proxy.close()));
  }

  #checkLeft(): void {
    this.figures.seeds = 1;
    this.figures.sessions = this.#sessions.length;
    this.figures.sessionsLeft = this.#sessions.filter(({ session }) => session.state.peek().kind !== "ended").length;
    const { lost, doubled, outOfOrder, sessionsLeft } = this.figures;
    if (lost + doubled + outOfOrder + sessionsLeft > 0) throw new Error(this.figures.toString());
  }
}
