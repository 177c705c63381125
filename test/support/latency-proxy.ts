import { createServer, connect, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** A TCP line in front of a server that takes `latency` milliseconds each way, bytes kept in order. */
export async function latencyProxy(target: number, latency: number): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
    carry(client, upstream, latency);
    carry(upstream, client, latency);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function carry(from: Socket, to: Socket, latency: number): void {
  from.on("data", (bytes) => setTimeout(() => to.writable && to.write(bytes), latency));
  from.on("close", () => setTimeout(() => to.destroy(), latency));
}
