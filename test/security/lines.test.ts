import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { describe, expect, it } from "vitest";
import { WebSocketServer } from "ws";
import { DEFAULT_LIMITS } from "../../src/core/limits.ts";
import { LINE_FAULTS } from "../../src/transport/connection.ts";
import { WebSocketConnection, webSocketServerOptions } from "../../src/transport/websocket.ts";
import { ModelSession } from "../link/model-session.ts";
import { attach, dial, later, openPage, run } from "../server/support.tsx";
import { FakeClock, promisesSettled } from "../support/fake-clock.ts";
import { TestClient } from "../support/test-session.ts";
import { until } from "../support/until.ts";
import { footholdIn } from "./fuzz/foothold.ts";
import { frameBytes, helloFrame, upgrade } from "./fuzz/hostile-bytes.ts";

const ping = frameBytes(Buffer.alloc(125, "p"), { opcode: 9 });

/** It keeps its half of the line open, whatever the server does. */
function dialBare(port: number): Socket {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  socket.on("error", () => {});
  later(() => void socket.destroy());
  return socket;
}

/** Were the other half still there, it would go on taking this. */
async function refusesMore(socket: Socket): Promise<void> {
  while (!socket.closed) {
    socket.write("x");
    await promisesSettled();
  }
}

/** A client that writes bytes of its own once it is attached. */
async function attachBare(port: number): Promise<Socket> {
  const page = await openPage(port);
  const foothold = footholdIn(port, page.text, page.cookie);
  const socket = dialBare(port);
  socket.write(Buffer.concat([upgrade(foothold), helloFrame(foothold)]));
  let received = "";
  while (!received.includes("welcome")) received += String((await once(socket, "data"))[0]);
  return socket;
}

/** Reads frames of the server, by their opcode, until one is a close: its code. */
async function closeCode(socket: Socket): Promise<number> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    for (let at = 0; at + 1 < bytes.length && at + 2 + bytes[at + 1]! <= bytes.length; at += 2 + bytes[at + 1]!) {
      if ((bytes[at]! & 15) === 8) return bytes.readUInt16BE(at + 2);
    }
    bytes = Buffer.concat([bytes, (await once(socket, "data"))[0] as Buffer]);
  }
}

describe("below the frames", () => {
  it("T14: a ping is answered", async () => {
    const { port } = await run();
    const client = await attach(port, await openPage(port));
    await client.next();
    client.socket.ping("here?");
    expect(String((await once(client.socket, "pong"))[0])).toBe("here?");
  });

  it("T14: a ping is not answered behind what the client has not read", async () => {
    const http = createServer().listen(0, "127.0.0.1");
    later(() => void http.close());
    await once(http, "listening");
    const { port } = http.address() as AddressInfo;
    const socket = dialBare(port);
    socket.pause();
    socket.write(upgrade({ port, cookie: "", ticket: "", ids: [], paths: [] }));
    const [request, line, head] = (await once(http, "upgrade")) as [IncomingMessage, Duplex, Buffer];
    const server = await new Promise<WebSocketConnection>((resolve) => {
      new WebSocketServer(webSocketServerOptions(DEFAULT_LIMITS)).handleUpgrade(request, line, head, (webSocket) =>
        resolve(new WebSocketConnection(webSocket, new FakeClock())),
      );
    });
    let pings = 0;
    server.listen({ onFrame: () => {}, onClose: () => {}, onPing: () => pings++ });
    for (let times = 0; times < 40; times++) server.send("x".repeat(1_000_000));
    const unread = server.bufferedBytes;
    expect(unread).toBeGreaterThan(1_000_000);
    for (let times = 0; times < 1_000; times++) socket.write(ping);
    await until(() => pings === 1_000);
    expect(server.bufferedBytes).toBeLessThanOrEqual(unread);
    server.terminate();
  });

  it("L46: pings come at the rate of events", async () => {
    const { port, entries } = await run(undefined, { limits: { eventBurst: 1_000, eventsPerSecond: 0 } });
    const socket = await attachBare(port);
    // One too many.
    socket.write(Buffer.concat(Array.from({ length: 1_001 }, () => ping)));
    expect(await closeCode(socket)).toBe(4429);
    expect(entries.map(({ event }) => event)).toEqual(["limit/eventsPerSecond"]);
  });

  it("L46: a ping is a sign of life, and so is a pong that nobody asked for", () => {
    const clock = new FakeClock();
    const session = new ModelSession(clock);
    const client = new TestClient();
    session.channel.attach(client, { protocol: 1, ticket: "t", frame: 0 });
    for (let times = 0; times < 10; times++) {
      clock.advance(DEFAULT_LIMITS.heartbeat);
      client.pings();
    }
    expect(client.closed).toBeUndefined();
    expect(client.received).toHaveLength(1);
  });

  it("T15, L48: what a WebSocket refuses by itself is closed with its code, and named in the log", async () => {
    const { port, entries, clock } = await run(undefined, { limits: { maxFrameBytes: 1_000, maxFrameParts: 4 } });
    const part = (opcode: number) => frameBytes(Buffer.from(" "), { opcode, final: false });
    const broken: [bytes: Buffer, code: number, name: string][] = [
      [Buffer.concat([part(1), ...Array<Buffer>(4).fill(part(0))]), 1008, "maxFrameParts"],
      [frameBytes(Buffer.alloc(10), { opcode: 1, claimed: 2_001 }), 1009, "maxFrameBytes"],
      [frameBytes(Buffer.from([0xff, 0xfe]), { opcode: 1 }), 1007, "protocol-error"],
      [frameBytes(Buffer.from("[0,0]"), { opcode: 1, masked: false }), 1002, "protocol-error"],
      [frameBytes(Buffer.from("[0,0]"), { opcode: 1, reserved: 4 }), 1002, "protocol-error"],
      [frameBytes(Buffer.from("[0,0]"), { opcode: 3 }), 1002, "protocol-error"],
    ];
    for (const [bytes, code, name] of broken) {
      entries.length = 0;
      const socket = await attachBare(port);
      socket.write(bytes);
      expect([await closeCode(socket), name]).toEqual([code, name]);
      // It neither answers nor hangs up, and is gone all the same.
      await clock.advanceAsync(2_000);
      await refusesMore(socket);
      await until(() => entries.length > 0);
      expect(entries.map(({ event }) => event)).toEqual([`limit/${name}`]);
      expect(LINE_FAULTS.get(code)).toBe(name);
    }
  });

  it("T15: before the hello, too", async () => {
    const { port, entries } = await run(undefined, { limits: { maxFrameBytes: 1_000 } });
    const client = await dial(port);
    client.socket.send("x".repeat(2_001));
    expect((await client.closed).code).toBe(1009);
    await until(() => entries.length > 0);
    expect(entries).toMatchObject([{ event: "socket/refused", code: 1009, why: "maxFrameBytes" }]);
  });

  it("L47: a client that comes back over and over is refused, and keeps the line it has", () => {
    const clock = new FakeClock();
    const session = new ModelSession(clock, { reattachesPerMinute: 3 });
    const comes = () => {
      const client = new TestClient();
      session.channel.attach(client, { protocol: 1, ticket: "t", frame: -1 });
      return client;
    };
    comes();
    const [, , last] = [comes(), comes(), comes()];
    expect(comes().closed?.code).toBe(4429);
    expect(last!.isOpen).toBe(true);
    expect(session.breaches.map(({ name }) => name)).toEqual(["reattachesPerMinute"]);
    clock.advance(20_000);
    expect(comes().isOpen).toBe(true);
    expect(comes().closed?.code).toBe(4429);
  });

  it("X5: a refused upgrade ends its connection also when the client keeps its half open", async () => {
    const { port } = await run();
    for (const origin of ["https://evil.example", `http://127.0.0.1:${port}`]) {
      const socket = connect({ host: "127.0.0.1", port, allowHalfOpen: true });
      const path = origin.includes("evil") ? "/_tandem/socket" : "/elsewhere";
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\n`);
      socket.write("Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
      const [answer] = (await once(socket, "data")) as [Buffer];
      expect(String(answer)).toMatch(/^HTTP\/1\.1 40[34] /);
      await once(socket, "end");
      socket.on("error", () => {});
      await refusesMore(socket);
    }
  });
});
