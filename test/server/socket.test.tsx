import { describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import { issueTicket } from "../../src/server/tickets.ts";
import { attach, dial, exchange, fetchRaw, NOW, openPage, run } from "./support.tsx";

const SECRET = "a secret that is long enough for this";

function Counter() {
  const clicks = signal(0);
  return <button onClick={() => clicks.value++}>Clicked {clicks}</button>;
}

const logged = (entries: { event: string; why?: unknown }[]) => entries.map(({ event, why }) => why ?? event);

describe("attaching", () => {
  it("H20: a page attaches to the session that rendered it", async () => {
    const { port, sessions } = await run(Counter);
    const page = await openPage(port);
    const client = await attach(port, page);
    expect(await client.next()).toMatchObject(["welcome", { event: 0 }]);
    expect(sessions[0]!.state.peek()).toEqual({ kind: "connected", clients: 1 });
    const button = Number(/data-t="(\d+)" data-on="click"/.exec(page.text)![1]);
    client.send(1, 0, button, "click", {});
    let text = "";
    while (!text.includes('"1"')) text = JSON.stringify(await client.next());
    expect(sessions).toHaveLength(1);
  });

  it("H21: an altered ticket, or another browser's, closes with 4401", async () => {
    const { port, entries, sessions } = await run(Counter);
    const [mine, other] = [await openPage(port), await openPage(port)];
    expect(mine.cookie).not.toBe(other.cookie);
    const altered = { ...mine, ticket: mine.ticket.replace(/.$/, (last) => (last === "A" ? "B" : "A")) };
    const attempts = [
      attach(port, altered),
      attach(port, mine, { cookie: other.cookie }),
      attach(port, mine, { cookie: "" }),
      attach(port, { ...mine, ticket: other.ticket }),
      attach(port, { ...mine, ticket: "x" }),
    ];
    for (const attempt of attempts) {
      expect(await (await attempt).closed).toEqual({ code: 4401, reason: "ticket-refused" });
    }
    expect(sessions.map((session) => session.state.peek().kind)).toEqual(["opening", "opening"]);
    expect(logged(entries).filter((why) => why === "ticket")).toHaveLength(attempts.length);
    expect(JSON.stringify(entries)).not.toContain(mine.ticket);
  });

  it("H22: only pages of the server's own origin, or a listed one, may attach", async () => {
    const allowedOrigins = ["https://good.com", "http://port.com:8080"];
    const { port, entries } = await run(Counter, { allowedOrigins });
    const own = `127.0.0.1:${port}`;
    for (const origin of [`http://${own}`, `HTTP://${own}`, "https://good.com", "https://good.com:443"]) {
      expect((await dial(port, { origin })).socket.readyState).toBe(1);
    }
    const foreign = [
      null,
      "null",
      `https://${own}`,
      "http://127.0.0.1",
      `http://127.0.0.1:${port + 1}`,
      `http://${own}.evil.com`,
      `http://evil.com/${own}`,
      `http://${own}@evil.com`,
      `http://user@${own}`,
      `http://${own}/path`,
      `http://${own}#`,
      "http://good.com",
      "https://good.com.evil.com",
      "https://evilgood.com",
      "https://good.com:444",
      "https://sub.good.com",
      "http://port.com",
      "*",
      "https://*",
      "file://",
      "",
      `http://${own} http://${own}`,
    ];
    for (const origin of foreign) {
      await expect(dial(port, { origin }), `origin ${origin}`).rejects.toThrow("status 403");
    }
    expect(entries.filter((entry) => entry.event === "socket/origin-refused")).toHaveLength(foreign.length);
  });

  it("H22: behind a trusted proxy the own origin is what the proxy says; otherwise it is not", async () => {
    const headers = { "x-forwarded-proto": "https", "x-forwarded-host": "desk.example" };
    const trusting = await run(Counter, { trustProxy: 1 });
    expect((await dial(trusting.port, { origin: "https://desk.example", headers })).socket.readyState).toBe(1);
    const wary = await run(Counter);
    await expect(dial(wary.port, { origin: "https://desk.example", headers })).rejects.toThrow("status 403");
  });

  it("H23: a connection that says nothing closes with 4408", async () => {
    const { port, clock, entries } = await run(Counter, { limits: { helloTimeout: 3_000 } });
    const client = await dial(port);
    await clock.advanceAsync(2_999);
    expect(client.socket.readyState).toBe(1);
    await clock.advanceAsync(1);
    expect(await client.closed).toEqual({ code: 4408, reason: "timed-out" });
    expect(logged(entries)).toContain("helloTimeout");
  });

  it("H23: a hello in time stands, however long the connection lasts", async () => {
    const { port, clock } = await run(Counter, { limits: { helloTimeout: 3_000 } });
    const page = await openPage(port);
    const client = await dial(port, { cookie: page.cookie });
    await clock.advanceAsync(2_999);
    client.send("hello", { protocol: 1, ticket: page.ticket, frame: 0 });
    await client.next();
    await clock.advanceAsync(2_000);
    expect(client.socket.readyState).toBe(1);
  });

  it("H24: what is no hello closes with the code of its fault", async () => {
    const { port, entries } = await run(Counter, { limits: { maxFrameBytes: 1_000 } });
    const closeAfter = async (data: string | Buffer) => {
      const client = await dial(port);
      client.socket.send(data);
      return (await client.closed).code;
    };
    expect(await closeAfter('[1,0,3,"click"]')).toBe(4400);
    expect(await closeAfter("[0,0]")).toBe(4400);
    expect(await closeAfter('["goodbye"]')).toBe(4400);
    expect(await closeAfter("not json")).toBe(4400);
    expect(await closeAfter('["hello"]')).toBe(4400);
    expect(await closeAfter("[".repeat(900))).toBe(4400);
    expect(await closeAfter(Buffer.from([1, 2, 3]))).toBe(4400);
    expect(await closeAfter(`["hello","${"x".repeat(1_000)}"]`)).toBe(4413);
    expect(await closeAfter("x".repeat(10_000_000))).toBe(1009);
    expect(logged(entries)).toEqual(expect.arrayContaining(["no-hello", "maxFrameBytes", "maxJsonDepth"]));
  });

  it("H25: another protocol version closes with 4426, before anything else is looked at", async () => {
    const { port } = await run(Counter);
    const client = await dial(port);
    client.send("hello", { protocol: 2, ticket: "x", frame: 0 });
    expect(await client.closed).toEqual({ code: 4426, reason: "version-mismatch" });
  });

  it("H26: the ticket of a session that is gone closes with 4404", async () => {
    const { port, sessions } = await run(Counter, { secret: SECRET });
    const page = await openPage(port);
    await sessions[0]!.close({ code: 4404 });
    expect(await (await attach(port, page)).closed).toEqual({ code: 4404, reason: "session-gone" });
    const cookie = page.cookie.split("=")[1]!;
    const ticket = issueTicket(SECRET, cookie, { sessionId: "never", clientId: 1, issued: NOW });
    expect((await (await attach(port, { ...page, ticket })).closed).code).toBe(4404);
  });

  it("H27: the first attachment must come within claimTimeout, a later one may come any time", async () => {
    const { port, clock, sessions } = await run(Counter, { limits: { claimTimeout: 5_000, retention: 1e9 } });
    const [early, late] = [await openPage(port), await openPage(port)];
    const first = await attach(port, early);
    await first.next();
    clock.stall(5_001);
    expect((await (await attach(port, late)).closed).code).toBe(4404);
    first.socket.close();
    await first.closed;
    await clock.advanceAsync(60_000);
    const again = await attach(port, early);
    expect((await again.next())[0]).toBe("welcome");
    expect(sessions.map((session) => session.state.peek().kind)).toEqual(["connected", "ended"]);
  });

  it("H28: the socket's path answers plain HTTP with 426, other upgrades are not ours", async () => {
    const { port, handler } = await run(Counter, { basePath: "/desk" });
    expect(await fetchRaw(port, "/desk/_tandem/socket")).toMatchObject({ status: 426 });
    await expect(dial(port, { path: "/desk/other" })).rejects.toThrow("status 404");
    await expect(dial(port, { path: "/_tandem/socket" })).rejects.toThrow("status 404");
    expect((await dial(port, { path: "/desk/_tandem/socket" })).socket.readyState).toBe(1);
    expect(handler.upgrade({ url: "/desk/x" } as never, {} as never, Buffer.alloc(0))).toBe(false);
  });

  it("H24: a malformed handshake is refused and harms nobody", async () => {
    const { port } = await run(Counter);
    const host = `Host: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n`;
    const start = `GET /_tandem/socket HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\n`;
    for (const rest of [
      "",
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n",
      "Sec-WebSocket-Version: 1\r\n",
    ]) {
      expect(await exchange(port, `${start}${rest}\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d /);
    }
    expect((await fetchRaw(port, "/")).status).toBe(200);
  });
});
