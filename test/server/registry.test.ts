import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS, type Limits } from "../../src/core/limits.ts";
import type { LogEntry } from "../../src/core/log-entry.ts";
import { addressGroup } from "../../src/server/address-group.ts";
import { LocalRegistry } from "../../src/server/registry.ts";
import type { ServedSession } from "../../src/server/session-like.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { attach, fetchRaw, openPage, run } from "./support.tsx";

class SessionDouble implements ServedSession {
  detachedSince: number | undefined = undefined;
  clientCount = 0;
  idleBy = Infinity;
  lastWord: string | undefined;
  closedWith: number | undefined;
  readonly id: string;
  readonly limits: Limits;
  readonly #ended: (id: string) => void;
  constructor(id: string, { limits, ended }: { limits: Limits; ended: (id: string) => void }) {
    this.id = id;
    this.limits = limits;
    this.#ended = ended;
  }
  closeIdle(): Promise<void> {
    this.idleBy = Infinity;
    return this.close({ code: 4001 });
  }
  addClient(): number {
    return ++this.clientCount;
  }
  removeClient(): void {
    this.clientCount--;
  }
  firstPaint() {
    return { root: "", layers: "" };
  }
  respond(): Promise<void> {
    return Promise.resolve();
  }
  attachClient(): void {}
  close({ code }: { code?: number } = {}): Promise<void> {
    this.closedWith = code;
    this.#ended(this.id);
    return Promise.resolve();
  }
}

function setUp(limits: Partial<Limits> = {}) {
  const clock = new FakeClock(1_000_000);
  const entries: LogEntry[] = [];
  const settled = { ...DEFAULT_LIMITS, ...limits };
  const registry = new LocalRegistry({ clock, limits: settled, log: (entry) => entries.push(entry) });
  const open = (
    id: string,
    {
      detachedSince,
      expected = false,
      own = {},
    }: { detachedSince?: number; expected?: boolean; own?: Partial<Limits> } = {},
  ) => {
    const limits = { ...settled, ...own };
    const session = new SessionDouble(id, { limits, ended: (gone) => registry.remove(gone) });
    session.detachedSince = detachedSince;
    const clientId = session.addClient();
    registry.add(session, "10.0.0.1");
    if (expected) registry.expect(id, clientId, "10.0.0.1");
    return session;
  };
  return { clock, entries, registry, open };
}

describe("how long sessions stay", () => {
  it("H30: a session whose page never attached ends after claimTimeout", () => {
    const { clock, registry, open } = setUp({ claimTimeout: 5_000 });
    const [claimed, forgotten] = [open("a", { expected: true }), open("b", { expected: true })];
    expect(registry.claim("a", 1)).toBe(true);
    clock.advance(5_000);
    expect(registry.size).toBe(2);
    clock.advance(1_000);
    expect(forgotten.closedWith).toBe(4404);
    expect(claimed.closedWith).toBeUndefined();
    expect(registry.find("b")).toBeUndefined();
  });

  it("H30: a page fetched and left alone takes its session with it", async () => {
    const { port, clock, handler, sessions } = await run(undefined, { limits: { claimTimeout: 5_000 } });
    await fetchRaw(port, "/");
    await clock.advanceAsync(4_000);
    expect(handler.sessionCount).toBe(1);
    await clock.advanceAsync(3_000);
    expect(handler.sessionCount).toBe(0);
    expect(sessions[0]!.state.peek()).toMatchObject({ kind: "ended", code: 4404 });
  });

  it("H31: a detached session ends after retention, an attached one stays", () => {
    const { clock, open, registry } = setUp({ retention: 60_000 });
    const [away, here] = [open("a", { detachedSince: clock.now() }), open("b")];
    clock.advance(59_000);
    expect(registry.size).toBe(2);
    clock.advance(2_000);
    expect(away.closedWith).toBe(4404);
    expect(here.closedWith).toBeUndefined();
  });

  it("H32: of too many detached sessions those detached longest end", () => {
    const { clock, open, entries } = setUp({ maxDetached: 2 });
    const now = clock.now();
    const sessions = [3, 1, 4, 2].map((age) => open(String(age), { detachedSince: now - age }));
    clock.advance(1_000);
    expect(sessions.map((session) => session.closedWith)).toEqual([4404, undefined, 4404, undefined]);
    expect(entries.map((entry) => entry.event)).toEqual(["limit/maxDetached", "limit/maxDetached"]);
  });

  it("H33: beyond maxSessions a page gets 503 and is told when to try again", async () => {
    const { port, entries, sessions, clock } = await run(undefined, { limits: { maxSessions: 2 } });
    await openPage(port);
    await openPage(port);
    const refused = await fetchRaw(port, "/");
    expect(refused.status).toBe(503);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(entries.map((entry) => entry.event)).toContain("limit/maxSessions");
    await sessions[0]!.close();
    await clock.advanceAsync(0);
    expect((await fetchRaw(port, "/")).status).toBe(200);
  });

  it("H34: beyond maxUnclaimedPerAddress a page gets 429; attaching makes room", async () => {
    const { port, entries } = await run(undefined, { trustProxy: 1, limits: { maxUnclaimedPerAddress: 2 } });
    const from = (ip: string) => ({ headers: { "x-forwarded-for": ip } });
    const page = await openPage(port, "/", from("10.0.0.1"));
    await openPage(port, "/", from("10.0.0.1"));
    const refused = await fetchRaw(port, "/", from("10.0.0.1"));
    expect(refused.status).toBe(429);
    expect(refused.headers["retry-after"]).toBe("15");
    expect(entries.map((entry) => entry.event)).toContain("limit/maxUnclaimedPerAddress");
    expect((await fetchRaw(port, "/", from("10.0.0.2"))).status).toBe(200);
    await (await attach(port, page)).next();
    expect((await fetchRaw(port, "/", from("10.0.0.1"))).status).toBe(200);
  });

  it("H34: an IPv6 network of 64 bits counts as one address", () => {
    expect(addressGroup("2001:db8:1:2:3:4:5:6")).toBe(addressGroup("2001:db8:1:2::9"));
    expect(addressGroup("2001:db8::1")).toBe(addressGroup("2001:0db8:0:0:ffff::"));
    expect(addressGroup("2001:db8:1:3::9")).not.toBe(addressGroup("2001:db8:1:2::9"));
    expect(addressGroup("::1")).toBe("0:0:0:0::/64");
    expect(addressGroup("10.0.0.1")).toBe("10.0.0.1");
  });

  it("H34: a page whose time is over no longer counts, even when its session ended before", () => {
    const { clock, registry, open } = setUp({ maxUnclaimedPerAddress: 1, claimTimeout: 5_000 });
    const session = open("a", { expected: true });
    expect(registry.refusal("10.0.0.1")).toBe("maxUnclaimedPerAddress");
    void session.close();
    clock.advance(6_000);
    expect(registry.refusal("10.0.0.1")).toBeUndefined();
    expect(clock.pending).toBe(0);
  });

  it("H38: keeps what ended sessions have to tell for retention, for so many sessions, and until all have heard it", () => {
    const { clock, open, registry } = setUp({ retention: 60_000, maxDetached: 2 });
    const farewell = (isHeard = false) => ({ isHeard, tell: () => {} });
    const words = { a: farewell(), b: farewell(), c: farewell(), d: farewell(true) };
    for (const id of ["a", "b", "c"] as const) {
      open(id);
      registry.remove(id, words[id]);
    }
    expect(["a", "b", "c"].map((id) => registry.farewell(id))).toEqual([undefined, words.b, words.c]);
    clock.advance(30_000);
    registry.remove("d", words.d);
    clock.advance(1_000);
    expect(["b", "c", "d"].map((id) => registry.farewell(id))).toEqual([undefined, words.c, undefined]);
    clock.advance(30_000);
    expect(registry.farewell("c")).toBeUndefined();
    expect(clock.pending).toBe(0);
  });

  it("H101: each session waits as long as its own app says", () => {
    const { clock, open } = setUp({ retention: 60_000, claimTimeout: 5_000 });
    const since = clock.now();
    const [patient, quick] = [
      open("a", { detachedSince: since }),
      open("b", { detachedSince: since, own: { retention: 9_000 } }),
    ];
    const [slow, fast] = [
      open("c", { expected: true, own: { claimTimeout: 20_000 } }),
      open("d", { expected: true, own: { claimTimeout: 2_000 } }),
    ];
    clock.advance(3_000);
    expect([slow.closedWith, fast.closedWith]).toEqual([undefined, 4404]);
    clock.advance(7_000);
    expect([patient.closedWith, quick.closedWith, slow.closedWith]).toEqual([undefined, 4404, undefined]);
    clock.advance(51_000);
    expect([patient.closedWith, slow.closedWith]).toEqual([4404, 4404]);
  });

  it("H100: a session that is idle is closed once, by the one timer, and stays known until it has ended", async () => {
    const { clock, open, registry, entries } = setUp();
    const [idle, busy] = [open("a"), open("b")];
    idle.idleBy = clock.now() + 10_000;
    clock.advance(9_999);
    expect([idle.closedWith, clock.pending]).toEqual([undefined, 1]);
    clock.advance(1_000);
    expect([idle.closedWith, busy.closedWith]).toEqual([4001, undefined]);
    clock.advance(10_000);
    expect(entries.map((entry) => entry.event)).toEqual(["app/idleTimeout"]);
    expect(registry.find("a")).toBeUndefined();
  });

  it("H35: one timer looks after all sessions, and none when there are none", () => {
    const { clock, open } = setUp();
    expect(clock.pending).toBe(0);
    const sessions = Array.from({ length: 100 }, (_, index) => open(String(index)));
    expect(clock.pending).toBe(1);
    for (const session of sessions) void session.close();
    clock.advance(1_000);
    expect(clock.pending).toBe(0);
  });
});
