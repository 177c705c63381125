import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { session, signal } from "tandem";
import { openJoinToken, sealJoinToken } from "../../src/server/join-links.ts";
import { issueTicket } from "../../src/server/tickets.ts";
import { DEFAULT_LIMITS } from "../../src/core/limits.ts";
import { addressGroup } from "../../src/server/address-group.ts";
import { Attachments } from "../../src/server/attachment.ts";
import { linesOf } from "../server/log-support.ts";
import { attach, dial, exchange, fetchRaw, NOW, openPage, run, type Page } from "../server/support.tsx";
import { FakeClock, promisesSettled } from "../support/fake-clock.ts";
import { TestSession } from "../support/test-session.ts";
import { until } from "../support/until.ts";
import { memoryPair } from "../../src/transport/memory.ts";

const SECRET = "a secret that is long enough for this";

function Counter() {
  const clicks = signal(0);
  return (
    <main>
      <button onClick={() => clicks.value++}>{clicks}</button>
      <a href={session.shareUrl()}>Join</a>
    </main>
  );
}

const closeCode = async (port: number, page: Page, cookie = page.cookie) =>
  (await (await attach(port, page, { cookie })).closed).code;

describe("a ticket", () => {
  it("X17: is of no use in other hands, altered, too late, or after its session", async () => {
    const { port, sessions, clock } = await run(Counter, { secret: SECRET, limits: { claimTimeout: 5_000 } });
    const [mine, other, late] = [await openPage(port), await openPage(port), await openPage(port)];
    const value = mine.cookie.split("=")[1]!;
    const id = sessions[0]!.id;
    // With another cookie, with none, and with one that only looks like it.
    for (const cookie of [other.cookie, "", mine.cookie.toUpperCase(), `${mine.cookie}0`, `xtandem=${value}`]) {
      expect([cookie, await closeCode(port, mine, cookie)]).toEqual([cookie, 4401]);
    }
    // Altered: for another client, another session, signed with a guess.
    const [version, , , issued, mac] = mine.ticket.split(".");
    const altered = [
      [version, id, 2, issued, mac],
      [version, sessions[1]!.id, 1, issued, mac],
      [version, id, 1, issued, "A".repeat(43)],
      [2, id, 1, issued, mac],
      [version, id, "1e0", issued, mac],
    ].map((parts) => parts.join("."));
    altered.push(issueTicket("another secret that is long enough", value, { sessionId: id, clientId: 1, issued: NOW }));
    for (const ticket of altered) expect(await closeCode(port, { ...mine, ticket })).toBe(4401);
    // A client that the session never had, though the signature is right.
    const never = issueTicket(SECRET, value, { sessionId: id, clientId: 7, issued: NOW });
    expect(await closeCode(port, { ...mine, ticket: never })).toBe(4404);
    // Too late, and after the end.
    const client = await attach(port, mine);
    expect((await client.next())[0]).toBe("welcome");
    clock.stall(5_001);
    expect(await closeCode(port, late)).toBe(4404);
    await sessions[0]!.close();
    expect(await closeCode(port, mine)).toBe(4404);
  });

  it("X17: used again, it takes over from the line before: there is never a second", async () => {
    const { port, sessions } = await run(Counter);
    const page = await openPage(port);
    const first = await attach(port, page);
    await first.next();
    const second = await attach(port, page);
    expect((await second.next())[0]).toBe("welcome");
    expect((await first.closed).code).toBe(4409);
    expect(sessions[0]!.state.peek()).toEqual({ kind: "connected", clients: 1 });
  });

  it("X17: of a client that said goodbye is used up", async () => {
    const { port, sessions } = await run(Counter);
    const page = await openPage(port);
    const client = await attach(port, page);
    await client.next();
    client.send("goodbye");
    expect((await client.closed).code).toBe(1000);
    expect(await closeCode(port, page)).toBe(4404);
    expect(sessions).toHaveLength(1);
  });
});

describe("a join link", () => {
  const joinPath = (page: Page) => /href="https?:\/\/[^/]*(\/[^"]*tandem-join=[^"]*)"/.exec(page.text)![1]!;

  it("X18: gives another browser a client of its own, with a ticket that only that browser can use", async () => {
    const { port, sessions } = await run(Counter);
    const owner = await openPage(port);
    const guest = await openPage(port, joinPath(owner));
    expect(sessions).toHaveLength(1);
    expect(guest.cookie).not.toBe(owner.cookie);
    expect(await closeCode(port, guest, owner.cookie)).toBe(4401);
    expect(await closeCode(port, owner, guest.cookie)).toBe(4401);
    expect((await (await attach(port, guest)).next())[0]).toBe("welcome");
  });

  it("X18: cannot be guessed or altered, does not show the session's id, and ends when it says", async () => {
    const { port, sessions, clock } = await run(Counter, { secret: SECRET });
    const owner = await openPage(port);
    const path = joinPath(owner);
    const token = path.split("tandem-join=")[1]!;
    const id = sessions[0]!.id;
    expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain(id);
    const guesses = ["A".repeat(token.length), token.slice(1), `${token}A`, id, "", `${token}%00`];
    for (let at = 0; at < token.length; at += 7) {
      guesses.push(token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1));
    }
    for (const guess of guesses) {
      expect([guess, (await fetchRaw(port, path.replace(token, guess))).status]).toEqual([guess, 404]);
    }
    expect(sessions).toHaveLength(1);
    const sealed = sealJoinToken(SECRET, { sessionId: id, expires: NOW + 1_000 });
    expect(openJoinToken(SECRET, sealed, NOW + 999)).toBe(id);
    expect(openJoinToken(SECRET, sealed, NOW + 1_000)).toBeUndefined();
    clock.stall(86_400_001);
    expect((await fetchRaw(port, path)).status).toBe(404);
  });
});

describe("one address", () => {
  it("H36: has so many sessions, attached or not; one that ends makes room, and others are served", async () => {
    const limits = { maxSessionsPerAddress: 2 };
    const { port, sessions, entries } = await run(Counter, { limits, trustProxy: 1 });
    const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
    const first = await openPage(port, "/", from("10.0.0.1"));
    await (await attach(port, first)).next();
    await openPage(port, "/", from("10.0.0.1"));
    const refused = await fetchRaw(port, "/", from("10.0.0.1"));
    expect([refused.status, Number(refused.headers["retry-after"]) > 0]).toEqual([429, true]);
    expect(entries.map(({ event }) => event)).toEqual(["limit/maxSessionsPerAddress"]);
    await openPage(port, "/", from("10.0.0.2"));
    await openPage(port, "/", from("2001:db8:1:2::1"));
    await openPage(port, "/", from("2001:db8:1:2::2"));
    expect((await fetchRaw(port, "/", from("2001:db8:1:2:ffff::3"))).status).toBe(429);
    await sessions[0]!.close();
    expect((await fetchRaw(port, "/", from("10.0.0.1"))).status).toBe(200);
    expect(addressGroup("2001:db8:1:2::1")).toBe(addressGroup("2001:db8:1:2:ffff::3"));
  });

  it("H37: has so many lines that have not said hello; others are served", async () => {
    const limits = { maxHellolessPerAddress: 2 };
    const { port, entries } = await run(Counter, { limits, trustProxy: 1 });
    const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
    const first = await dial(port, from("10.0.0.1"));
    await dial(port, from("10.0.0.1"));
    await expect(dial(port, from("10.0.0.1"))).rejects.toThrow("status 429");
    expect(entries.map(({ event }) => event)).toEqual(["limit/maxHellolessPerAddress"]);
    await dial(port, from("10.0.0.2"));
    first.send("goodbye");
    expect((await first.closed).code).toBe(4400);
    await dial(port, from("10.0.0.1"));
  });

  it("H37: and beyond maxSessions of all addresses together, none more", async () => {
    const clock = new FakeClock();
    const limits = { ...DEFAULT_LIMITS, maxSessions: 2 };
    const attachments = new Attachments({ limits, clock, secret: SECRET, log: () => {}, registry: {} as never });
    for (const address of ["10.0.0.1", "10.0.0.2"]) {
      expect(attachments.refusal(address)).toBeUndefined();
      attachments.greet(memoryPair().server, { cookies: [], address });
    }
    expect(attachments.refusal("10.0.0.3")).toBe("maxSessions");
    await clock.advanceAsync(limits.helloTimeout);
    await promisesSettled();
    expect([attachments.waiting, attachments.refusal("10.0.0.3")]).toEqual([0, undefined]);
  });
});

describe("a request that does not get on", () => {
  it("X4: one that dribbles is answered 408, one that does not read its answer is dropped", async () => {
    const much = "x".repeat(30_000_000);
    const { port, entries } = await run(() => <pre>{much}</pre>, {
      // Who dribbles is never idle for so long, however slow the machine.
      limits: { requestTimeout: 600, lineIdleTimeout: 3_000 },
    });
    const slow = connect(port, "127.0.0.1");
    slow.on("error", () => {});
    slow.write("GET / HTTP/1.1\r\n");
    let answer = "";
    slow.on("data", (chunk) => (answer += chunk.toString()));
    const dribble = setInterval(() => slow.write("X: y\r\n"), 20);
    await new Promise((resolve) => slow.once("close", resolve));
    clearInterval(dribble);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(entries).toMatchObject([{ level: "warn", event: "limit/requestTimeout" }]);
    const deaf = connect(port, "127.0.0.1");
    deaf.on("error", () => {});
    deaf.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    deaf.pause();
    await until(() => entries.length === 2);
    expect(entries[1]).toMatchObject({ level: "warn", event: "limit/lineIdleTimeout" });
    deaf.resume();
    if (!deaf.closed) await once(deaf, "close");
    expect(deaf.bytesRead).toBeLessThan(much.length);
  });

  it("X4: one that is malformed is answered as Node does, and logged", async () => {
    const { port, entries } = await run(Counter);
    expect(await exchange(port, "G\u0000T / HTTP/1.1\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
    expect(await exchange(port, `GET / HTTP/1.1\r\nX: ${"y".repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(entries).toMatchObject([
      { level: "warn", event: "request/malformed", status: 400 },
      { level: "warn", event: "request/malformed", status: 431 },
    ]);
  });
});

describe("what a name or header may not do", () => {
  it("X16: neither cookie, header, path nor parameter has a name with a meaning of its own", async () => {
    const { port, sessions } = await run(Counter);
    for (const name of ["__proto__", "constructor", "toString"]) {
      const headers = { cookie: `${name}=1; tandem=${name}`, [name]: "1", "x-forwarded-for": name };
      const page = await fetchRaw(port, `/${name}?${name}=1&${name}[a]=1&tandem-join[__proto__]=1`, { headers });
      expect([name, page.status]).toEqual([name, 200]);
      expect(page.headers["set-cookie"]?.[0]).toMatch(/^tandem=[0-9a-v]{26}; /);
      expect((await fetchRaw(port, `/_tandem/${name}`)).status).toBe(404);
    }
    expect(Object.getPrototypeOf(sessions[0]!.request.headers)).toBe(Object.prototype);
  });

  it("H58: a long header fills no log", async () => {
    const { port, entries } = await run(Counter);
    await expect(dial(port, { origin: `https://${"x".repeat(10_000)}.example` })).rejects.toThrow("status 403");
    const lines = entries.flatMap(linesOf);
    expect(lines).toHaveLength(1);
    expect(lines[0]!.length).toBeLessThan(1_000);
    expect(lines[0]).toContain("xxx…");
  });

  it("X2: no path leads to another site", async () => {
    const { port } = await run(Counter, { basePath: "/desk" });
    const paths = [
      "",
      "/",
      "//evil.example",
      "/\\evil.example",
      "/%09/evil.example",
      "/?next=https://evil.example",
      "/..",
    ];
    for (const path of paths.flatMap((below) => [`/desk${below}`, below || "/"])) {
      const { status, headers } = await fetchRaw(port, path);
      expect([path, status === 200 || status === 404, headers.location]).toEqual([path, true, undefined]);
    }
  });
});

describe("a turn that takes too long", () => {
  const blocking = (ms: number, root: (block: () => void) => unknown) => {
    const clock = new FakeClock(1_000_000);
    const app = new TestSession((() => root(() => clock.stall(ms))) as never, { clock, limits: { slowTurn: 500 } });
    return { app, client: app.connect(), slow: () => app.events("limit/slowTurn").map(({ message }) => message) };
  };

  it("S25: is logged with its event, and not with what came with it", () => {
    const { app, client, slow } = blocking(700, (block) => <input onInput={block} />);
    client.event(app.idOf("input"), "input", { v: "secret" });
    expect(slow()).toEqual([`the event input of element ${app.idOf("input")} held up all sessions for 700 ms`]);
  });

  it("S25: also when it is the flush that takes long, or no event's turn", async () => {
    const n = signal(0);
    const { app, client, slow } = blocking(500, (block) => {
      return (
        <button onClick={() => n.value++}>
          {() => {
            if (n.value > 0) block();
            return n.value;
          }}
        </button>
      );
    });
    client.event(app.idOf("button"), "click");
    expect(slow()).toHaveLength(1);
    app.session.run(() => app.clock.stall(500));
    expect(slow()[1]).toBe("a turn held up all sessions for 500 ms");
    n.value = 7; // from outside of the session, which flushes by itself
    await app.settled();
    expect(slow()[2]).toBe("a turn held up all sessions for 500 ms");
  });

  it("S25: a turn just below the limit is not", () => {
    const { app, client, slow } = blocking(499, (block) => <button onClick={block}>x</button>);
    client.event(app.idOf("button"), "click");
    app.session.run(() => app.session.run(() => {}));
    expect(slow()).toEqual([]);
  });
});
