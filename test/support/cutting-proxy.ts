import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** A TCP line in front of a server, each connection of which is cut once it has carried so many bytes up. */
export class CuttingProxy {
  /** How many more connections are cut. */
  cutsLeft = 0;
  /** Bytes up that a connection carries before it is cut. */
  cutAfter = Infinity;
  cuts = 0;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor(target: number) {
    this.#server = createServer((client) => this.#join(client, connect(target, "127.0.0.1")));
  }

  static async start(target: number): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Cuts all connections there are. */
  cutAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): Promise<void> {
    this.cutAll();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #join(client: Socket, upstream: Socket): void {
    let carried = 0;
    for (const socket of [client, upstream]) {
      this.#sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        this.#sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on("data", (bytes) => {
      carried += bytes.length;
      if (carried <= this.cutAfter || this.cutsLeft === 0) return;
      this.cutsLeft--;
      this.cuts++;
      client.destroy();
    });
    client.pipe(upstream);
    upstream.pipe(client);
  }
}
