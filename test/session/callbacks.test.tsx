import { describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import { session } from "../../src/session/facade.ts";
import { TestSession } from "../support/test-session.ts";
import { deferred } from "../support/promises.ts";
import { messagesOf } from "./support.ts";

describe("flush callbacks", () => {
  it("S58: are called for their own session's flushes only", async () => {
    const shared = signal(0);
    const calls: string[] = [];
    const open = (name: string, reads: boolean) =>
      new TestSession(() => {
        session.onFlush(() => calls.push(`${name} flush`), { once: false });
        session.onFlushed(() => calls.push(`${name} flushed`), { once: false });
        return <p>{() => (reads ? shared.value : "still")}</p>;
      });
    open("a", true);
    open("b", false);
    calls.length = 0;
    shared.value = 1;
    await Promise.resolve();
    expect(calls).toEqual(["a flush", "a flushed"]);
  });

  it("S58: fail alone, at once or later; an async one is not waited for", async () => {
    const wait = deferred();
    const text = signal("0");
    const order: string[] = [];
    const test = new TestSession(() => <p>{text}</p>);
    const client = test.connect();
    for (const name of ["onFlush", "onFlushed"] as const) {
      test.session[name](() => {
        throw new Error(`${name} at once`);
      });
      test.session[name](async () => {
        await wait.promise;
        text.value += ` ${name}`;
        throw new Error(`${name} later`);
      });
      test.session[name](() => order.push(name));
    }
    test.session.run(() => (text.value = "1"));
    expect(order).toEqual(["onFlush", "onFlushed"]);
    expect(client.operations.at(-1)?.at(-1)).toBe("1");
    wait.resolve();
    await test.settled();
    expect(client.operations.at(-1)?.at(-1)).toBe("1 onFlush onFlushed");
    expect(messagesOf(test)).toEqual(["onFlush at once", "onFlushed at once", "onFlush later", "onFlushed later"]);
  });

  it("S59: onFlushed callbacks that never rest are cancelled and reported; the session goes on", async () => {
    const count = signal(0);
    const test = new TestSession(() => <p>{count}</p>);
    const client = test.connect();
    test.session.onFlushed(() => void count.value++, { once: false });
    test.session.run(() => count.value++);
    await test.settled();
    expect(test.events("app/error")).toEqual([
      expect.objectContaining({ error: expect.objectContaining({ code: "session/flush-loop" }) }),
    ]);
    const { value } = count;
    expect(value).toBeGreaterThan(100);
    test.session.run(() => (count.value = -1));
    await test.settled();
    expect(count.value).toBe(-1);
    expect(client.operations.at(-1)?.at(-1)).toBe("-1");
  });

  it("S59: one that writes now and then is not", async () => {
    const count = signal(0);
    const test = new TestSession(() => <p>{count}</p>);
    test.connect();
    test.session.onFlushed(() => void (count.value % 50 !== 0 && count.value++), { once: false });
    for (let turn = 0; turn < 10; turn++) {
      test.session.run(() => count.value++);
      await test.settled();
    }
    expect(test.log).toEqual([]);
    expect(count.value).toBe(500);
  });
});

describe("onDisconnected and onReconnected", () => {
  function watched() {
    const calls: string[] = [];
    const text = signal("here");
    const test = new TestSession(() => {
      session.onDisconnected(() => {
        calls.push(`lost, ${session.state.peek().kind}`);
        text.value = "away";
      });
      session.onReconnected(() => calls.push(`back, ${session.state.peek().kind}`));
      return <p>{text}</p>;
    });
    return { test, calls };
  }

  it("S60: are called when the last client is away and when one is back, not at start and end", async () => {
    const { test, calls } = watched();
    const [one, two] = [test.connect(), test.connect()];
    one.drop();
    expect(calls).toEqual([]);
    two.drop();
    expect(calls).toEqual(["lost, detached"]);
    const back = test.attach(1, 0);
    expect(calls).toEqual(["lost, detached", "back, connected"]);
    expect(back.operations.at(-1)?.at(-1)).toBe("away");
    test.attach(2, 0);
    back.drop();
    expect(calls).toHaveLength(2);
    await test.session.close();
    expect(calls).toHaveLength(2);
  });

  it("S60: a client that leaves while the other is away leaves nobody", async () => {
    const { test, calls } = watched();
    const [one, two] = [test.connect(), test.connect()];
    two.drop();
    one.says(["goodbye"]);
    await test.settled();
    expect([calls, test.session.state.peek().kind]).toEqual([["lost, detached"], "detached"]);
  });

  it("S60: can be cancelled, and fail alone", async () => {
    const test = new TestSession(() => <p>x</p>);
    const calls: string[] = [];
    for (const name of ["onDisconnected", "onReconnected"] as const) {
      test.session[name](() => {
        throw new Error(name);
      });
      test.session[name](async () => {
        await null;
        throw new Error(`${name} later`);
      });
      test.session[name](() => calls.push(name));
      test.session[name](() => calls.push("cancelled"))();
    }
    for (let time = 0; time < 2; time++) {
      test.connect().drop();
      await test.settled();
    }
    expect(calls).toEqual(["onDisconnected", "onReconnected", "onDisconnected"]);
    expect(new Set(messagesOf(test))).toEqual(
      new Set(["onDisconnected", "onDisconnected later", "onReconnected", "onReconnected later"]),
    );
  });
});
