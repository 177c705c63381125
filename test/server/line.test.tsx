import { describe, expect, it } from "vitest";
import { settleHandlerOptions } from "../../src/server/server-options.ts";
import { signal } from "../../src/reactive/signal.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { until } from "../support/until.ts";
import { begin, frames, hello, openStream, post } from "./line-support.ts";
import { dial, exchange, fetchRaw, openPage, run, type Page } from "./support.tsx";

function Counter() {
  const clicks = signal(0);
  return <button onClick={() => clicks.value++}>Clicked {clicks}</button>;
}

const buttonOf = (page: Page) => Number(/data-t="(\d+)" data-on="click"/.exec(page.text)![1]);
const reasons = (entries: { event: string; why?: unknown }[]) => entries.map(({ event, why }) => why ?? event);

async function attached(port: number) {
  const page = await openPage(port);
  const { stream, id } = await openStream(port, { cookie: page.cookie, body: hello(page) });
  const up = (body: string | Buffer, facts = {}) =>
    post(port, { to: "/up", line: id, cookie: page.cookie, body, ...facts });
  expect((await stream.frame())[0]).toBe("welcome");
  return { page, stream, id, up };
}

describe("a line over HTTP", () => {
  it("H70: attaches a page as a WebSocket does: event stream down, requests up", async () => {
    const { port, sessions } = await run(Counter);
    const { page, stream, up } = await attached(port);
    expect(sessions[0]!.state.peek()).toEqual({ kind: "connected", clients: 1 });
    expect((await up(frames([1, 0, buttonOf(page), "click", {}], [2, 0, buttonOf(page), "click", {}]))).status).toBe(
      204,
    );
    let text = "";
    while (!text.includes('"2"')) text = JSON.stringify(await stream.frame());
    await up(frames(["goodbye"]));
    expect(await stream.close()).toBe(1000);
  });

  it("H70: attaches a page by polling", async () => {
    const { port } = await run(Counter);
    const page = await openPage(port);
    const facts = { cookie: page.cookie, accept: "text/plain" };
    const first = await post(port, { ...facts, body: hello(page) });
    const line = /^id: (\w{26})\n\ndata: \["welcome"/.exec(first.text)![1]!;
    const asked = post(port, { ...facts, to: "/down", line });
    await post(port, { ...facts, to: "/up", line, body: frames([1, 0, buttonOf(page), "click", {}]) });
    expect((await asked).text).toContain('"1"');
    expect((await asked).headers["content-length"]).toBeDefined();
    await post(port, { ...facts, to: "/up", line, body: "data: x\n\n" });
    expect((await post(port, { ...facts, to: "/down", line })).text).toContain(
      "event: close\ndata: 4400 protocol-error",
    );
    expect((await post(port, { ...facts, to: "/down", line })).status).toBe(404);
  });

  it("I8: the session says what carries the line: an event stream and polling are http", async () => {
    const { port, sessions } = await run(Counter);
    const { page, stream } = await attached(port);
    const { info } = sessions[0]!;
    expect(info.protocol).toBe("http");
    stream.drop();
    const facts = { cookie: page.cookie, accept: "text/plain" };
    await post(port, { ...facts, body: hello(page) });
    expect([sessions[0]!.state.peek().kind, info.protocol]).toEqual(["connected", "http"]);
    const socket = await dial(port, { cookie: page.cookie });
    socket.send("hello", { protocol: 1, ticket: page.ticket, frame: 0 });
    await socket.next();
    expect(info.protocol).toBe("websocket");
  });

  it("H71: a page goes on where it was, from one kind of line to another", async () => {
    const { port, sessions } = await run(Counter);
    const { page, stream, up } = await attached(port);
    await up(frames([1, 0, buttonOf(page), "click", {}]));
    const seen = await stream.frame();
    stream.drop();
    const socket = await dial(port, { cookie: page.cookie });
    socket.send("hello", { protocol: 1, ticket: page.ticket, frame: 0 });
    expect(await socket.next()).toMatchObject(["welcome", { event: 1, frame: 0, resumed: true }]);
    expect(await socket.next()).toEqual(seen);
    const again = await openStream(port, { cookie: page.cookie, body: hello(page, 1) });
    expect(await again.stream.frame()).toMatchObject(["welcome", { event: 1, frame: 1, resumed: true }]);
    expect((await socket.closed).code).toBe(4409);
    expect(sessions).toHaveLength(1);
  });

  it("H72: only a page of the server's own origin, or a listed one, may open or use a line", async () => {
    const { port, entries } = await run(Counter, { allowedOrigins: ["https://good.com"] });
    const { page, id } = await attached(port);
    const facts = { cookie: page.cookie, line: id };
    expect((await post(port, { ...facts, to: "/up", origin: "https://good.com" })).status).toBe(204);
    const foreign = [
      null,
      "null",
      "https://evil.com",
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}.evil.com`,
      "",
    ];
    for (const origin of foreign) {
      for (const to of ["", "/up", "/down"]) expect((await post(port, { ...facts, to, origin })).status).toBe(403);
    }
    const refused = entries.filter((entry) => entry.event === "socket/origin-refused");
    expect(refused).toHaveLength(3 * foreign.length);
  });

  it("H72: no form, and no script of another origin without leave, can post to a line", async () => {
    const { port } = await run(Counter);
    const types = [
      null,
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "text/event-streams",
    ];
    for (const type of types) expect((await post(port, { type })).status).toBe(415);
    for (const method of ["PUT", "OPTIONS", "DELETE", "HEAD"]) {
      const answer = await fetchRaw(port, "/_tandem/line", { method });
      expect([answer.status, answer.headers.allow]).toEqual([405, "POST"]);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
    expect((await fetchRaw(port, "/_tandem/line")).status).toBe(204);
    expect((await fetchRaw(port, "/_tandem/line/up")).status).toBe(405);
    expect((await post(port, { to: "/other" })).status).toBe(405);
  });

  it("H73: a line is of use only to the browser that opened it, and its id is nowhere but in its first word", async () => {
    const { port, entries, clock } = await run(Counter);
    const { page, id, stream, up } = await attached(port);
    const other = await openPage(port);
    expect(other.cookie).not.toBe(page.cookie);
    const body = frames(["goodbye"]);
    for (const cookie of [other.cookie, "", "tandem=x"]) expect((await up(body, { cookie })).status).toBe(404);
    for (const line of ["", "x", id.slice(1), `${id} `.repeat(2)]) expect((await up(body, { line })).status).toBe(404);
    expect((await post(port, { to: "/up", cookie: page.cookie, body })).status).toBe(404);
    expect((await post(port, { to: "/down", cookie: page.cookie, line: id })).status).toBe(409);
    const answer = await up(frames([1, 0, buttonOf(page), "click", {}]));
    expect(answer.status).toBe(204);
    await stream.frame();
    expect(JSON.stringify([entries, answer.headers, stream.headers])).not.toContain(id);
    stream.drop();
    await expect
      .poll(async () => {
        await clock.advanceAsync(2_000);
        return (await up(frames([0, 1]))).status;
      })
      .toBe(404);
  });

  it("H73: a ticket is refused as on a WebSocket: altered, another browser's, of another version", async () => {
    const { port } = await run(Counter);
    const [page, other] = [await openPage(port), await openPage(port)];
    const codeOf = async (cookie: string, body: string) => (await openStream(port, { cookie, body })).stream.close();
    expect(await codeOf(other.cookie, hello(page))).toBe(4401);
    expect(await codeOf("", hello(page))).toBe(4401);
    expect(await codeOf(page.cookie, frames(["hello", { protocol: 2, ticket: page.ticket, frame: 0 }]))).toBe(4426);
    expect(await codeOf(page.cookie, frames([0, 0]))).toBe(4400);
    expect(await codeOf(page.cookie, frames(["hello", "x".repeat(70_000)]))).toBe(4413);
  });

  it("H74: a body that is too large, in whole or in parts, is not read, and closes its line by name", async () => {
    const { port, entries } = await run(Counter);
    const first = await attached(port);
    const status = async (facts: object, write: (sent: ReturnType<typeof begin>["sent"]) => void) => {
      const { sent, response } = begin(port, facts);
      write(sent);
      return (await response).statusCode;
    };
    const facts = { to: "/up", line: first.id, cookie: first.page.cookie };
    expect(await status({ ...facts, headers: { "content-length": "1000000000" } }, (sent) => sent.flushHeaders())).toBe(
      413,
    );
    expect(await first.stream.close()).toBe(1009);
    const second = await attached(port);
    const chunked = { ...facts, line: second.id, cookie: second.page.cookie };
    expect(await status(chunked, (sent) => sent.write("data: " + "x".repeat(200_000)))).toBe(413);
    expect(await second.stream.close()).toBe(1009);
    expect(await status({}, (sent) => sent.write("data: " + "x".repeat(200_000)))).toBe(413);
    expect(reasons(entries).filter((why) => why === "maxFrameBytes").length).toBeGreaterThanOrEqual(3);
  });

  it("H74: a body that is no events, or no UTF-8, closes its line; frames are checked as on a WebSocket", async () => {
    const { port, sessions } = await run(Counter);
    const bodies: [string | Buffer, number, number][] = [
      ["data: [1", 400, 1007],
      ["garbage", 400, 1007],
      [Buffer.from([0x64, 0x61, 0x74, 0x61, 0x3a, 0xff, 0x0a, 0x0a]), 400, 1007],
      ["data: not json\n\n", 204, 4400],
      [frames([2, 0, 1, "click"]), 204, 4400],
      ["data: " + "[".repeat(40) + "\n\n", 204, 4400],
      [frames([1, 0, 1, "x".repeat(70_000)]), 204, 4413],
      ["\n\n:\n\nretry: 5\n\nid: x\n\n", 204, 1000],
    ];
    for (const [body, status, code] of bodies) {
      const { stream, up } = await attached(port);
      expect((await up(body)).status).toBe(status);
      if (code === 1000) await up("event: close\ndata: 1000 \n\n");
      expect(await stream.close()).toBe(code);
    }
    expect(sessions.at(-1)!.state.peek().kind).toBe("ended");
  });

  it("H74: a body must be whole within helloTimeout", async () => {
    const { port, clock, entries } = await run(Counter, { limits: { helloTimeout: 3_000 } });
    const { id, page } = await attached(port);
    const before = clock.pending;
    const slow = [begin(port, {}), begin(port, { to: "/up", line: id, cookie: page.cookie })];
    for (const { sent } of slow) sent.write("data: [");
    await until(() => clock.pending === before + 2);
    await clock.advanceAsync(2_999);
    expect(reasons(entries)).not.toContain("helloTimeout");
    await clock.advanceAsync(1);
    expect(reasons(entries).filter((why) => why === "helloTimeout")).toHaveLength(2);
    expect((await Promise.all(slow.map(({ response }) => response))).map((answer) => answer.statusCode)).toEqual([
      408, 408,
    ]);
  });

  it("H75: requests of one line are handled in the order they came; a third at once is refused", async () => {
    const { port, clock } = await run(Counter);
    const { page, stream, id, up } = await attached(port);
    const facts = { to: "/up", line: id, cookie: page.cookie };
    const before = clock.pending;
    const click = (n: number) => frames([n, 0, buttonOf(page), "click", {}]);
    const first = begin(port, facts);
    first.sent.write(click(1).slice(0, 10));
    // It is being read: the timer is that of its body.
    await until(() => clock.pending === before + 1);
    // Whichever of them comes first waits.
    const both = [up(click(2)), up(click(2))];
    expect((await Promise.race(both)).status).toBe(409);
    first.sent.end(click(1).slice(10));
    expect((await first.response).statusCode).toBe(204);
    expect(new Set((await Promise.all(both)).map(({ status }) => status))).toEqual(new Set([204, 409]));
    let text = "";
    while (!text.includes('"2"')) text = JSON.stringify(await stream.frame());
    expect((await up("")).status).toBe(204);
  });

  it("H75: a request that breaks off is nothing, and the next one of the line is", async () => {
    const { port } = await run(Counter);
    const { page, stream, id, up } = await attached(port);
    const broken = begin(port, { to: "/up", line: id, cookie: page.cookie });
    broken.response.catch(() => {});
    broken.sent.write(frames([1, 0, buttonOf(page), "click", {}]).slice(0, 10));
    broken.sent.destroy();
    await expect.poll(async () => (await up(frames([1, 0, buttonOf(page), "click", {}]))).status).toBe(204);
    expect(JSON.stringify(await stream.frame())).toContain('"1"');
  });

  it("H76: a line must say hello in time, and counts among those that have not", async () => {
    const { port, clock } = await run(Counter, { limits: { helloTimeout: 3_000, maxSessions: 1 } });
    const page = await openPage(port);
    const { stream } = await openStream(port, { cookie: page.cookie });
    expect((await post(port, { cookie: page.cookie, body: hello(page) })).status).toBe(503);
    await expect(dial(port, { cookie: page.cookie })).rejects.toThrow("status 503");
    await clock.advanceAsync(3_000);
    expect(await stream.close()).toBe(4408);
    const strict = await run(Counter, { limits: { maxHellolessPerAddress: 1 } });
    await openStream(strict.port);
    expect((await post(strict.port)).status).toBe(429);
    const late = await openStream(port, { cookie: page.cookie });
    await post(port, { to: "/up", line: late.id, cookie: page.cookie, body: hello(page) });
    expect((await late.stream.frame())[0]).toBe("welcome");
  });

  it("H76: a client that does not read is dropped over maxBufferedBytes, under that name", async () => {
    const Big = () => {
      const clicks = signal(0);
      return <pre onClick={() => clicks.value++}>{() => `${clicks.value}`.padEnd(2_000_000, "x")}</pre>;
    };
    const limits = { maxBufferedBytes: 100_000, windowBytes: 1e9 };
    const { port, entries, sessions } = await run(Big, { limits });
    const { page, stream, up } = await attached(port);
    stream.pause();
    let n = 0;
    const click = () => up(frames([++n, 0, buttonOf(page), "click", {}]));
    while (sessions[0]!.state.peek().kind === "connected") await click();
    expect(entries.map(({ event }) => event)).toContain("limit/maxBufferedBytes");
    expect(n).toBeLessThan(40);
  });

  it("H77: answers are neither kept, changed nor held back on the way", async () => {
    const { port } = await run(Counter);
    const page = await openPage(port);
    const streamed = (await openStream(port, { cookie: page.cookie, body: hello(page) })).stream;
    const polled = await post(port, { cookie: page.cookie, accept: "text/plain" });
    for (const { headers } of [streamed, polled]) {
      expect(headers).toMatchObject({
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
      });
    }
    expect(streamed.headers["content-length"]).toBeUndefined();
  });

  it("H78: close tells lines over HTTP 1012, and lets no new one begin", async () => {
    const { port, server, handler } = await run(Counter);
    const [greeted, silent] = [await attached(port), await openStream(port)];
    const closing = handler.close();
    expect((await post(port, {})).status).toBe(503);
    expect([await greeted.stream.close(), await silent.stream.close()]).toEqual([1012, 1012]);
    await closing;
    await server.close();
  });

  it("H79: httpPullInterval is from 0.1 to 25 s", () => {
    expect(settleHandlerOptions({}).httpPullInterval).toBe(1_000);
    expect(settleHandlerOptions({ httpPullInterval: 100 }).httpPullInterval).toBe(100);
    for (const httpPullInterval of [0, -1, 99, 25_001, Number.NaN, "1" as never]) {
      expect(() => settleHandlerOptions({ httpPullInterval })).toThrow("httpPullInterval");
    }
  });

  it("H77: nothing that is written to the port by hand upsets the server", async () => {
    const { port } = await run(Counter);
    const host = `Host: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: text/event-stream\r\n`;
    const start = `POST /_tandem/line HTTP/1.1\r\nConnection: close\r\n${host}`;
    const answers = await Promise.all([
      exchange(port, `${start}Content-Length: -1\r\n\r\n`),
      exchange(port, `${start}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n`),
      exchange(port, `${start}Transfer-Encoding: chunked\r\n\r\nzz\r\n`),
      exchange(port, `${start}Content-Length: 99999999999999999999\r\n\r\n`),
    ]);
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    await promisesSettled();
    expect((await attached(port)).id).toHaveLength(26);
  });
});
