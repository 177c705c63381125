/**
 * An event through a real socket to a handler, and the patch back, against a bare `ws` server that answers frames of
 * the same size with frames of the same size. The same load comes from this process, the servers have their own.
 */
import { maskedFrame, RawSocket } from "../support/raw-socket.ts";
import { ServerProcess } from "../support/server-process.ts";
import { median, rounded } from "../support/interleave.ts";
import { inParallel, visit } from "../support/visitor.ts";

/** Clients, each with one event under way, as people have. */
const CLIENTS = 100;
const ROUNDS = 7;
const ROUND_MS = 1_000;
const HALF_LOAD_MS = 1_500;
/** Frames are acknowledged by the next event, so numbers have as many digits on both sides all along. */
const FIRST = 1;

/** One client: knows what to send next. */
interface Player {
  readonly socket: RawSocket;
  /** The next event as a whole frame. */
  next(): Buffer;
}

interface Contender {
  readonly server: ServerProcess;
  readonly players: readonly Player[];
  readonly perSecond: number[];
  readonly cpu: number[];
  /** Of each round at half load, the 99th of 100 answer times. */
  readonly p99s: number[];
}

async function tandem(): Promise<Contender> {
  const server = await ServerProcess.start("tandem", "Click");
  const players = await inParallel(CLIENTS, 8, async () => {
    const { socket, html } = await visit(server.url);
    const id = /<button[^>]* data-t="?(\d+)/.exec(html)![1]!;
    let n = FIRST;
    // As the page's runtime writes it.
    return { socket, next: () => maskedFrame(`[${n},${n++ - 1},${id},"click",{"at":[40,17,412,305]}]`) };
  });
  return { server, players, perSecond: [], cpu: [], p99s: [] };
}

async function bare(bytes: number): Promise<Contender> {
  const server = await ServerProcess.start("bare", "echo", String(bytes));
  const players = await inParallel(CLIENTS, 8, async () => {
    const socket = await RawSocket.open({ url: server.url });
    let n = FIRST;
    return { socket, next: () => maskedFrame(`[${n},${n++ - 1},3,"click",{"at":[40,17,412,305]}]`) };
  });
  return { server, players, perSecond: [], cpu: [], p99s: [] };
}

/** Each client sends again as soon as it is answered. */
async function flood({ server, players, perSecond, cpu }: Contender): Promise<void> {
  let answered = 0;
  let going = true;
  let underWay = 0;
  const before = await server.cpu();
  const started = performance.now();
  await new Promise<void>((resolve) => {
    for (const { socket, next } of players) {
      socket.onFrame = () => {
        answered++;
        if (going) socket.write(next());
        else if (--underWay === 0) resolve();
      };
      underWay++;
      socket.write(next());
    }
    setTimeout(() => (going = false), ROUND_MS);
  });
  perSecond.push((answered * 1_000) / (performance.now() - started));
  cpu.push(((await server.cpu()) - before) / answered);
}

/** Sends at an even rate whatever comes back, and times each event from when it was due to its answer. */
async function halfLoad({ players, perSecond, p99s }: Contender): Promise<void> {
  const rate = median(perSecond) / 2 / 1_000;
  const times: number[] = [];
  const idle = [...players];
  const due: number[] = [];
  const begin = (player: Player, at: number) => {
    player.socket.onFrame = () => {
      times.push(performance.now() - at);
      const waiting = due.shift();
      if (waiting === undefined) idle.push(player);
      else begin(player, waiting);
    };
    player.socket.write(player.next());
  };
  const started = performance.now();
  let sent = 0;
  while (sent < HALF_LOAD_MS * rate || idle.length < players.length) {
    const target = Math.min(HALF_LOAD_MS, performance.now() - started) * rate;
    for (; sent < target; sent++) {
      const at = started + sent / rate;
      const player = idle.shift();
      if (player === undefined) due.push(at);
      else begin(player, at);
    }
    await new Promise((resolve) => setTimeout(resolve, 1)); // to look more often would take the server's processor
  }
  p99s.push(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]!);
}

const app = await tandem();
const bytes = await new Promise<number>((resolve) => {
  const { socket, next } = app.players[0]!;
  socket.onText = (text) => resolve(text.length);
  socket.write(next());
});
const echo = await bare(bytes);
const order = [app, echo];
for (let round = -2; round < ROUNDS; round++) {
  for (const contender of order) await flood(contender);
  order.reverse();
  if (round < 0) for (const { perSecond, cpu } of order) perSecond.length = cpu.length = 0;
}
for (let round = 0; round < ROUNDS; round++) {
  for (const contender of order) await halfLoad(contender);
  order.reverse();
}
console.error(`p99 at half load: ${app.p99s.map(rounded).join(" ")} against ${echo.p99s.map(rounded).join(" ")}`);
console.error(
  `${bytes} bytes down; rounds: ${app.perSecond.map(Math.round).join(" ")} against ${echo.perSecond.map(Math.round).join(" ")}`,
);
console.log(
  JSON.stringify({
    events_vs_ws_echo: rounded(median(app.perSecond) / median(echo.perSecond)),
    event_p99_ms_at_half_load: rounded(median(app.p99s)),
    events_per_second: Math.round(median(app.perSecond)),
    ws_echoes_per_second: Math.round(median(echo.perSecond)),
    event_cpu_us: rounded(median(app.cpu)),
    ws_echo_cpu_us: rounded(median(echo.cpu)),
    ws_echo_p99_ms_at_half_load: rounded(median(echo.p99s)),
  }),
);
await Promise.all([app.server.stop(), echo.server.stop()]);
process.exit();
