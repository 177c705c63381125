import { describe, expect, it, vi } from "vitest";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { computed } from "../../src/reactive/computed.ts";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import type { App } from "../../src/session/app.ts";
import { SessionEnded } from "../../src/session/call-errors.ts";
import type { CloseOptions } from "../../src/session/closing.ts";
import { currentSession } from "../../src/session/current.ts";
import { session } from "../../src/session/facade.ts";
import { Session } from "../../src/session/session.ts";
import { type TestClient, TestSession } from "../support/test-session.ts";
import { deferred, unhandledRejections } from "../support/promises.ts";
import { messagesOf } from "./support.ts";

const Still = () => <p>still</p>;
const HARD: CloseOptions = { hard: true, message: "Thank you." };

/** What a client saw of the end: everything from the first closing word on, then the close. */
function endOf({ received, closed }: TestClient): unknown[] {
  const from = received.findIndex((frame) => frame[0] === "close");
  return [...received.slice(from < 0 ? received.length : from), closed];
}

const HARD_END = [["close", { code: 4001, message: "Thank you." }], { code: 4001, reason: "hard-disconnect" }];
const SOFT_END = [["close", { code: 1001, message: "" }], { code: 1001, reason: "session-ended" }];

class Recorded extends Session {
  static order: string[] = [];
  protected override clearRegistries(): void {
    super.clearRegistries();
    Recorded.order.push("registries");
  }
}

describe("the order of the end", () => {
  for (const hard of [false, true]) {
    it(`S50: a ${hard ? "hard" : "soft"} close goes through its steps one after another`, async () => {
      const order: string[] = (Recorded.order = []);
      const open = vi.spyOn(Session, "open").mockImplementation((app: App, environment) => {
        const recorded = new (Recorded as unknown as new (...args: unknown[]) => Session)(app, {
          ...environment,
          ended: () => order.push("forgotten"),
        });
        (recorded as unknown as { start(): void }).start();
        return recorded;
      });
      const test = new TestSession(() => {
        onCleanup(() => order.push("component"));
        currentSession().own(() => order.push("owned"));
        return <p>bye</p>;
      });
      open.mockRestore();
      const client = test.connect();
      const { session: current } = test;
      client.close = () => void order.push("client");
      current.createTask(
        (aborted) => new Promise<void>((resolve) => (aborted.onabort = () => (order.push("task"), resolve()))),
      );
      const waiting = current.calls.ask({ name: "wait", args: [], read: (answer) => answer });
      waiting.catch((error: unknown) => order.push(error instanceof SessionEnded ? "call" : String(error)));
      current.onEnded(async () => {
        order.push(`hook, ${current.state.peek().kind}`);
        await null;
        order.push("hook has run");
      });
      await test.settled();
      await current.close({ hard });
      const registries = hard ? ["registries"] : [];
      expect(order.slice(0, 2).sort()).toEqual(["call", "task"]);
      expect(order.slice(2)).toEqual([
        "hook, closing",
        "hook has run",
        "component",
        "owned",
        ...registries,
        "client",
        "forgotten",
      ]);
      expect(current.state.peek().kind).toBe("ended");
    });
  }

  it("S50: what waits for a client has been rejected before an onEnded callback runs", async () => {
    const test = new TestSession(Still);
    test.connect();
    const { calls } = test.session;
    void calls.ask({ name: "wait", args: [], read: (answer) => answer });
    let pending = -1;
    test.session.onEnded(() => (pending = calls.pending));
    await test.session.close();
    expect(pending).toBe(0);
  });

  it("S50: no callback of the app runs within the call of close", async () => {
    const test = new TestSession(Still);
    let called = false;
    test.session.onEnded(() => (called = true));
    const closing = test.session.close();
    expect([called, test.session.state.peek().kind]).toEqual([false, "closing"]);
    await closing;
    expect(called).toBe(true);
  });

  it("S50: calls of the last client to leave hear that the session ends, not that a client went", async () => {
    const test = new TestSession(Still);
    const client = test.connect();
    const rejected = expect(
      test.session.calls.ask({ name: "wait", args: [], read: (answer) => answer }),
    ).rejects.toBeInstanceOf(SessionEnded);
    client.says(["goodbye"]);
    await rejected;
    expect(test.session.state.peek().kind).toBe("ended");
  });
});

describe("closing again", () => {
  const pairs: [string, CloseOptions, CloseOptions, unknown[]][] = [
    ["soft, then hard", {}, HARD, SOFT_END],
    ["hard, then soft", HARD, {}, HARD_END],
    ["hard, then hard", HARD, { hard: true, message: "Again." }, HARD_END],
  ];
  for (const [name, first, second, end] of pairs) {
    for (const when of ["at once", "while an onEnded callback runs", "afterwards"] as const) {
      it(`S51: ${name}, ${when}: the first decides`, async () => {
        const test = new TestSession(Still);
        const [one, two] = [test.connect(), test.connect()];
        const ending = deferred();
        if (when === "while an onEnded callback runs") test.session.onEnded(() => ending.promise);
        const closing = test.session.close(first);
        if (when === "afterwards") await closing;
        else await (when === "at once" ? null : test.settled());
        expect(test.session.close(second)).toBe(closing);
        ending.resolve();
        await closing;
        expect([endOf(one), endOf(two)]).toEqual([end, end]);
        expect(test.ended).toBe(1);
      });
    }
  }

  it("S51: an onEnded callback that closes and waits for it is not waited for in turn", async () => {
    const test = new TestSession(Still);
    const order: string[] = [];
    test.session.whenClosing(() => void test.session.close(HARD));
    test.session.onEnded(async () => {
      await session.close();
      await null;
      await session.close(HARD);
      order.push("first");
    });
    test.session.onEnded(() => order.push("second"));
    const closing = test.session.close();
    let done = false;
    void closing.then(() => (done = true));
    await test.settled();
    expect([order, done]).toEqual([["first", "second"], true]);
    expect(test.log).toEqual([]);
  });
});

describe("where close is called", () => {
  const clicked = (onClick: () => unknown) => {
    const text = signal("before");
    const test = new TestSession(() => (
      <button
        onClick={() => {
          text.value = "last";
          return onClick();
        }}
      >
        {text}
      </button>
    ));
    return { test, text };
  };

  it("S52: from a component that is being mounted: the page gets its screen, and then the text", async () => {
    const test = new TestSession(() => {
      void session.close(HARD);
      return <p>mounted</p>;
    });
    const id = test.session.addClient();
    expect(test.html).toContain("mounted");
    await test.settled();
    expect(test.session.state.peek().kind).toBe("ended");
    const { farewell } = test;
    const client = test.attach(id);
    expect(client.closed?.code).toBe(4404);
    expect(farewell).toBeDefined();
  });

  it("S52: from a component that is mounted later, an effect, and flush callbacks", async () => {
    const closes: Record<string, (close: () => void, on: () => boolean) => void> = {
      effect: (close, on) => void effect(() => void (on() && close())),
      onFlush: (close, on) => void session.onFlush(() => on() && close(), { once: false }),
      onFlushed: (close, on) => void session.onFlushed(() => on() && close(), { once: false }),
    };
    for (const [name, register] of Object.entries(closes)) {
      const shown = signal(0);
      const test = new TestSession(() => {
        register(
          () => void session.close(HARD),
          () => shown.value > 0,
        );
        return <button onClick={() => shown.value++}>{shown}</button>;
      });
      const client = test.connect();
      client.event(test.idOf("button"), "click");
      await test.settled();
      expect([name, client.operations.at(-1)?.at(-1)]).toEqual([name, "1"]);
      expect([name, endOf(client)]).toEqual([name, HARD_END]);
      expect(test.log).toEqual([]);
    }
    const later = signal(false);
    const Closer = () => (void session.close(HARD), (<i>closer</i>));
    const test = new TestSession(() => <p>{() => later.value && <Closer />}</p>);
    const client = test.connect();
    test.session.run(() => (later.value = true));
    await test.settled();
    expect(endOf(client)).toEqual(HARD_END);
  });

  it("S52: from a handler, also one that goes on for a while, and from a task", async () => {
    const wait = deferred();
    const calls: [string, () => unknown][] = [
      ["a handler", () => session.close(HARD)],
      ["an async handler", async () => (await wait.promise, await session.close(HARD))],
      ["a task", () => void session.createTask(async () => (await null, await session.close(HARD)))],
    ];
    for (const [name, onClick] of calls) {
      const { test } = clicked(onClick);
      const client = test.connect();
      client.event(test.idOf("button"), "click");
      await test.settled();
      wait.resolve();
      await test.settled();
      expect([name, client.operations.at(-1)?.at(-1), endOf(client)]).toEqual([name, "last", HARD_END]);
      expect(test.log).toEqual([]);
    }
  });

  it("S52: while all clients are away: each hears it when it comes back", async () => {
    const { test, text } = clicked(() => {});
    const [one, two] = [test.connect(), test.connect()];
    one.drop();
    two.drop();
    test.session.run(() => (text.value = "while away"));
    await test.session.close(HARD);
    for (const id of [1, 2]) {
      const back = new (one.constructor as new () => TestClient)();
      test.farewell!.tell(id, back, { protocol: 1, ticket: "", frame: 0 });
      expect(back.operations.at(-1)?.at(-1)).toBe("while away");
      expect(endOf(back)).toEqual(HARD_END);
    }
  });
});

describe("codes of a soft close", () => {
  it("S53: a code of the app's own is on the line, and the page hears that its session has ended", async () => {
    const test = new TestSession(Still);
    const [client, away] = [test.connect(), test.connect()];
    away.drop();
    await test.session.close({ code: 4100, message: "Over." });
    const end = [["close", { code: 1001, message: "Over." }], { code: 4100, reason: "session-ended" }];
    expect(endOf(client)).toEqual(end);
    const back = new (client.constructor as new () => TestClient)();
    test.farewell!.tell(2, back, { protocol: 1, ticket: "", frame: 0 });
    expect(endOf(back)).toEqual(end);
    expect(test.farewell!.isHeard).toBe(false);
    client.ends(1000);
    back.ends(4100);
    expect(test.farewell!.isHeard).toBe(true);
  });

  it.each([
    0,
    99,
    999,
    1004,
    1005,
    1006,
    1015,
    2000,
    2999,
    4001,
    4400,
    4401,
    4409,
    4413,
    4426,
    4429,
    5000,
    1001.5,
    NaN,
  ])("S53: %d is refused, and the session goes on", (code) => {
    const test = new TestSession(Still);
    expect(() => test.session.close({ code })).toThrow(expect.objectContaining({ code: "session/bad-close-code" }));
    expect(test.session.state.peek().kind).toBe("opening");
  });

  it.each([1000, 1001, 1003, 1011, 1012, 3000, 4000, 4002, 4404, 4999])("S53: %d can be sent", async (code) => {
    const test = new TestSession(Still);
    const client = test.connect();
    await test.session.close({ code });
    expect(client.closed?.code).toBe(code);
  });
});

describe("after the end", () => {
  it.each(["hard", "soft"])("S54: after a %s close, values live and effects are dead", async (kind) => {
    const go = deferred();
    const seen: unknown[] = [];
    let runs = 0;
    const test = new TestSession(() => {
      const count = signal(1);
      const double = computed(() => count.value * 2);
      effect(() => void (runs++, count.value));
      const work = async () => {
        await go.promise;
        count.value = 21;
        seen.push(count.value, double.value, session.id, session.state.peek().kind);
        session.setTitle("never shown");
      };
      return <button onClick={work}>{double}</button>;
    });
    const client = test.connect();
    client.event(test.idOf("button"), "click");
    await test.session.close({ hard: kind === "hard" });
    const told = client.received.length;
    go.resolve();
    await test.settled();
    expect(seen).toEqual([21, 42, "test-session", "ended"]);
    expect([runs, client.received.length]).toEqual([1, told]);
    expect(test.log).toEqual([]);
  });
});

describe("onEnded", () => {
  it("S55: what is registered on the way is called after the rest, what comes later at once, once each", async () => {
    const order: string[] = [];
    const test = new TestSession(Still);
    test.session.onEnded(async () => {
      order.push("first");
      await null;
      session.onEnded(() => order.push("added"));
    });
    test.session.onEnded(() => order.push("second"));
    await test.session.close();
    expect(order).toEqual(["first", "second", "added"]);
    test.session.onEnded(() => order.push(`late, in ${session.id}`));
    test.session.onEnded(() => {
      throw new Error("late and failing");
    });
    await test.settled();
    expect(order.at(-1)).toBe("late, in test-session");
    expect(order).toHaveLength(4);
    expect(messagesOf(test)).toEqual(["late and failing"]);
  });

  it("S6: one that is cancelled by another does not run; each registration is one of its own", async () => {
    const order: string[] = [];
    const test = new TestSession(Still);
    const twice = () => order.push("twice");
    test.session.onEnded(() => cancel());
    const cancel = test.session.onEnded(() => order.push("cancelled"));
    test.session.onEnded(twice);
    test.session.onEnded(twice)();
    await test.session.close();
    expect(order).toEqual(["twice"]);
  });

  it("S6: the same whether the session is closed, left, or ended by the server", async () => {
    const ends: Record<string, (test: TestSession, client: TestClient) => unknown> = {
      softly: ({ session: current }) => current.close(),
      hard: ({ session: current }) => current.close(HARD),
      "by its last client": (_test, client) => client.says(["goodbye"]),
      "by a limit": ({ session: current }) => current.close({ code: 4404 }),
      "by a restart": ({ session: current }) => current.close({ code: 1012 }),
    };
    for (const [how, end] of Object.entries(ends)) {
      const value = signal("readable");
      const seen: string[] = [];
      const test = new TestSession(() => {
        session.onEnded(() => seen.push(`${value.value} in ${session.id}, ${session.state.peek().kind}`));
        return <p>{value}</p>;
      });
      const client = test.connect();
      end(test, client);
      await test.settled();
      expect([how, seen]).toEqual([how, ["readable in test-session, closing"]]);
    }
  });
});

describe("calls that need a client, at the end", () => {
  const ask = () => currentSession().calls.ask({ name: "wait", args: [], read: (answer) => answer });

  it("S56: reject with SessionEnded in an onEnded callback, and are reported there if nothing catches them", async () => {
    const test = new TestSession(Still);
    test.connect();
    const caught: unknown[] = [];
    test.session.onEnded(async () => void (await ask().catch((error: unknown) => caught.push(error))));
    test.session.onEnded(ask);
    await test.session.close();
    expect(caught).toEqual([expect.any(SessionEnded)]);
    expect(messagesOf(test)).toEqual([expect.stringContaining("Expected a session that goes on")]);
  });

  it("S56: end work in flight without a word", async () => {
    let after = false;
    const test = new TestSession(() => (
      <button
        onClick={async () => {
          await ask();
          after = true;
        }}
      >
        x
      </button>
    ));
    const client = test.connect();
    client.event(test.idOf("button"), "click");
    await test.settled();
    client.says(["goodbye"]);
    await test.settled();
    expect([after, test.log]).toEqual([false, []]);
  });

  it("S57: that nobody awaits are no unhandled rejections", async () => {
    const rejections = unhandledRejections();
    const test = new TestSession(Still);
    test.connect();
    void test.session.run(ask);
    await test.session.close();
    void test.session.run(ask);
    await test.settled();
    expect(rejections).toEqual([]);
  });
});

it("S68: what is no function is refused where a function is wanted", () => {
  const { session: current } = new TestSession(Still);
  const names = [
    "onEnded",
    "onFlush",
    "onFlushed",
    "onDisconnected",
    "onReconnected",
    "createTask",
    "run",
    "onPageChange",
    "showCustomDialog",
  ] as const;
  for (const name of names) {
    for (const wrong of [undefined, null, "fn", Promise.resolve()]) {
      const call = () => (current[name] as (fn: unknown) => unknown)(wrong);
      expect(call).toThrow(expect.objectContaining({ code: "session/not-a-function" }));
      expect(call).toThrow(name);
    }
  }
});
