/** 10,000 connected sessions in one process, 1,000 events a second among them; and what the same events cost as echoes. */
import { maskedFrame, RawSocket } from "../support/raw-socket.ts";
import { ServerProcess } from "../support/server-process.ts";
import { median, rounded } from "../support/interleave.ts";
import { closePageConnections, inParallel, visit } from "../support/visitor.ts";

const CLIENTS = 10_000;
const PER_SECOND = 1_000;
const ROUNDS = 5;
const ROUND_MS = 3_000;

interface Player {
  readonly socket: RawSocket;
  next(): Buffer;
}

interface Contender {
  readonly server: ServerProcess;
  readonly players: readonly Player[];
  readonly p99s: number[];
  peakRss: number;
}

function event(n: number, id: string): Buffer {
  return maskedFrame(`[${n},${n - 1},${id},"click",{"at":[40,17,412,305]}]`);
}

async function sessions(): Promise<Contender> {
  const server = await ServerProcess.start("tandem", "CounterPageApp");
  const players = await inParallel(CLIENTS, 16, async () => {
    const { socket, html } = await visit(server.url);
    const id = /data-t="?(\d+)[^>]*>\s*\+\s*<\/button>/.exec(html)![1]!;
    let n = 0;
    return { socket, next: () => event(++n, id) };
  });
  return { server, players, p99s: [], peakRss: 0 };
}

async function echoes(): Promise<Contender> {
  const server = await ServerProcess.start("bare", "echo", "40");
  const players = await inParallel(CLIENTS, 16, async () => {
    let n = 0;
    return { socket: await RawSocket.open({ url: server.url }), next: () => event(++n, "3") };
  });
  return { server, players, p99s: [], peakRss: 0 };
}

/** Events at an even rate, from one session after the other in an order that jumps; the 99th of 100 answer times. */
async function round({ players }: Contender): Promise<number> {
  const times: number[] = [];
  const started = performance.now();
  let sent = 0;
  let underWay = 0;
  while (sent < (PER_SECOND * ROUND_MS) / 1_000) {
    const target = ((performance.now() - started) * PER_SECOND) / 1_000;
    for (; sent < target; sent++) {
      const due = started + (sent * 1_000) / PER_SECOND;
      const { socket, next } = players[(sent * 6_367) % CLIENTS]!;
      underWay++;
      socket.onFrame = () => {
        times.push(performance.now() - due);
        underWay--;
      };
      socket.write(next());
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  while (underWay > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
}

/** One after the other: both at once would be more open files than many systems allow one process. */
async function measure(contender: Contender): Promise<Contender> {
  closePageConnections();
  for (let i = -1; i < ROUNDS; i++) {
    const p99 = await round(contender);
    if (i >= 0) contender.p99s.push(p99);
    contender.peakRss = Math.max(contender.peakRss, (await contender.server.ask("rss")) as number);
  }
  for (const { socket } of contender.players) socket.destroy();
  await contender.server.stop();
  return contender;
}

const app = await measure(await sessions());
const bare = await measure(await echoes());
console.error(`p99: ${app.p99s.map(rounded).join(" ")} ms, echoes ${bare.p99s.map(rounded).join(" ")} ms`);
const MB = 1_000_000;
console.log(
  JSON.stringify({
    sessions_10k_p99_ms: rounded(median(app.p99s)),
    sessions_10k_rss_mb: rounded(app.peakRss / MB),
    ws_10k_p99_ms: rounded(median(bare.p99s)),
    ws_10k_rss_mb: rounded(bare.peakRss / MB),
  }),
);
process.exit();
