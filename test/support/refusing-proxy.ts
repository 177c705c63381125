import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { connect } from "node:net";

/**
 * An HTTP proxy in front of a server on loopback, as some firms have them: it refuses WebSockets, or lets them
 * hang, and may hold every answer back until it is whole.
 */
export class RefusingProxy {
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  readonly #http = createServer((from, to) => this.#carry(from, to));
  upgrades: "refused" | "hanging" | "carried" = "refused";
  buffers = false;
  /** Nobody is there: every connection is cut as it comes. */
  isAway = false;
  /** Paths asked for. */
  readonly requests: string[] = [];
  /** How many WebSockets were asked for. */
  attempts = 0;

  private constructor(target: number) {
    this.#target = target;
    this.#http.on("upgrade", (from, socket: Socket, head) => this.#upgrade(from, socket, head));
    this.#http.on("connection", (socket) => (this.isAway ? void socket.destroy() : this.#own(socket)));
  }

  static async start(target: number): Promise<RefusingProxy> {
    const proxy = new RefusingProxy(target);
    await new Promise<void>((resolve) => proxy.#http.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  /** Cuts every connection there is. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): Promise<void> {
    this.cut();
    return new Promise((resolve) => this.#http.close(() => resolve()));
  }

  #own(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("error", () => {}).on("close", () => this.#sockets.delete(socket));
  }

  #carry(from: IncomingMessage, to: ServerResponse): void {
    this.requests.push(from.url!);
    const { method, url: path, headers } = from;
    const onward = request({ host: "127.0.0.1", port: this.#target, method, path, headers, agent: false }, (answer) => {
      to.writeHead(answer.statusCode!, answer.headers);
      if (!this.buffers) to.flushHeaders();
      const held: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => (this.buffers ? held.push(chunk) : to.write(chunk)));
      answer.on("end", () => to.end(Buffer.concat(held)));
      answer.on("error", () => to.destroy());
    });
    onward.on("error", () => to.destroy());
    to.on("close", () => onward.destroy());
    from.pipe(onward);
  }

  #upgrade({ url, headers }: IncomingMessage, socket: Socket, head: Buffer): void {
    this.attempts++;
    if (this.upgrades === "refused") return void socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    if (this.upgrades === "hanging") return;
    const onward = connect(this.#target, "127.0.0.1");
    this.#own(onward);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
    onward.write(`GET ${url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).on("close", () => onward.destroy());
    socket.pipe(onward).on("close", () => socket.destroy());
  }
}
