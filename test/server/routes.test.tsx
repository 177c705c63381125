import { createServer, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import { createHandler } from "../../src/server/handler.ts";
import { session as current } from "../../src/session/facade.ts";
import { App } from "../../src/session/app.ts";
import { currentScope } from "../../src/session/modules/current-scope.ts";
import { Session } from "../../src/session/session.ts";
import { UserFacingError } from "../../src/session/error-report.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { TestSession } from "../support/test-session.ts";
import { until } from "../support/until.ts";
import { attach, exchange, fetchRaw, later, openPage, run, type Running } from "./support.tsx";

/** A served session, and the way to its routes. */
async function started(options: Parameters<typeof run>[1] = {}) {
  const running = await run(undefined, options);
  const page = await openPage(running.port, `${options.basePath ?? ""}/`);
  const session = running.sessions[0]!;
  const url = (path: string) => `http://127.0.0.1:${running.port}${path}`;
  return { ...running, page, session, url };
}

const reported = ({ entries }: Pick<Running, "entries">) => entries.filter(({ event }) => event === "app/error");

describe("routes", () => {
  it("F1: a route has a path that nobody can guess, below which all is its handler's", async () => {
    const { session, url } = await started();
    const path = session.dynamicRoute("facts", ({ url: asked, method }) => {
      const { pathname, search } = new URL(asked);
      return Response.json([method, pathname.slice(path.length), search]);
    });
    expect(path).toMatch(/^\/_tandem\/r\/[0-9a-v]{26}\/facts$/);
    expect(path).not.toContain(session.id);
    expect(await (await fetch(url(path))).json()).toEqual(["GET", "", ""]);
    expect(await (await fetch(url(`${path}/a/b?c=d`), { method: "PUT" })).json()).toEqual(["PUT", "/a/b", "?c=d"]);
    const other = new TestSession(() => <p />);
    expect(other.session.dynamicRoute("facts", () => new Response())).not.toBe(path);
  });

  it("F1: setting it again replaces the handler at the same path, and null removes it", async () => {
    const { session, url } = await started();
    const path = session.dynamicRoute("word", () => new Response("one"));
    expect(session.dynamicRoute("word", () => new Response("two"))).toBe(path);
    expect(await (await fetch(url(path))).text()).toBe("two");
    session.dynamicRoute("word", null);
    expect((await fetch(url(path))).status).toBe(404);
    expect(session.dynamicRoute("never", null)).toBe(path.replace("word", "never"));
  });

  it("F2: a handler is a turn of its session: what it writes is shown, also after an await and while its body is read", async () => {
    const { session, port, page, url } = await started();
    const client = await attach(port, page);
    await client.next();
    const path = session.dynamicRoute("title", async () => {
      current.setTitle("first");
      await promisesSettled();
      expect(current.id).toBe(session.id);
      current.setTitle("second");
      return new Response(
        (async function* () {
          await promisesSettled();
          current.setTitle("third");
          yield Buffer.from("done");
        })() as unknown as ReadableStream,
      );
    });
    expect(await (await fetch(url(path))).text()).toBe("done");
    const titles = [];
    for (let n = 0; n < 3; n++) titles.push((await client.next())[2]);
    expect(titles).toEqual([[[11, { title: "first" }]], [[11, { title: "second" }]], [[11, { title: "third" }]]]);
  });

  it("F3: a body streams up while the answer streams down", async () => {
    const { session, url } = await started();
    const path = session.dynamicRoute("echo", (request) => new Response(request.body));
    let send!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (send = controller) });
    send.enqueue(Buffer.from("one"));
    const answer = await fetch(url(path), { method: "POST", body, duplex: "half" } as RequestInit);
    const reader = answer.body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe("one");
    send.enqueue(Buffer.from("two"));
    expect(Buffer.from((await reader.read()).value!).toString()).toBe("two");
    send.close();
    expect((await reader.read()).done).toBe(true);
  });

  it("F3: a client that does not read holds back the body, and one that goes calls the handler off", async () => {
    const { session, port } = await started();
    let pulled = 0;
    let cancelled = false;
    const signals: AbortSignal[] = [];
    const path = session.dynamicRoute("endless", ({ signal: gone }) => {
      signals.push(gone);
      const piece = new Uint8Array(256 * 1024);
      return new Response(
        new ReadableStream({
          pull: (controller) => (pulled++, controller.enqueue(piece)),
          cancel: () => void (cancelled = true),
        }),
      );
    });
    const socket = connect(port, "127.0.0.1", () => socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`));
    socket.on("error", () => {});
    socket.pause();
    await until(() => pulled > 0);
    let before = -1;
    while (before !== pulled) {
      before = pulled;
      for (let n = 0; n < 50; n++) await promisesSettled();
    }
    // What fits into the buffers of two sockets, and no more.
    expect(pulled).toBeLessThan(200);
    socket.destroy();
    await until(() => cancelled && signals[0]!.aborted);
  });

  it("F4: a handler that throws answers 500 with the id it is reported by", async () => {
    const { session, url, entries } = await started();
    const fail = async (error: unknown) => {
      const path = session.dynamicRoute("fail", () => Promise.reject(error));
      const answer = await fetch(url(path));
      return [answer.status, await answer.text()] as const;
    };
    const [status, text] = await fail(new Error("a secret"));
    const id = String(reported({ entries }).at(-1)!["errorId"]);
    expect([status, text]).toEqual([500, `Something went wrong. ${id}\n`]);
    expect((await fail(new UserFacingError("Sold out.")))[1]).toMatch(/^Sold out\. \w{6}\n$/);
    session.dynamicRoute("fail", () => "text" as unknown as Response);
    expect((await fetch(url(session.dynamicRoute("fail", () => Response.error())))).status).toBe(500);
    expect(reported({ entries })).toHaveLength(3);
  });

  it("F4: a body that fails, or is not as long as it says, is a broken transfer and never a short one", async () => {
    const { session, url, entries } = await started();
    async function* failing() {
      yield Buffer.from("some");
      await promisesSettled();
      throw new Error("torn");
    }
    const bodies = {
      torn: () => new Response(failing() as unknown as ReadableStream),
      short: () => new Response("short", { headers: { "Content-Length": "10" } }),
      long: () => new Response("longer", { headers: { "Content-Length": "3" } }),
    };
    for (const [name, answer] of Object.entries(bodies)) {
      const received = fetch(url(session.dynamicRoute(name, answer))).then((response) => response.text());
      await expect(received, name).rejects.toThrow();
    }
    expect(reported({ entries })).toHaveLength(3);
    expect((await fetch(url(session.dynamicRoute("whole", () => new Response("whole"))))).status).toBe(200);
  });

  it("F5: what is unknown, and every route of a session that has ended, is 404", async () => {
    const { session, url, port } = await started();
    const path = session.dynamicRoute("here", () => new Response("here"));
    const status = async (asked: string) => (await fetchRaw(port, asked)).status;
    expect(await status(path)).toBe(200);
    expect(await status(`${path}x`)).toBe(404);
    expect(await status("/_tandem/r/")).toBe(404);
    expect(await status(`/_tandem/r/${session.id}/here`)).toBe(404);
    expect(await status(path.replace(/\/here$/, ""))).toBe(404);
    expect(await status(path.replace(/here$/, "%2e%2e/here"))).toBe(404);
    let meanwhile = 0;
    session.onEnded(async () => void (meanwhile = (await fetch(url(path))).status));
    await session.close();
    expect([meanwhile, await status(path)]).toEqual([404, 404]);
  });

  it("F5: a stub, and a session that has ended, make no address known", async () => {
    const { environment, session } = new TestSession(() => <p />);
    const known: string[] = [];
    const openRoutes = (_id: string, key: string) => (known.push(key), "/");
    const Root = () => <a href={current.dynamicRoute("here", () => new Response("here"))}>here</a>;
    const { root } = await Session.readOnce(new App(Root, {}), { ...environment, openRoutes });
    expect([root.includes('href="#here"'), known]).toEqual([true, []]);
    await session.close();
    expect(session.dynamicRoute("late", () => new Response())).toBe("#late");
  });

  it("F5: a hard close forgets the handlers", async () => {
    const test = new TestSession(() => <p />);
    test.session.dynamicRoute("here", () => new Response("here"));
    const { routes } = test.session;
    await test.session.close({ hard: true });
    const request = new Request("http://localhost/");
    expect((await routes.answer({ request, path: "here", client: undefined })).response.status).toBe(404);
  });

  it("F6: answers are not sniffed, not for other sites unless the handler says so, and carry no header of the line", async () => {
    const { session, port } = await started();
    const path = session.dynamicRoute("plain", () => {
      return new Response("x", {
        statusText: "Fine\u00ff",
        headers: { "X-Content-Type-Options": "none", "Transfer-Encoding": "gzip", Connection: "upgrade", "X-Own": "1" },
      });
    });
    const { headers } = await fetchRaw(port, path, { headers: { Origin: "https://evil.example" } });
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "x-own": "1",
    });
    expect(headers["transfer-encoding"]).toBe("chunked");
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    session.dynamicRoute(
      "plain",
      () => new Response("x", { headers: { "Cross-Origin-Resource-Policy": "cross-origin" } }),
    );
    expect((await fetchRaw(port, path)).headers["cross-origin-resource-policy"]).toBe("cross-origin");
  });

  it("F6: a header cannot smuggle in another", async () => {
    const { session, port, entries } = await started();
    const path = session.dynamicRoute("evil", ({ url }) => {
      return new Response("x", { headers: { "X-Name": new URL(url).searchParams.get("name")! } });
    });
    const answer = await fetchRaw(port, `${path}?name=a%0d%0aSet-Cookie:%20x=1`);
    expect([answer.status, answer.headers["set-cookie"]]).toEqual([500, undefined]);
    expect(reported({ entries })).toHaveLength(1);
  });

  it("F6: HEAD gets the headers alone, OPTIONS is the handler's, and TRACE is nobody's", async () => {
    const { session, port } = await started();
    const methods: string[] = [];
    const path = session.dynamicRoute("any", ({ method }) => (methods.push(method), new Response("body")));
    const head = await fetchRaw(port, path, { method: "HEAD" });
    expect([head.status, head.bytes]).toEqual([200, 0]);
    expect((await fetchRaw(port, path, { method: "OPTIONS" })).text).toBe("body");
    expect((await fetchRaw(port, path, { method: "TRACE" })).status).toBe(405);
    expect(methods).toEqual(["HEAD", "OPTIONS"]);
  });

  it("F6: the handler sees the app's cookies, but not what proves the browser and its page", async () => {
    const { session, port, page } = await started();
    const path = session.dynamicRoute("seen", ({ headers }) => {
      return Response.json([
        headers.get("cookie"),
        headers.get("tandem-ticket"),
        [...headers.keys()].includes("tandem-ticket"),
      ]);
    });
    const headers = { Cookie: `a=1; ${page.cookie}; b=2`, "Tandem-Ticket": page.ticket };
    expect(JSON.parse((await fetchRaw(port, path, { headers })).text)).toEqual(["a=1; b=2", null, false]);
    expect(JSON.parse((await fetchRaw(port, path, { headers: { Cookie: page.cookie } })).text)[0]).toBe(null);
  });

  it.each(["", ".", "..", "a/b", "a b", "~d", "%2e", "a\0", "é", "a?b", "x".repeat(101), 7, "__proto__\r\n"])(
    "F7: the name %j is refused",
    (name) => {
      const { session } = new TestSession(() => <p />);
      const set = () => session.dynamicRoute(name as string, () => new Response());
      expect(set).toThrow(expect.objectContaining({ code: "files/bad-route" }));
    },
  );

  it("F7: what is no function is refused, and names of objects are names like others", async () => {
    const { session, url } = await started();
    const set = () => session.dynamicRoute("name", "text" as never);
    expect(set).toThrow(expect.objectContaining({ code: "files/bad-route" }));
    const path = session.dynamicRoute("constructor", () => new Response("mine"));
    expect(await (await fetch(url(path))).text()).toBe("mine");
    expect((await fetch(url(path.replace("constructor", "__proto__")))).status).toBe(404);
  });

  it("F17: a module's routes have its prefix, are its code, and go with it", async () => {
    const { session, url } = await started();
    const scope = session.makeScope("part");
    const path = scope.dynamicRoute("here", () => new Response(currentScope()?.id));
    expect(path).toMatch(/\/part-here$/);
    expect(await (await fetch(url(path))).text()).toBe("part");
    expect(scope.dynamicRoute("here", () => new Response("again"))).toBe(path);
    scope.destroy();
    expect((await fetch(url(path))).status).toBe(404);
    expect(() => scope.dynamicRoute("late", null)).toThrow(expect.objectContaining({ code: "scope/destroyed" }));
  });

  it("F8: routes work below a base path, and in a server that is somebody else's", async () => {
    const below = await started({ basePath: "/tools/desk" });
    const path = below.session.dynamicRoute("here", ({ url }) => new Response(new URL(url).pathname));
    expect(path.startsWith("/tools/desk/_tandem/r/")).toBe(true);
    expect(await (await fetch(below.url(path))).text()).toBe(path);
    expect((await fetch(below.url(path.slice("/tools/desk".length)))).status).toBe(404);

    let route = "";
    const handler = createHandler(
      () => {
        route = current.dynamicRoute("mine", () => new Response("mounted"));
        return <p />;
      },
      { basePath: "/app" },
    );
    const server = createServer((request, response) =>
      handler.listener(request, response, () => response.end("theirs")),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    later(() => new Promise((resolve) => server.close(() => resolve())));
    later(() => handler.close());
    const { port } = server.address() as { port: number };
    await fetchRaw(port, "/app/");
    expect([(await fetchRaw(port, route)).text, (await fetchRaw(port, "/")).text]).toEqual(["mounted", "theirs"]);
  });

  it("F9: what a session has under way at once is limited, and given back when a client goes", async () => {
    const { session, port } = await started({ limits: { maxRouteRequests: 1 } });
    const asked = signal(0);
    const path = session.dynamicRoute("slow", () => {
      asked.value++;
      return new Promise<Response>(() => {});
    });
    const first = httpRequest({ host: "127.0.0.1", port, path, agent: false }).on("error", () => {});
    first.end();
    await until(() => asked.peek() === 1);
    const refused = await fetchRaw(port, path);
    expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "1"]);
    first.destroy();
    session.dynamicRoute("quick", () => new Response("quick"));
    let status = 503;
    while (status === 503) ({ status } = await fetchRaw(port, path.replace("slow", "quick")));
    expect(status).toBe(200);
  });

  it("F9: who hung up while a host was still thinking is not counted", async () => {
    let route = "";
    const Screen = () => {
      route = current.dynamicRoute("quick", () => new Response("quick"));
      return <p />;
    };
    const handler = createHandler(Screen, { limits: { maxRouteRequests: 1 } });
    let left = 0;
    const server = createServer((request, response) => {
      if (request.headers["x-slow"] === undefined) return handler.listener(request, response);
      response.once("close", () => {
        handler.listener(request, response);
        left++;
      });
      response.writeProcessing();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    later(() => new Promise((resolve) => server.close(() => resolve())));
    later(() => handler.close());
    const { port } = server.address() as { port: number };
    await fetchRaw(port, "/");
    const gone = httpRequest({ host: "127.0.0.1", port, path: route, headers: { "X-Slow": "1" }, agent: false });
    gone.on("error", () => {}).on("information", () => gone.destroy());
    gone.end();
    await until(() => left === 1);
    expect((await fetchRaw(port, route)).text).toBe("quick");
  });

  it("F9: a request that is not HTTP does no harm", async () => {
    const { session, port, url } = await started();
    const path = session.dynamicRoute("here", async (request) => new Response(await request.text()));
    const text = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`;
    expect(await exchange(port, text)).toMatch(/^HTTP\/1\.1 400/);
    expect(await (await fetch(url(path), { method: "POST", body: "fine" })).text()).toBe("fine");
  });
});
