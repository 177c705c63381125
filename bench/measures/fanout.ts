/** One signal that 1,000 connected sessions show: from the write to the last frame, against `ws` sends of as many bytes. */
import { RawSocket } from "../support/raw-socket.ts";
import { ServerProcess } from "../support/server-process.ts";
import { median, rounded } from "../support/interleave.ts";
import { inParallel, visit } from "../support/visitor.ts";

const CLIENTS = 1_000;
const ROUNDS = 61;
const WARM_UP = 20;

interface Contender {
  readonly server: ServerProcess;
  readonly sockets: readonly RawSocket[];
  readonly times: number[];
}

/** Milliseconds from the write to the last delivery. Both processes read the same clock. */
async function write({ server, sockets }: Contender): Promise<number> {
  let left = sockets.length;
  const delivered = new Promise<bigint>((resolve) => {
    for (const socket of sockets) {
      socket.onFrame = () => {
        if (--left === 0) resolve(process.hrtime.bigint());
      };
    }
  });
  const at = BigInt((await server.ask("write")) as string);
  return Number((await delivered) - at) / 1e6;
}

const shared = await ServerProcess.start("tandem", "Shared");
const visitors = await inParallel(CLIENTS, 16, () => visit(shared.url));
const app: Contender = { server: shared, sockets: visitors.map(({ socket }) => socket), times: [] };
const bytes = await new Promise<number>((resolve) => {
  app.sockets[0]!.onText = (text) => resolve(text.length);
  for (const socket of app.sockets.slice(1)) socket.onText = () => {};
  void shared.ask("write");
});
const sends = await ServerProcess.start("bare", "idle", String(bytes));
const bare: Contender = {
  server: sends,
  sockets: await inParallel(CLIENTS, 16, () => RawSocket.open({ url: sends.url })),
  times: [],
};
await new Promise((resolve) => setTimeout(resolve, 200)); // the first write has reached all
const order = [app, bare];
for (let round = -WARM_UP; round < ROUNDS; round++) {
  for (const contender of order) {
    const ms = await write(contender);
    if (round >= 0) contender.times.push(ms);
  }
  order.reverse();
}
await Promise.all([shared.stop(), sends.stop()]);
console.log(
  JSON.stringify({
    fanout_1000_ms_vs_ws: rounded(median(app.times) / median(bare.times)),
    fanout_1000_ms: rounded(median(app.times)),
    ws_fanout_1000_ms: rounded(median(bare.times)),
  }),
);
process.exit();
