import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { LogEntry } from "../../src/core/log-entry.ts";
import type { User } from "../../src/core/register.ts";
import { signal } from "../../src/reactive/signal.ts";
import { session } from "../../src/session/facade.ts";
import { createHandler, type Handler } from "../../src/server/handler.ts";
import type { HandlerOptions } from "../../src/server/server-options.ts";
import { hosts } from "./hosts-support.ts";
import { frames, hello, openStream, post } from "./line-support.ts";
import { attach, dial, fetchRaw, later, openPage, type Client, type Page } from "./support.tsx";

interface Person {
  id: string;
  name: string;
}

function Counter() {
  const clicks = signal(0);
  const who = (session.user as Person | undefined)?.name ?? "nobody";
  return (
    <main>
      <p>
        In {session.info.backend} for {who}
      </p>
      <button onClick={() => clicks.value++}>Clicked {clicks}</button>
      <button onClick={() => void session.close({ hard: true, message: "Until tomorrow." })}>Close</button>
    </main>
  );
}

const BASE = "/desk";
const SOCKET = { path: `${BASE}/_tandem/socket` };

function handlerOf(options: HandlerOptions = {}): { handler: Handler; entries: LogEntry[] } {
  const entries: LogEntry[] = [];
  const handler = createHandler(Counter, { basePath: BASE, log: (entry) => void entries.push(entry), ...options });
  later(() => handler.close());
  return { handler, entries };
}

const buttons = (page: Page) => [...page.text.matchAll(/<button data-t="(\d+)"/g)].map(([, id]) => Number(id));

/** The next frames until one holds `text`. */
async function until(client: Pick<Client, "next">, text: string): Promise<unknown[]> {
  let frame = await client.next();
  while (!JSON.stringify(frame).includes(text)) frame = await client.next();
  return frame;
}

describe.each(hosts)("in $backend", ({ backend, mount }) => {
  it("O1: a page is painted, attaches, and its events are handled", async () => {
    const { port } = await mount(handlerOf().handler);
    for (const path of [BASE, `${BASE}/`, `${BASE}/reports/2026?all=1`]) {
      const page = await openPage(port, path);
      expect(page.status).toBe(200);
      expect(page.text).toContain(`In ${backend} for nobody`);
      const client = await attach(port, page, SOCKET);
      expect((await client.next())[0]).toBe("welcome");
      client.send(1, 0, buttons(page)[0], "click", {});
      await until(client, '"1"');
    }
  });

  it("O2: a page goes on over an event stream, and by polling", async () => {
    const { port } = await mount(handlerOf().handler);
    const page = await openPage(port, BASE);
    const from = { base: BASE, cookie: page.cookie };
    const { stream, id } = await openStream(port, { ...from, body: hello(page) });
    expect((await stream.frame())[0]).toBe("welcome");
    const click = (n: number) => frames([n, 0, buttons(page)[0], "click", {}]);
    expect((await post(port, { ...from, to: "/up", line: id, body: click(1) })).status).toBe(204);
    await until({ next: () => stream.frame() }, '"1"');
    const polled = { ...from, accept: "*/*" };
    const opened = await post(port, { ...polled, body: hello(page, -1) });
    const line = /([0-9a-v]{26})/.exec(opened.text)?.[1] ?? "";
    expect((await post(port, { ...polled, to: "/up", line, body: click(2) })).status).toBe(204);
    let seen = opened.text;
    while (!seen.includes('"2"')) {
      const { status, text } = await post(port, { ...polled, to: "/down", line });
      expect(status).toBe(200);
      seen += text;
    }
    expect(seen).toContain('"welcome"');
  });

  it("O3: the host's own routes go on, before and after, and the rest is the host's", async () => {
    const { port } = await mount(handlerOf().handler);
    expect((await fetchRaw(port, "/before")).text).toBe("before");
    expect((await fetchRaw(port, "/after")).text).toBe("after");
    for (const path of ["/", "/deskx", "/elsewhere", "/_tandem/socket"]) {
      const answer = await fetchRaw(port, path);
      expect([path, answer.status, answer.text]).toEqual([path, 404, "the host's own 404"]);
    }
  });

  it.each(["before", "after"] as const)(
    "O4: WebSockets of the host, attached %s, and ours do not disturb each other",
    async (chat) => {
      const { port } = await mount(handlerOf().handler, { chat });
      const page = await openPage(port, BASE);
      const client = await attach(port, page, SOCKET);
      expect((await client.next())[0]).toBe("welcome");
      expect(await (await dial(port, { path: "/chat" })).next()).toEqual(["hello from the host"]);
      client.send(1, 0, buttons(page)[0], "click", {});
      await until(client, '"1"');
      expect(client.socket.readyState).toBe(1);
      await expect(dial(port, { path: "/elsewhere" })).rejects.toThrow("status 400");
      await expect(dial(port, { ...SOCKET, origin: "https://evil.example" })).rejects.toThrow("status 403");
    },
  );

  it("O4: an upgrade that nobody takes is refused", async () => {
    const { port } = await mount(handlerOf().handler);
    await expect(dial(port, { path: "/elsewhere" })).rejects.toThrow("status 404");
    await expect(dial(port, { path: `${BASE}/other` })).rejects.toThrow("status 404");
  });

  it("O6: scripts, styles and assets are served, what is none is 404, a HEAD starts nothing", async () => {
    const assets = mkdtempSync(join(tmpdir(), "tandem-hosts-"));
    later(() => rmSync(assets, { recursive: true }));
    writeFileSync(join(assets, "note.txt"), "a note");
    const { port } = await mount(handlerOf({ assets }).handler);
    const page = await openPage(port, BASE);
    const urls = [...page.text.matchAll(/(?:src|href)="(\/desk\/_tandem\/[^"]+)"/g)].map(([, url]) => url!);
    expect(urls.length).toBeGreaterThan(1);
    for (const url of urls) expect([url, (await fetchRaw(port, url)).status]).toEqual([url, 200]);
    expect((await fetchRaw(port, `${BASE}/assets/note.txt`)).text).toBe("a note");
    const range = await fetchRaw(port, `${BASE}/assets/note.txt`, { headers: { range: "bytes=2-5" } });
    expect([range.status, range.text]).toEqual([206, "note"]);
    expect((await fetchRaw(port, `${BASE}/assets/none.txt`)).status).toBe(404);
    expect((await fetchRaw(port, `${BASE}/assets/%2e%2e/package.json`)).status).toBe(404);
    expect((await fetchRaw(port, `${BASE}/_tandem/none.js`)).status).toBe(404);
    expect((await fetchRaw(port, `${BASE}/_tandem/socket`)).status).toBe(426);
    const head = await fetchRaw(port, BASE, { method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
    expect((await fetchRaw(port, BASE, { method: "DELETE" })).status).toBe(405);
  });

  it("O7: the host's log-in is asked, for the page and for its line", async () => {
    const people = new Map<string, Person>([["a", { id: "ada", name: "Ada" }]]);
    const { handler } = handlerOf({
      authenticate: ({ cookies }) =>
        (people.get(cookies["sid"] ?? "") as User | undefined) ??
        new Response(null, { status: 303, headers: { Location: "/login" } }),
    });
    const { port } = await mount(handler);
    const refused = await fetchRaw(port, BASE);
    expect([refused.status, refused.headers.location]).toEqual([303, "/login"]);
    const page = await openPage(port, BASE, { headers: { cookie: "sid=a" } });
    expect(page.text).toContain("for Ada");
    const cookie = `${page.cookie}; sid=a`;
    const client = await attach(port, page, { ...SOCKET, cookie });
    expect((await client.next())[0]).toBe("welcome");
    expect(await (await attach(port, page, SOCKET)).closed).toMatchObject({ code: 4401 });
    expect(await handler.disconnectUser("ada", { message: "Signed out." })).toBe(1);
    expect(await until(client, "Signed out.")).toEqual(["close", { code: 4001, message: "Signed out." }]);
    people.delete("a");
    expect((await fetchRaw(port, BASE, { headers: { cookie: "sid=a" } })).status).toBe(303);
  });

  it("O8: a hard close reaches the page with its text", async () => {
    const { port } = await mount(handlerOf().handler);
    const page = await openPage(port, BASE);
    const client = await attach(port, page, SOCKET);
    client.send(1, 0, buttons(page)[1], "click", {});
    expect(await until(client, "Until tomorrow.")).toEqual(["close", { code: 4001, message: "Until tomorrow." }]);
    expect(await client.closed).toEqual({ code: 4001, reason: "hard-disconnect" });
  });

  it("O9: the app closes with its host, and lines do not hold that up", async () => {
    const { port, stop } = await mount(handlerOf().handler);
    const [page, other] = [await openPage(port, BASE), await openPage(port, BASE)];
    const client = await attach(port, page, SOCKET);
    await client.next();
    const { stream } = await openStream(port, { base: BASE, cookie: other.cookie, body: hello(other) });
    await stream.frame();
    await stop();
    expect(await client.closed).toEqual({ code: 1012, reason: "server-restart" });
    expect(await stream.close()).toBe(1012);
    await expect(fetchRaw(port, BASE)).rejects.toThrow("ECONNREFUSED");
  });
});

describe("body parsers of the host", () => {
  const open = async (backend: string, bodies: "kept" | "lost") => {
    const { handler, entries } = handlerOf();
    const { port } = await hosts.find((host) => host.backend === backend)!.mount(handler, { bodies });
    const page = await openPage(port, BASE);
    const answer = post(port, { base: BASE, cookie: page.cookie, accept: "*/*", body: hello(page) });
    return { answer: await answer, entries };
  };

  it.each(["node", "express", "fastify", "hono"])("O5: one that keeps a body does no harm in %s", async (backend) => {
    const { answer } = await open(backend, "kept");
    expect(answer.status).toBe(200);
  });

  it.each(["node", "express"])("O5: one that keeps nothing is told of in %s", async (backend) => {
    const { answer, entries } = await open(backend, "lost");
    expect(answer.status).toBe(400);
    expect(entries).toContainEqual(expect.objectContaining({ event: "socket/refused", why: "body-read-before" }));
  });

  it("O12: a route whose body nobody kept is told so", async () => {
    const Form = () => <a href={session.dynamicRoute("form", () => new Response("never"))}>Form</a>;
    const entries: LogEntry[] = [];
    const handler = createHandler(Form, { basePath: BASE, log: (entry) => void entries.push(entry) });
    later(() => handler.close());
    const { port } = await hosts.find(({ backend }) => backend === "express")!.mount(handler);
    const url = /href="(\/desk\/_tandem\/[^"]+)"[^>]*>Form/.exec((await openPage(port, BASE)).text)![1]!;
    const body = new URLSearchParams({ a: "1" });
    expect((await fetch(`http://127.0.0.1:${port}${url}`, { method: "POST", body })).status).toBe(400);
    expect(entries.map(({ event }) => event)).toContain("request/body-read-before");
  });
});

describe.each(hosts)("what a session answers itself, in $backend", ({ mount }) => {
  const Echo = () => {
    const url = session.dynamicRoute("echo", async (request) => {
      const text = await request.text();
      return Response.json({ method: request.method, text, cookie: request.headers.get("cookie") });
    });
    return <a href={url}>Echo</a>;
  };
  const echoUrl = async (port: number) =>
    /href="(\/desk\/_tandem\/[^"]+)"[^>]*>Echo/.exec((await openPage(port, BASE)).text)![1]!;
  const send = async (port: number, type: string, body: string) => {
    const headers = { "content-type": type, cookie: `tandem=${"a".repeat(26)}; mine=1` };
    const answer = await fetch(`http://127.0.0.1:${port}${await echoUrl(port)}`, { method: "POST", headers, body });
    return { status: answer.status, text: await answer.text() };
  };
  const handler = () => {
    const made = createHandler(Echo, { basePath: BASE, log: () => {} });
    later(() => made.close());
    return made;
  };

  it.each([
    ["application/json", '{"a":[1,"ä"]}'],
    ["text/plain", "as it is"],
    ["application/octet-stream", "bytes ".repeat(50_000)],
  ])("O12: routes get bodies of %s whole", async (type, body) => {
    for (const bodies of [undefined, "kept"] as const) {
      const { port } = await mount(handler(), bodies === undefined ? {} : { bodies });
      const { status, text } = await send(port, type, body);
      expect(status).toBe(200);
      expect(JSON.parse(text)).toEqual({ method: "POST", text: body, cookie: "mine=1" });
      expect((await fetchRaw(port, await echoUrl(port))).text).toContain('"method":"GET"');
    }
  });
});

describe("mounted at a path of the host's", () => {
  const listening = async (server: Server) => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    later(() => void server.close());
    return (server.address() as AddressInfo).port;
  };

  it("O10: in Express the base path is the whole path, and next goes on where it was", async () => {
    const { handler } = handlerOf();
    const app = express();
    app.use("/desk", handler.express, (request, response) => void response.send(`passed ${request.url}`));
    app.use("/other", handler.express, (request, response) => void response.send(`passed ${request.url}`));
    const server = createServer(app);
    handler.attach(server);
    const port = await listening(server);
    const page = await openPage(port, "/desk/reports");
    expect((await (await attach(port, page, SOCKET)).next())[0]).toBe("welcome");
    expect((await fetchRaw(port, "/other/x")).text).toBe("passed /x");
    await handler.close();
  });

  it("O10: in Fastify a prefix must agree with the base path", async () => {
    const { handler } = handlerOf();
    const app = fastify();
    later(() => app.close());
    await app.register(handler.fastify, { prefix: "/desk" });
    await app.listen({ port: 0, host: "127.0.0.1" });
    await openPage((app.server.address() as AddressInfo).port, "/desk");
    const other = fastify();
    later(() => other.close());
    await expect(other.register(handler.fastify, { prefix: "/office" })).rejects.toThrow(
      'Expected basePath to lie below Fastify\'s prefix "/office"',
    );
  });

  it("O10: in Fastify an app at the root leaves the host's routes to it", async () => {
    const { handler } = handlerOf({ basePath: "" });
    const app = fastify();
    later(() => app.close());
    app.get("/health", () => "well");
    await app.register(handler.fastify);
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as AddressInfo;
    expect((await fetchRaw(port, "/health")).text).toBe("well");
    expect((await openPage(port, "/")).status).toBe(200);
    expect((await openPage(port, "/anything")).status).toBe(200);
  });

  it("O11: Hono that does not run on Node is told so", async () => {
    const app = new Hono();
    let told: unknown;
    app.onError((error, context) => {
      told = error;
      return context.text("failed", 500);
    });
    app.use(handlerOf().handler.hono);
    await app.request("/desk");
    expect(told).toMatchObject({ code: "server/no-node-request" });
  });

  it("O4: detached, upgrades are the host's again", async () => {
    const { handler } = handlerOf();
    const server = createServer((request, response) => handler.listener(request, response));
    const detach = handler.attach(server);
    server.on("upgrade", (_request, socket) => {
      Readable.from(["HTTP/1.1 418 Of the host\r\nConnection: close\r\n\r\n"]).pipe(socket);
    });
    const port = await listening(server);
    expect((await dial(port, SOCKET)).socket.readyState).toBe(1);
    detach();
    await expect(dial(port, SOCKET)).rejects.toThrow("status 418");
  });
});
