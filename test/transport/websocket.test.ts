import { createServer, type IncomingMessage } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { DEFAULT_LIMITS } from "../../src/core/limits.ts";
import { systemClock, type Clock } from "../../src/core/clock.ts";
import { webSocketClient } from "../../src/transport/websocket-client.ts";
import { CLOSE_HANDSHAKE_TIMEOUT, WebSocketConnection, webSocketServerOptions } from "../../src/transport/websocket.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { connectionContract, Recorder, type Ends, type Transport } from "./contract.ts";

/** A server on loopback that accepts one WebSocket after another. */
class Loopback implements Transport {
  #http = createServer();
  #accept = new WebSocketServer(webSocketServerOptions(DEFAULT_LIMITS));
  #clients: { terminate(): void }[] = [];
  clock: Clock = systemClock;

  async open(): Promise<Ends> {
    const socket = await this.connect();
    const server = await this.accepted(socket);
    return { client: webSocketClient(socket), server };
  }

  /** A client that has not yet connected. */
  async connect(): Promise<WebSocket> {
    const socket = new WebSocket(`ws://127.0.0.1:${await this.port()}`);
    this.#clients.push(socket);
    return socket;
  }

  /** The server's end of a client's socket, once both are up. */
  async accepted(socket: WebSocket): Promise<WebSocketConnection> {
    const [request, line, head] = await once(this.#http, "upgrade");
    const opened = once(socket, "open");
    const connection = await this.upgrade(request, line, head);
    await opened;
    return connection;
  }

  upgrade(request: IncomingMessage, line: Socket, head: Buffer): Promise<WebSocketConnection> {
    return new Promise((resolve) => {
      this.#accept.handleUpgrade(request, line, head, (ws) => resolve(new WebSocketConnection(ws, this.clock)));
    });
  }

  /** A line that is upgraded by hand and then never reads or answers. */
  async openDeaf(): Promise<{ line: Socket; server: WebSocketConnection }> {
    const line = connect(await this.port(), "127.0.0.1");
    this.#clients.push({ terminate: () => line.destroy() });
    line.write(
      "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    const [request, socket, head] = await once(this.#http, "upgrade");
    return { line, server: await this.upgrade(request, socket, head) };
  }

  async port(): Promise<number> {
    if (!this.#http.listening) await once(this.#http.listen(0, "127.0.0.1"), "listening");
    return (this.#http.address() as AddressInfo).port;
  }

  async release(): Promise<void> {
    for (const client of this.#clients) client.terminate();
    this.#clients = [];
    this.clock = systemClock;
    if (this.#http.listening) await new Promise((resolve) => this.#http.close(resolve));
  }
}

const loopback = new Loopback();
connectionContract("WebSocket", loopback);

describe("the server's end of a WebSocket", () => {
  afterEach(() => loopback.release());

  it("T10: drops a line whose client does not answer a close in 2 s", async () => {
    const clock = new FakeClock();
    loopback.clock = clock;
    const { line, server } = await loopback.openDeaf();
    const ended = once(line, "close");
    line.resume();
    const heard = new Recorder();
    server.listen(heard);
    server.close(4404, "session-gone");
    clock.advance(CLOSE_HANDSHAKE_TIMEOUT - 1);
    expect(heard.closes).toEqual([]);
    clock.advance(1);
    expect((await heard.closed())[0]).toBe(1006);
    await ended;
    expect(clock.pending).toBe(0);
  });

  it("T10: leaves no timer behind when the client answers", async () => {
    const clock = new FakeClock();
    loopback.clock = clock;
    const { server } = await loopback.open();
    const heard = new Recorder();
    server.listen(heard);
    server.close(4404, "session-gone");
    await heard.closed();
    expect(clock.pending).toBe(0);
  });

  it("T11: refuses binary frames", async () => {
    const socket = await loopback.connect();
    const server = await loopback.accepted(socket);
    server.listen(new Recorder());
    const closed = once(socket, "close");
    socket.send(new Uint8Array([1]));
    expect((await closed)[0]).toBe(4400);
  });

  it("T11: does not compress, and refuses frames far over the limit", async () => {
    const socket = await loopback.connect();
    const server = await loopback.accepted(socket);
    server.listen(new Recorder());
    expect(socket.extensions).toBe("");
    const closed = once(socket, "close");
    socket.send("x".repeat(2 * DEFAULT_LIMITS.maxFrameBytes + 1));
    expect((await closed)[0]).toBe(1009);
  });

  it("T12: counts bytes that a client does not read", async () => {
    const { server } = await loopback.openDeaf();
    for (let count = 0; count < 40; count++) server.send("x".repeat(1_000_000));
    expect(server.bufferedBytes).toBeGreaterThan(1_000_000);
    server.terminate();
  });
});

describe("a client's end of a WebSocket", () => {
  afterEach(() => loopback.release());

  it("T13: keeps what is sent while it connects", async () => {
    const socket = await loopback.connect();
    const client = webSocketClient(socket);
    client.send("[1]");
    client.send("[2]");
    expect(client.isOpen).toBe(false);
    const heard = new Recorder();
    (await loopback.accepted(socket)).listen(heard);
    expect(await heard.framesReach(2)).toEqual(["[1]", "[2]"]);
  });

  it("T13: says that it closed when it cannot connect", async () => {
    const port = await loopback.port();
    await loopback.release();
    const heard = new Recorder();
    const socket = new WebSocket(`ws://127.0.0.1:${port}`);
    socket.on("error", () => {});
    webSocketClient(socket).listen(heard);
    expect((await heard.closed())[0]).toBe(1006);
  });
});
