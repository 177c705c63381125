import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { createHandler } from "../../src/server/handler.ts";
import { serve } from "../../src/server/serve.ts";
import { app, toApp } from "../../src/session/app.ts";
import { session } from "../../src/session/facade.ts";
import { deferred } from "../support/promises.ts";
import { attach, dial, fetchRaw, Hello, later, openPage, run, untilDone } from "./support.tsx";

it("H56: close tells pages 1012, waits for onEnded, and stops listening", async () => {
  const ending = deferred();
  const Slow = () => (session.onEnded(() => ending.promise), "x");
  const { port, server, entries } = await run(Slow);
  const page = await openPage(port);
  const client = await attach(port, page);
  await client.next();
  const silent = await dial(port);
  let closed = false;
  const closing = server.close().then(() => (closed = true));
  expect(server.close()).toBe(server.close());
  expect((await silent.closed).code).toBe(1012);
  await expect(fetchRaw(port, "/")).rejects.toThrow("ECONNREFUSED");
  expect(closed).toBe(false);
  ending.resolve();
  expect((await client.closed).code).toBe(1012);
  await closing;
  expect(entries.map((entry) => entry.event)).not.toContain("server/close-timeout");
});

it("H56: a session that does not end in time is not waited for", async () => {
  const Never = () => (session.onEnded(() => new Promise(() => {})), "x");
  const { port, server, clock, entries } = await run(Never, { closeTimeout: 1_000 });
  const client = await attach(port, await openPage(port));
  await client.next();
  const closing = server.close();
  await untilDone(closing, clock, 1_000);
  expect(entries).toContainEqual(expect.objectContaining({ event: "server/close-timeout", sessions: 1 }));
});

it("H56: in a server that goes on, a page asked for meanwhile gets 503", async () => {
  const handler = createHandler(Hello, { basePath: "/desk", log: () => {} });
  const listener: RequestListener = (request, response) =>
    handler.listener(request, response, () => response.end("elsewhere"));
  const server = createServer(listener).listen(0, "127.0.0.1");
  later(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  expect((await fetchRaw(port, "/other")).text).toBe("elsewhere");
  expect((await fetchRaw(port, "/desk/")).text).toContain("<h1>Hello</h1>");
  await handler.close();
  const refused = await fetchRaw(port, "/desk/");
  expect(refused.status).toBe(503);
  expect(refused.headers).toMatchObject({ "retry-after": "5", connection: "close" });
  expect((await fetchRaw(port, "/other")).text).toBe("elsewhere");
});

it("H57: a busy port and a host elsewhere say what to do", async () => {
  const first = await serve(Hello, { port: 0, log: () => {} });
  later(() => first.close());
  expect(first.url).toBe(`http://localhost:${first.port}/`);
  await expect(serve(Hello, { port: first.port, log: () => {} })).rejects.toMatchObject({
    code: "server/port-busy",
    message: expect.stringContaining("Choose another port"),
  });
  await expect(serve(Hello, { port: 0, host: "192.0.2.1", log: () => {} })).rejects.toMatchObject({
    code: "server/bad-host",
  });
});

it("H59: a new app in development reaches new pages, and sends open ones to reload", async () => {
  const { port, handler, sessions } = await run(undefined, { development: true, limits: { retention: 5 } });
  const client = await attach(port, await openPage(port));
  await client.next();
  handler.replaceApp(toApp(app(() => <h1>Newer</h1>)));
  expect((await client.closed).code).toBe(4404);
  expect((await openPage(port)).text).toContain("<h1>Newer</h1>");

  handler.replaceApp(toApp(app(() => "x", { limits: { heartbeat: 7_000, retention: 9 } })));
  expect(sessions.at(-1)!.limits.heartbeat).toBe(20_000);
  const second = await attach(port, await openPage(port));
  expect(sessions.at(-1)!.limits).toMatchObject({ heartbeat: 7_000, retention: 5 });
  await second.next();
  handler.showFailure({ title: "app.tsx does not build", text: "Expected <x>", details: "app.tsx:3:1" });
  expect((await second.closed).code).toBe(4404);
  const failure = await fetchRaw(port, "/");
  expect(failure.status).toBe(500);
  expect(failure.text).toContain("Expected &lt;x&gt;");
  expect(failure.text).toContain("app.tsx:3:1");
  const nonce = /<script nonce="([^"]+)">new EventSource\("\/_tandem\/build"\)/.exec(failure.text)![1];
  expect(failure.headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
});

it("H59: pages of a failed build hear of the next one; production has no such stream", async () => {
  const { port, handler } = await run(undefined, { development: true });
  handler.showFailure({ title: "t", text: "x", details: undefined });
  const stream = await fetch(`http://127.0.0.1:${port}/_tandem/build`);
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  const shown = (await fetchRaw(port, "/")).text;
  const first = /data: (\w+)/.exec((await reader.read()).value!)![1]!;
  expect(shown).toContain(`"${first}"`);
  handler.replaceApp(toApp(Hello));
  expect((await reader.read()).value).toMatch(/data: \w+/);
  await reader.cancel();
  expect((await fetchRaw((await run()).port, "/_tandem/build")).status).toBe(404);
});
