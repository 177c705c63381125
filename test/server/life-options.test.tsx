import { describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import { app, type AppOptions } from "../../src/session/app.ts";
import { DEFAULT_IDLE_TEXT } from "../../src/session/closing.ts";
import { session } from "../../src/session/facade.ts";
import { attach, openPage, run } from "./support.tsx";

const IDLE = 60_000;
const LIVE = { heartbeat: 10_000_000 };

/** A page of an app with these options, attached. */
async function visit(options: AppOptions = {}) {
  const ended: unknown[] = [];
  const Counter = () => {
    const clicks = signal(0);
    session.onEnded(() => ended.push(session.state.peek()));
    return <button onClick={() => clicks.value++}>{clicks}</button>;
  };
  const running = await run(app(Counter, { limits: LIVE, ...options }));
  const page = await openPage(running.port);
  const client = await attach(running.port, page);
  await client.next();
  return { ...running, page, client, ended, current: running.sessions[0]! };
}

describe("idleTimeout", () => {
  it("H100: closes for good, with its own text, what nobody uses", async () => {
    for (const [idleMessage, text] of [
      [undefined, DEFAULT_IDLE_TEXT],
      ["Back to the start.", "Back to the start."],
    ] as const) {
      const { clock, client, ended } = await visit({ idleTimeout: IDLE, ...(idleMessage && { idleMessage }) });
      await clock.advanceAsync(IDLE - 1);
      expect(ended).toEqual([]);
      await clock.advanceAsync(1_001);
      expect(await client.next()).toEqual(["close", { code: 4001, message: text }]);
      expect(await client.closed).toEqual({ code: 4001, reason: "hard-disconnect" });
      expect(ended).toEqual([{ kind: "closing", code: 4001, hard: true, message: text }]);
    }
  });

  it("H100: an event, a request, an answer and another page are use; pulses and what a page tells are not", async () => {
    const deeds: [unknown[], boolean][] = [
      [[1, 0, 3, "click"], true],
      [[1, 0, "request", 1, "none", []], true],
      [[1, 0, "answer", 1, true, "x"], true],
      [[1, 0, "tell", "window", { width: 1 }], false],
      [[0, 0], false],
    ];
    for (const [deed, counts] of deeds) {
      const { clock, client, current } = await visit({ idleTimeout: IDLE });
      const before = current.idleBy;
      await clock.advanceAsync(IDLE / 2);
      client.send(...deed);
      client.send(0, 0); // whose answer says that the deed has been heard
      let frame = await client.next();
      while (frame[0] !== 0) frame = await client.next();
      expect([deed, current.idleBy - before]).toEqual([deed, counts ? IDLE / 2 : 0]);
    }
    const { clock, current, port } = await visit({ idleTimeout: IDLE });
    await clock.advanceAsync(IDLE / 2);
    await openPage(port, current.shareUrl({ origin: "" }));
    expect(current.idleBy).toBe(clock.now() + IDLE);
  });

  it("H100: whoever is away hears it on coming back; a task is no reason to go on", async () => {
    const { clock, client, page, port, current } = await visit({ idleTimeout: IDLE, retention: 10 * IDLE });
    current.createTask(() => new Promise(() => {}));
    client.socket.terminate();
    await expect.poll(() => current.state.peek().kind).toBe("detached");
    await clock.advanceAsync(IDLE + 1_000);
    const back = await attach(port, page);
    expect(await back.next()).toMatchObject(["welcome", {}]);
    expect(await back.next()).toEqual(["close", { code: 4001, message: DEFAULT_IDLE_TEXT }]);
    expect((await back.closed).code).toBe(4001);
  });

  it("H100: without the option nothing is ever idle", async () => {
    const { clock, client, current } = await visit();
    await clock.advanceAsync(20 * IDLE);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    expect(current.idleBy).toBe(Infinity);
    await current.close();
    expect(current.idleBy).toBe(Infinity);
  });
});

describe("options that are limits", () => {
  it("H101: retention, maxDetached and claimTimeout can be said by the app, and the server's go before", async () => {
    const options = { retention: 7, maxDetached: 8, claimTimeout: 9_000 };
    const own = await run(app(() => "x", { ...options, limits: { retention: 1, heartbeat: 5 } }));
    await openPage(own.port);
    expect(own.sessions[0]!.limits).toMatchObject({ ...options, heartbeat: 5 });
    const given = await run(
      app(() => "x", options),
      { limits: { retention: 70 } },
    );
    await openPage(given.port);
    expect(given.sessions[0]!.limits).toMatchObject({ ...options, retention: 70 });
  });

  it.each([0, -1, NaN, "60"])("H101: an idleTimeout of %j is refused", (idleTimeout) => {
    const make = () => app(() => "x", { idleTimeout: idleTimeout as number });
    expect(make).toThrow(expect.objectContaining({ code: "app/bad-option" }));
  });

  it("H101: the app's maxDetached holds", async () => {
    const { clock, client, current, ended } = await visit({ maxDetached: 0 });
    client.socket.terminate();
    await expect.poll(() => current.state.peek().kind).toBe("detached");
    await clock.advanceAsync(2_000);
    expect(ended).toEqual([{ kind: "closing", code: 4404, hard: false, message: "" }]);
  });
});
