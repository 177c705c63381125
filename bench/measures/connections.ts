/** What an idle connected session holds of a server's memory, against an idle connection of a bare `ws` server. */
import { RawSocket } from "../support/raw-socket.ts";
import { ServerProcess } from "../support/server-process.ts";
import { median, rounded } from "../support/interleave.ts";
import { closePageConnections, inParallel, visit } from "../support/visitor.ts";

const CONNECTIONS = 5_000;
/** What any server needs once: compiled code, pools, pages of the heap. */
const WARM_UP = 500;
const ROUNDS = 3;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resident bytes per connection, in a fresh process. */
async function residentBytes(server: ServerProcess, connect: () => Promise<RawSocket>): Promise<number> {
  const sockets = await inParallel(WARM_UP, 16, connect);
  await pause(300);
  const before = await server.usage();
  sockets.push(...(await inParallel(CONNECTIONS, 16, connect)));
  closePageConnections();
  await pause(1_500);
  const after = await server.usage();
  for (const socket of sockets) socket.destroy();
  await server.stop();
  console.error(`rss ${before.rss} to ${after.rss}, heap ${Math.round((after.heap - before.heap) / CONNECTIONS)} each`);
  return (after.rss - before.rss) / CONNECTIONS;
}

async function ofSessions(): Promise<number> {
  const server = await ServerProcess.start("tandem", "CounterPageApp");
  return residentBytes(server, async () => (await visit(server.url)).socket);
}

async function ofSockets(): Promise<number> {
  const server = await ServerProcess.start("bare", "idle");
  return residentBytes(server, () => RawSocket.open({ url: server.url }));
}

const sessions: number[] = [];
const sockets: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  sockets.push(await ofSockets());
  sessions.push(await ofSessions());
}
console.log(
  JSON.stringify({
    rss_per_connected_session_vs_ws: rounded(median(sessions) / median(sockets)),
    rss_per_connected_session_bytes: Math.round(median(sessions)),
    rss_per_ws_connection_bytes: Math.round(median(sockets)),
  }),
);
process.exit();
