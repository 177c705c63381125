import { describe, expect, it } from "vitest";
import type { User } from "../../src/core/register.ts";
import { signal } from "../../src/reactive/signal.ts";
import { app } from "../../src/session/app.ts";
import type { AuthenticationRequest } from "../../src/session/authentication.ts";
import { session } from "../../src/session/facade.ts";
import type { HandlerOptions } from "../../src/server/server-options.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { deferred } from "../support/promises.ts";
import { hello, openStream, post } from "./line-support.ts";
import { attach, dial, fetchRaw, openPage, run, type Page } from "./support.tsx";

interface Person {
  id: string;
  name: string;
}

/** Who is signed in, by the cookie that a host's log-in would have set. */
function logIn() {
  const people = new Map<string, Person>([
    ["a", { id: "ada", name: "Ada" }],
    ["b", { id: "bob", name: "Bob" }],
  ]);
  const asked: AuthenticationRequest[] = [];
  const authenticate = (request: AuthenticationRequest) => {
    asked.push(request);
    return people.get(request.cookies["sid"] ?? "") as User | undefined;
  };
  return { people, asked, authenticate };
}

const nameOf = (user: unknown) => (user as Person | undefined)?.name ?? "nobody";

const acted: string[] = [];
function Greeting() {
  const last = signal("");
  return (
    <button
      onClick={(event) => {
        last.value = nameOf(event.client.user);
        acted.push(`${nameOf(event.client.user)} in ${nameOf(session.user)}'s`);
      }}
    >
      Hello {nameOf(session.user)}, {last}
    </button>
  );
}

/** The cookies of a browser that is signed in as `sid` and was given `page`. */
const both = (page: Page, sid: string) => ({ ...page, cookie: `${page.cookie.split("; ").at(-1)}; sid=${sid}` });
const openAs = async (port: number, sid: string, path = "/") => {
  const page = await openPage(port, path, { headers: { cookie: `sid=${sid}` } });
  return both(page, sid);
};
const idOfButton = (page: Page) => Number(/<button data-t="(\d+)"/.exec(page.text)![1]);

describe("authenticate", () => {
  it("O20: the user is there at first paint, and nothing starts before", async () => {
    const [gate, asked] = [deferred<User>(), deferred<void>()];
    const { port, sessions } = await run(Greeting, { authenticate: () => (asked.resolve(), gate.promise) });
    const answer = fetchRaw(port, "/");
    await asked.promise;
    await promisesSettled();
    expect(sessions).toHaveLength(0);
    gate.resolve({ id: "ada", name: "Ada" } as User);
    expect((await answer).text).toContain("Hello Ada");
    expect(sessions[0]!.user).toEqual({ id: "ada", name: "Ada" });
  });

  it("O20: it is asked with what the browser sent", async () => {
    const { asked, authenticate } = logIn();
    const { port, clock: _ } = await run(Greeting, { authenticate, basePath: "/desk", trustProxy: 1 });
    const headers = { cookie: 'sid=a; odd=%E0%A4%A; __proto__=x; q="1"', "x-forwarded-for": "203.0.113.9" };
    await fetchRaw(port, "/desk/report?year=2026", { headers });
    expect(asked[0]).toMatchObject({
      purpose: "page",
      method: "GET",
      url: `http://127.0.0.1:${port}/desk/report?year=2026`,
      clientIp: "203.0.113.9",
    });
    expect({ ...asked[0]!.cookies }).toEqual({ sid: "a", odd: "%E0%A4%A", ["__proto__"]: "x", q: "1" });
    expect(asked[0]!.headers.get("Cookie")).toContain("sid=a");
  });

  it("O21: nothing gets 401 and a Response is sent, and neither starts a session", async () => {
    const { authenticate } = logIn();
    const plain = await run(Greeting, { authenticate });
    const refused = await fetchRaw(plain.port, "/");
    expect(refused.status).toBe(401);
    expect(refused.text).toContain("Please sign in");
    expect(refused.headers["set-cookie"]).toBeUndefined();
    const redirecting = await run(Greeting, {
      authenticate: () => {
        const headers = new Headers({ Location: "/login?next=%2Fdesk", "X-Why": "no one", "Content-Length": "999" });
        headers.append("Set-Cookie", "seen=1; Path=/");
        headers.append("Set-Cookie", "again=1; Path=/");
        return new Response("Sign in first", { status: 303, headers });
      },
    });
    for (const method of ["GET", "HEAD"]) {
      const answer = await fetchRaw(redirecting.port, "/", { method });
      expect(answer.status).toBe(303);
      expect(answer.headers).toMatchObject({
        location: "/login?next=%2Fdesk",
        "x-why": "no one",
        "set-cookie": ["seen=1; Path=/", "again=1; Path=/"],
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      });
      expect(answer.text).toBe(method === "GET" ? "Sign in first" : "");
    }
    expect([...plain.sessions, ...redirecting.sessions]).toEqual([]);
  });

  it("O22: what throws gets 500 and is logged, and nobody is let in", async () => {
    const failure = new Error("the directory is down");
    for (const authenticate of [
      () => {
        throw failure;
      },
      () => Promise.reject(failure),
    ]) {
      const { port, sessions, entries } = await run(Greeting, { authenticate });
      const answer = await fetchRaw(port, "/");
      expect(answer.status).toBe(500);
      expect(answer.text).not.toContain("directory");
      expect(entries).toContainEqual(expect.objectContaining({ event: "authentication/failed", error: failure }));
      expect(sessions).toEqual([]);
    }
  });

  it("O22: what takes too long is aborted and lets nobody in, also if it settles later", async () => {
    const gate = deferred<User>();
    let signal: AbortSignal | undefined;
    const asked = deferred<void>();
    const { port, sessions, clock, entries } = await run(Greeting, {
      limits: { authenticationTimeout: 2_000 },
      authenticate: (request) => {
        signal = request.signal;
        asked.resolve();
        return gate.promise;
      },
    });
    const answer = fetchRaw(port, "/");
    await asked.promise;
    await clock.advanceAsync(2_000);
    expect((await answer).status).toBe(500);
    expect(signal!.aborted).toBe(true);
    gate.resolve({ id: "ada" } as User);
    await promisesSettled();
    expect(sessions).toEqual([]);
    expect(entries.map(({ event }) => event)).toContain("limit/authenticationTimeout");
    expect(entries).toContainEqual(
      expect.objectContaining({ error: expect.objectContaining({ code: "server/authentication-timeout" }) }),
    );
  });

  it("O22: a page that attaches while nobody can say who it is tries again later", async () => {
    const { authenticate } = logIn();
    let isDown = false;
    const { port, sessions } = await run(Greeting, {
      authenticate: (request) => {
        if (isDown) throw new Error("down");
        return authenticate(request);
      },
    });
    const page = await openAs(port, "a");
    isDown = true;
    expect(await (await attach(port, page)).closed).toEqual({ code: 1013, reason: "try-again" });
    isDown = false;
    expect((await (await attach(port, page)).next())[0]).toBe("welcome");
    expect(sessions).toHaveLength(1);
  });

  it("O23: a page attaches and comes back only as the user it was given to", async () => {
    const { authenticate, people, asked } = logIn();
    const { port, entries } = await run(Greeting, { authenticate });
    const page = await openAs(port, "a");
    const client = await attach(port, page);
    expect((await client.next())[0]).toBe("welcome");
    expect(asked.at(-1)).toMatchObject({ purpose: "attach", method: "GET" });
    expect(await (await attach(port, both(page, "b"))).closed).toEqual({ code: 4401, reason: "ticket-refused" });
    expect(client.socket.readyState).toBe(1);
    people.delete("a");
    expect(await (await attach(port, page)).closed).toEqual({ code: 4401, reason: "ticket-refused" });
    expect(entries.filter(({ why }) => why === "authentication")).toHaveLength(1);
    people.set("a", { id: "ada", name: "Ada" });
    expect((await (await attach(port, page)).next())[0]).toBe("welcome");
    expect(await client.closed).toEqual({ code: 4409, reason: "replaced" });
  });

  it("O23: the same holds for lines over HTTP", async () => {
    const { authenticate, people } = logIn();
    const { port } = await run(Greeting, { authenticate });
    const page = await openAs(port, "a");
    const { stream } = await openStream(port, { cookie: page.cookie, body: hello(page) });
    expect((await stream.frame())[0]).toBe("welcome");
    const other = await openStream(port, { cookie: both(page, "b").cookie, body: hello(page) });
    expect(await other.stream.close()).toBe(4401);
    people.delete("a");
    const again = await openStream(port, { cookie: page.cookie, body: hello(page) });
    expect(await again.stream.close()).toBe(4401);
  });

  it("O23: a line over HTTP still takes requests of its own site alone", async () => {
    const { authenticate } = logIn();
    const { port } = await run(Greeting, { authenticate });
    const page = await openAs(port, "a");
    const forged = { cookie: page.cookie, body: hello(page) };
    expect((await post(port, { ...forged, origin: "https://evil.example" })).status).toBe(403);
    expect((await post(port, { ...forged, origin: null })).status).toBe(403);
    expect((await post(port, { ...forged, type: "text/plain" })).status).toBe(415);
  });

  it("O23: words before it is known who speaks close with 4400", async () => {
    const gate = deferred<void>();
    const { authenticate } = logIn();
    const { port, sessions } = await run(Greeting, {
      authenticate: async (request) => {
        if (request.purpose === "attach") await gate.promise;
        return authenticate(request);
      },
    });
    const page = await openAs(port, "a");
    const client = await dial(port, { cookie: page.cookie });
    client.send("hello", { protocol: 1, ticket: page.ticket, frame: 0 });
    client.send(1, 0, idOfButton(page), "click", {});
    expect(await client.closed).toEqual({ code: 4400, reason: "protocol-error" });
    gate.resolve();
    await promisesSettled();
    expect(sessions[0]!.state.peek().kind).toBe("opening");
  });

  it("O24: a ticket is of no use to another user, with whatever cookies", async () => {
    const { authenticate } = logIn();
    const { port, sessions } = await run(Greeting, { authenticate });
    const [ada, bob] = [await openAs(port, "a"), await openAs(port, "b")];
    const mark = (page: Page) => page.cookie.split("; ")[0]!;
    const stolen = [
      { ...ada, cookie: bob.cookie },
      { ...ada, cookie: `${mark(ada)}; sid=b` },
      { ...ada, cookie: mark(ada) },
      { ...ada, cookie: `${mark(bob)}; sid=a` },
    ];
    for (const page of stolen) {
      expect(await (await attach(port, page)).closed).toEqual({ code: 4401, reason: "ticket-refused" });
    }
    expect(sessions.map(({ state }) => state.peek().kind)).toEqual(["opening", "opening"]);
  });

  it("O24: a mark that was planted before the log-in opens nothing", async () => {
    const { authenticate } = logIn();
    const { port } = await run(Greeting, { authenticate });
    const planted = `tandem=${"a".repeat(26)}`;
    const victim = await openPage(port, "/", { headers: { cookie: `${planted}; sid=a` } });
    expect(victim.headers["set-cookie"]).toBeUndefined();
    expect(await (await attach(port, { ...victim, cookie: planted })).closed).toMatchObject({ code: 4401 });
    expect(await (await attach(port, { ...victim, cookie: `${planted}; sid=b` })).closed).toMatchObject({ code: 4401 });
  });

  it("O25: whoever joins acts as themselves", async () => {
    acted.length = 0;
    const { authenticate } = logIn();
    const { port, sessions } = await run(Greeting, { authenticate });
    const ada = await openAs(port, "a");
    await (await attach(port, ada)).next();
    const link = sessions[0]!.shareUrl({ origin: "" }).replace(/^http:\/\/[^/]+/, "");
    expect((await fetchRaw(port, link)).status).toBe(401);
    const bob = await openAs(port, "b", link);
    expect(bob.text).toContain("Hello Ada");
    const client = await attach(port, bob);
    await client.next();
    client.send(1, 0, idOfButton(bob), "click", {});
    let text = "";
    while (!text.includes("Bob")) text = JSON.stringify(await client.next());
    expect(acted).toEqual(["Bob in Ada's"]);
    expect(sessions).toHaveLength(1);
    expect(await (await attach(port, both(bob, "a"))).closed).toMatchObject({ code: 4401 });
  });

  it("O27: users are told apart by id, or by what userId says", async () => {
    const options = (user: unknown, userId?: (user: User) => string): HandlerOptions => ({
      authenticate: () => user as User,
      ...(userId === undefined ? {} : { userId }),
    });
    const byNumber = await run(Greeting, options({ id: 7 }));
    await openPage(byNumber.port);
    expect(byNumber.sessions[0]!.userId).toBe("7");
    const byMail = await run(
      Greeting,
      options({ mail: "a@b.example" }, (user) => (user as { mail: string }).mail),
    );
    await openPage(byMail.port);
    expect(byMail.sessions[0]!.userId).toBe("a@b.example");
    for (const user of [{}, { id: "" }, { id: {} }, { id: Number.NaN }, "ada", true]) {
      const { port, entries, sessions } = await run(Greeting, options(user));
      expect((await fetchRaw(port, "/")).status).toBe(500);
      expect(entries).toContainEqual(
        expect.objectContaining({ error: expect.objectContaining({ code: "server/no-user-id" }) }),
      );
      expect(sessions).toEqual([]);
    }
  });

  it.each([
    ["/login", "/login"],
    ["login?next=/a", "/login?next=/a"],
    ["?again=1#top", "/?again=1#top"],
    ["https://id.example.com/in?a=b", "https://id.example.com/in?a=b"],
    ["//id.example.com/in", undefined],
    ["https://evil.example/", undefined],
    ["//evil.example/", undefined],
    ["/\\evil.example/", undefined],
    ["\\\\evil.example/", undefined],
    ["/\t/evil.example/", undefined],
    ["https://id.example.com.evil.example/", undefined],
    ["https://id.example.com@evil.example/", undefined],
    ["http://id.example.com/", undefined],
    ["javascript:alert(1)", undefined],
    ["data:text/html,x", undefined],
    ["https://", undefined],
  ])("O28: a redirect to %j leads to %j", async (location, target) => {
    const { port, entries } = await run(Greeting, {
      loginOrigins: ["https://id.example.com"],
      authenticate: () => new Response(null, { status: 302, headers: { location } }),
    });
    const answer = await fetchRaw(port, "/");
    if (target === undefined) {
      expect(answer.status).toBe(500);
      expect(answer.headers.location).toBeUndefined();
      expect(entries.map(({ event }) => event)).toContain("authentication/redirect-refused");
    } else {
      expect([answer.status, answer.headers.location]).toEqual([302, target]);
    }
  });

  it("O29: no header makes anybody a user", async () => {
    const headers = {
      "x-forwarded-user": "ada",
      "x-remote-user": "ada",
      "remote-user": "ada",
      "x-user": "ada",
      "shiny-server-credentials": '{"user":"ada","groups":["admin"]}',
      authorization: "Basic YWRhOmFkYQ==",
    };
    const open = await run(Greeting, { trustProxy: true });
    expect((await openPage(open.port, "/", { headers })).text).toContain("Hello nobody");
    const { authenticate } = logIn();
    const guarded = await run(Greeting, { authenticate, trustProxy: true });
    expect((await fetchRaw(guarded.port, "/", { headers })).status).toBe(401);
    const asking = await run(Greeting, {
      authenticate: ({ headers: received }) => {
        const id = received.get("X-Forwarded-User");
        return id === null ? undefined : ({ id, name: id } as User);
      },
    });
    expect((await openPage(asking.port, "/", { headers })).text).toContain("Hello ada");
  });

  it("O30: a server's authenticate goes before an app's", async () => {
    const Guarded = app(Greeting, { authenticate: () => ({ id: "app", name: "Of the app" }) as User });
    const alone = await run(Guarded);
    expect((await openPage(alone.port)).text).toContain("Hello Of the app");
    const served = await run(Guarded, { authenticate: () => ({ id: "server", name: "Of the server" }) as User });
    expect((await openPage(served.port)).text).toContain("Hello Of the server");
  });

  it("O30: what is no function is refused", async () => {
    await expect(run(Greeting, { authenticate: true as never })).rejects.toThrow(
      "Expected authenticate to be a function",
    );
    await expect(run(Greeting, { authentikate: () => undefined } as never)).rejects.toThrow(
      'Did you mean "authenticate"?',
    );
  });
});

describe("disconnectUser", () => {
  it("O26: ends what a user has, wherever their pages are, and nothing else", async () => {
    const { authenticate } = logIn();
    const App = app(Greeting, { hardDisconnectMessage: "Signed out." });
    const { port, server, sessions } = await run(App, { authenticate });
    const attachedPage = await openAs(port, "a");
    const attached = await attach(port, attachedPage);
    await attached.next();
    await openAs(port, "a");
    const awayPage = await openAs(port, "a");
    const away = await attach(port, awayPage);
    await away.next();
    away.socket.terminate();
    await away.closed;
    const bobs = await openAs(port, "b");
    const bob = await attach(port, bobs);
    await bob.next();
    const link = sessions[3]!.shareUrl({ origin: "" }).replace(/^http:\/\/[^/]+/, "");
    const joined = await attach(port, await openAs(port, "a", link));
    await joined.next();
    expect(sessions).toHaveLength(4);

    expect(await server.disconnectUser("ada", { message: "Your access has ended." })).toBe(4);
    expect(sessions.map(({ state }) => state.peek().kind)).toEqual(["ended", "ended", "ended", "connected"]);
    for (const client of [attached, joined]) {
      expect(await client.closed).toEqual({ code: 4001, reason: "hard-disconnect" });
    }
    const notices: unknown[] = [];
    for (let frame = await joined.next(); ; frame = await joined.next()) {
      notices.push(frame);
      if (frame[0] === "close") break;
    }
    expect(notices.at(-1)).toEqual(["close", { code: 4001, message: "Your access has ended." }]);
    expect(bob.socket.readyState).toBe(1);
    expect(sessions[3]!.clientCount).toBe(1);
    const back = await attach(port, awayPage);
    expect(await back.closed).toEqual({ code: 4001, reason: "hard-disconnect" });
    expect(await server.disconnectUser("ada")).toBe(0);
  });

  it("O26: who is being asked for at that time is asked for again", async () => {
    const { people } = logIn();
    const [first, asked] = [deferred<void>(), deferred<void>()];
    let times = 0;
    const { port, handler, sessions } = await run(Greeting, {
      authenticate: async ({ cookies }) => {
        const found = people.get(cookies["sid"] ?? "");
        if (++times === 1) {
          asked.resolve();
          await first.promise;
        }
        return found as User | undefined;
      },
    });
    const answer = fetchRaw(port, "/", { headers: { cookie: "sid=a" } });
    await asked.promise;
    people.delete("a");
    expect(await handler.disconnectUser("ada")).toBe(0);
    first.resolve();
    expect((await answer).status).toBe(401);
    expect([times, sessions.length]).toEqual([2, 0]);
  });

  it("O26: of an app, wherever it is served", async () => {
    const { authenticate } = logIn();
    const App = app(Greeting, { authenticate });
    const [first, second] = [await run(App), await run(App)];
    await openAs(first.port, "a");
    await openAs(second.port, "a");
    await openAs(second.port, "b");
    expect(await App.disconnectUser("ada")).toBe(2);
    expect(second.sessions.map(({ state }) => state.peek().kind)).toEqual(["ended", "opening"]);
    await first.handler.close();
    expect(await App.disconnectUser("bob")).toBe(1);
  });

  it("O26: an app's own text is shown where none is given, and a text to a joined client, too", async () => {
    const { authenticate } = logIn();
    const { port, handler, sessions } = await run(app(Greeting, { hardDisconnectMessage: "Signed out." }), {
      authenticate,
    });
    const ada = await attach(port, await openAs(port, "a"));
    await ada.next();
    const link = sessions[0]!.shareUrl({ origin: "" }).replace(/^http:\/\/[^/]+/, "");
    const bob = await attach(port, await openAs(port, "b", link));
    await bob.next();
    expect(await handler.disconnectUser("bob")).toBe(1);
    expect(await bob.next()).toEqual(["close", { code: 4001, message: "Signed out." }]);
    expect(ada.socket.readyState).toBe(1);
    expect(sessions[0]!.state.peek()).toEqual({ kind: "connected", clients: 1 });
  });
});
