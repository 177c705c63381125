import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

type Direction = "up" | "down";

/** One TCP connection through the proxy, both halves. */
class ProxiedLine {
  readonly client: Socket;
  readonly upstream: Socket;
  readonly #proxy: TcpFaultProxy;
  /** Bytes that may still pass before the line is cut. */
  #cutAfter: Record<Direction, number> = { up: Infinity, down: Infinity };
  #swallows: Record<Direction, boolean> = { up: false, down: false };
  readonly #lastDelivery: Record<Direction, number> = { up: 0, down: 0 };

  constructor(client: Socket, upstream: Socket, proxy: TcpFaultProxy) {
    this.client = client;
    this.upstream = upstream;
    this.#proxy = proxy;
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      socket.on("error", () => socket.destroy());
    }
    client.on("data", (bytes) => this.#carry("up", bytes));
    upstream.on("data", (bytes) => this.#carry("down", bytes));
    client.on("close", () => this.#end("up"));
    upstream.on("close", () => this.#end("down"));
  }

  /** Lets `bytes` more through that way, and then cuts the line: in the middle of whatever frame that is in. */
  cutAfter(direction: Direction, bytes: number): void {
    this.#cutAfter[direction] = bytes;
  }

  /** As when a machine reboots: both sides get a reset. */
  reset(): void {
    this.client.resetAndDestroy();
    this.upstream.resetAndDestroy();
  }

  /** One side's connection is gone, and the other hears nothing of it. */
  halfOpen(side: "client" | "server"): void {
    this.blackHole();
    (side === "client" ? this.client : this.upstream).destroy();
  }

  blackHole(): void {
    this.#swallows = { up: true, down: true };
  }

  destroy(): void {
    this.client.destroy();
    this.upstream.destroy();
  }

  #carry(direction: Direction, bytes: Buffer): void {
    if (this.#swallows[direction]) return;
    const allowed = bytes.subarray(0, this.#cutAfter[direction]);
    this.#cutAfter[direction] -= allowed.length;
    const isCut = allowed.length < bytes.length;
    this.#later(direction, allowed.length, () => {
      const to = direction === "up" ? this.upstream : this.client;
      if (to.writable) to.write(allowed);
      if (isCut) this.destroy();
    });
  }

  #end(direction: Direction): void {
    if (this.#swallows[direction]) return;
    this.#later(direction, 0, () => (direction === "up" ? this.upstream : this.client).destroy());
  }

  /** Keeps the order, as TCP does, at the proxy's latency and bandwidth. */
  #later(direction: Direction, bytes: number, deliver: () => void): void {
    const { latency, bytesPerSecond } = this.#proxy;
    const now = performance.now();
    const start = Math.max(now + latency, this.#lastDelivery[direction]);
    const at = start + (bytes / bytesPerSecond) * 1_000;
    this.#lastDelivery[direction] = at;
    if (at - now < 1) deliver();
    else setTimeout(deliver, at - now);
  }
}

/** A TCP proxy in front of a server, which does to its lines what networks do. */
export class TcpFaultProxy {
  /** Milliseconds that everything takes, each way. */
  latency = 0;
  bytesPerSecond = Infinity;
  readonly #server: Server;
  readonly #lines = new Set<ProxiedLine>();
  #accepts: "yes" | "no" | "black hole" = "yes";

  private constructor(target: number) {
    this.#server = createServer((client) => {
      if (this.#accepts === "no") return void client.resetAndDestroy();
      const line = new ProxiedLine(client, connect(target, "127.0.0.1"), this);
      this.#lines.add(line);
      const forget = () => {
        if (client.destroyed && line.upstream.destroyed) this.#lines.delete(line);
      };
      client.on("close", forget);
      line.upstream.on("close", forget);
      if (this.#accepts === "black hole") line.blackHole();
    });
  }

  static async start(target: number): Promise<TcpFaultProxy> {
    const proxy = new TcpFaultProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The connection opened last, if it is still there. */
  get line(): ProxiedLine | undefined {
    return [...this.#lines].at(-1);
  }

  /** New connections are refused, or go nowhere, until `accept()`. */
  refuse(): void {
    this.#accepts = "no";
  }

  swallow(): void {
    this.#accepts = "black hole";
    for (const line of this.#lines) line.blackHole();
  }

  accept(): void {
    this.#accepts = "yes";
  }

  async close(): Promise<void> {
    for (const line of this.#lines) line.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
