import { describe, expect, it } from "vitest";
import { effect } from "../../src/reactive/effect.ts";
import { every } from "../../src/reactive/every.ts";
import { signal } from "../../src/reactive/signal.ts";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { END_HOOKS_TIMEOUT } from "../../src/session/end-hooks.ts";
import { currentSession } from "../../src/session/current.ts";
import { session } from "../../src/session/facade.ts";
import type { Session } from "../../src/session/session.ts";
import { TestSession } from "../support/test-session.ts";

const Still = () => <p>still</p>;

describe("a session's life", () => {
  it("S1: runs the app once, and settles its first screen before it is read", () => {
    let runs = 0;
    const test = new TestSession(() => {
      runs++;
      const total = signal(1);
      effect(() => {
        total.value = 2;
      });
      return <p>{total}</p>;
    });
    expect(test.html).toBe('<p data-t="3">2</p>');
    test.connect();
    expect(runs).toBe(1);
  });

  it("S2: goes through its states, and the state is reactive", async () => {
    const test = new TestSession(() => <p>{() => session.state.value.kind}</p>);
    expect(test.session.state.value).toEqual({ kind: "opening" });
    const id = test.session.addClient();
    const client = test.attach(id);
    await test.settled();
    expect(test.session.state.value).toEqual({ kind: "connected", clients: 1 });
    expect(test.html).toContain("connected");
    client.drop();
    await test.settled();
    expect(test.session.state.value).toEqual({ kind: "detached", since: test.clock.now() });
    expect(test.session.detachedSince).toBe(test.clock.now());
    test.attach(id, 1);
    expect(test.session.state.value).toEqual({ kind: "connected", clients: 1 });
    expect(test.session.detachedSince).toBeUndefined();
    const kinds: string[] = [];
    test.session.onEnded(() => kinds.push(test.session.state.value.kind));
    await test.session.close();
    expect(kinds).toEqual(["closing"]);
    expect(test.session.state.value).toEqual({ kind: "ended", code: 1001 });
  });

  it("S3: opens no session for a root that throws, and leaves nothing behind", () => {
    const shared = signal(0);
    let cleaned = 0;
    const open = () =>
      new TestSession(() => {
        effect(() => void shared.value);
        onCleanup(() => cleaned++);
        throw new Error("no screen");
      });
    expect(open).toThrow("no screen");
    expect(cleaned).toBe(1);
    expect((shared as unknown as { subs: unknown }).subs).toBeUndefined();
  });

  it("S4: closes once, in order, and resolves when all is released", async () => {
    const order: string[] = [];
    const test = new TestSession(() => {
      onCleanup(() => order.push("component"));
      currentSession().own(() => order.push("owned"));
      return <p>bye</p>;
    });
    const client = test.connect();
    let release!: () => void;
    test.session.onEnded(() => new Promise<void>((resolve) => (release = resolve)).then(() => order.push("hook")));
    const closing = test.session.close();
    expect(test.session.close()).toBe(closing);
    await test.settled();
    expect(client.closed).toBeUndefined();
    release();
    await closing;
    expect(order).toEqual(["hook", "component", "owned"]);
    expect(client.closed).toEqual({ code: 1001, reason: "session-ended" });
    expect(test.ended).toBe(1);
  });

  it("S5: tells clients the text of a hard close, and closes with 4001", async () => {
    const own = new TestSession(Still, { app: { hardDisconnectMessage: "The app's text." } });
    const first = own.connect();
    await own.session.close({ hard: true, message: "Thanks!" });
    expect(first.received.at(-1)).toEqual(["close", { code: 4001, message: "Thanks!" }]);
    expect(first.closed).toEqual({ code: 4001, reason: "hard-disconnect" });

    const app = new TestSession(Still, { app: { hardDisconnectMessage: "The app's text." } });
    const second = app.connect();
    await app.session.close({ hard: true });
    expect(second.received.at(-1)).toEqual(["close", { code: 4001, message: "The app's text." }]);

    const plain = new TestSession(Still);
    const third = plain.connect();
    await plain.session.close({ hard: true });
    expect(third.received.at(-1)).toEqual(["close", { code: 4001, message: "This app has closed." }]);

    const soft = new TestSession(Still);
    const fourth = soft.connect();
    await soft.session.close();
    expect(fourth.closed?.code).toBe(1001);
    expect(() => soft.session.close({ code: 99 })).not.toThrow(); // already closed: nothing changes
    expect(() => new TestSession(Still).session.close({ code: 99 })).toThrow(/close code of the app's own/);
  });

  it("S6: runs every end hook in order, whatever the others do", async () => {
    const order: string[] = [];
    const test = new TestSession(Still);
    test.session.onEnded(() => order.push("first"));
    test.session.onEnded(() => {
      throw new Error("second fails");
    });
    test.session.onEnded(() => order.push("cancelled"))();
    test.session.onEnded(() => new Promise(() => {}));
    test.session.onEnded(() => order.push("last"));
    const closing = test.session.close();
    await test.clock.advanceAsync(END_HOOKS_TIMEOUT + 1);
    await closing;
    expect(order).toEqual(["first", "last"]);
    expect(test.events("app/error").map((entry) => (entry["error"] as Error).message)).toEqual([
      "second fails",
      expect.stringContaining(`at most ${END_HOOKS_TIMEOUT} ms`),
    ]);
  });

  it("S7: ends when its last client says goodbye, waits when it is lost", async () => {
    const left = new TestSession(Still);
    left.connect().says(["goodbye"]);
    await left.settled();
    expect(left.session.state.value.kind).toBe("ended");

    const lost = new TestSession(Still);
    lost.connect().drop();
    await lost.settled();
    expect(lost.session.state.value.kind).toBe("detached");

    const two = new TestSession(Still);
    const [a] = [two.connect(), two.connect()];
    a.says(["goodbye"]);
    await two.settled();
    expect(two.session.state.value).toEqual({ kind: "connected", clients: 1 });
  });

  it("S23: leaves no timer, subscription or client behind", async () => {
    const shared = signal(0);
    const test = new TestSession(() => {
      const tick = every(1_000);
      effect(() => void shared.value);
      return (
        <p>
          {tick} {shared}
        </p>
      );
    });
    const client = test.connect();
    expect(test.clock.pending).toBeGreaterThan(0);
    await test.session.close();
    expect(test.clock.pending).toBe(0);
    expect((shared as unknown as { subs: unknown }).subs).toBeUndefined();
    expect(test.session.clientCount).toBe(0);
    const before = client.received.length;
    shared.value = 1;
    await test.settled();
    expect(client.received).toHaveLength(before);
  });

  it("S22: notes what comes for an element or client that is gone, and changes nothing", async () => {
    const test = new TestSession(() => <button onClick={() => {}}>x</button>);
    const client = test.connect();
    client.event(99, "click");
    client.event(3, "keydown", { k: "a", code: "KeyA" });
    expect(test.events("event/no-handler")).toHaveLength(2);
    expect(client.isOpen).toBe(true);
    const stranger = test.attach(42);
    expect(stranger.closed?.code).toBe(4404);
    await test.session.close();
    client.event(3, "click");
    expect(test.attach(1).closed?.code).toBe(4404);
  });

  it("S9: is current in its own code and nowhere else", async () => {
    const seen: Session[] = [];
    const note = () => seen.push(currentSession());
    const test = new TestSession(() => {
      note();
      effect(() => void note());
      const click = async () => {
        note();
        await null;
        note();
        await new Promise<void>((resolve) => setImmediate(resolve));
        note();
      };
      return <button onClick={click}>x</button>;
    });
    const client = test.connect();
    client.event(test.idOf("button"), "click");
    await expect.poll(() => seen).toHaveLength(5);
    for (const one of seen) expect(one).toBe(test.session);
    expect(() => session.id).toThrow(/Expected to run in a session/);
    expect(test.session.run(() => session.id)).toBe("test-session");
  });
});
