import { describe, expect, it } from "vitest";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import { session } from "../../src/session/facade.ts";
import type { Task } from "../../src/session/task.ts";
import { TestSession } from "../support/test-session.ts";
import { deferred, unhandledRejections } from "../support/promises.ts";
import { messagesOf } from "./support.ts";

const Still = () => <p>still</p>;

/** Waits as well-behaved work does: until its time has come, or it is aborted. */
const untilAborted = (aborted: AbortSignal) =>
  new Promise<never>((_, reject) => aborted.addEventListener("abort", () => reject(aborted.reason as Error)));

describe("a task", () => {
  it("S61: begins after the turn that made it, in the session, and shows what it writes", async () => {
    const text = signal("start");
    const order: string[] = [];
    const next = deferred();
    const test = new TestSession(() => {
      session.createTask(async () => {
        order.push(`task in ${session.id}`);
        text.value = "first";
        await next.promise;
        text.value = "second";
        order.push(session.id);
      });
      order.push("component");
      return <p>{text}</p>;
    });
    expect([order, test.html]).toEqual([["component"], expect.stringContaining("start")]);
    const client = test.connect();
    await test.settled();
    expect(order).toEqual(["component", "task in test-session"]);
    expect(client.operations.at(-1)?.at(-1)).toBe("first");
    next.resolve();
    await test.settled();
    expect(client.operations.at(-1)?.at(-1)).toBe("second");
    expect(order.at(-1)).toBe("test-session");
  });

  it("S61: is not part of an effect that makes it", async () => {
    const [trigger, read] = [signal(0), signal(0)];
    let tasks = 0;
    const test = new TestSession(() => {
      effect(() => {
        void trigger.value;
        session.createTask(() => void (tasks++, read.value));
      });
      return <p>x</p>;
    });
    await test.settled();
    test.session.run(() => read.value++);
    await test.settled();
    expect(tasks).toBe(1);
    test.session.run(() => trigger.value++);
    await test.settled();
    expect(tasks).toBe(2);
  });

  it("S62: is aborted by cancel, once, and does not run at all when that comes first", async () => {
    const test = new TestSession(Still);
    let ran = 0;
    const reasons: unknown[] = [];
    const work = (aborted: AbortSignal) => {
      ran++;
      aborted.addEventListener("abort", () => reasons.push(aborted.reason));
      return untilAborted(aborted);
    };
    const early = test.session.createTask(work, { name: "early" });
    early.cancel();
    await early.done;
    expect([ran, early.closed.value]).toEqual([0, true]);
    const task = test.session.createTask(work, { name: "late" });
    await test.settled();
    task.cancel();
    task.cancel();
    expect(await task.done).toBeUndefined();
    task.cancel();
    expect(reasons).toEqual([
      expect.objectContaining({ name: "AbortError", message: 'The task "late" was cancelled.' }),
    ]);
    expect(test.log).toEqual([]);
  });

  it("S62: is aborted when the session ends, before any onEnded callback", async () => {
    const test = new TestSession(Still);
    const order: string[] = [];
    test.session.onEnded(() => order.push("onEnded"));
    const tasks = ["one", "two"].map((name) =>
      test.session.createTask(
        (aborted) => {
          aborted.addEventListener("abort", () => order.push(`${name} in ${session.id}`));
          return untilAborted(aborted);
        },
        { name },
      ),
    );
    await test.settled();
    await test.session.close();
    await Promise.all(tasks.map((task) => task.done));
    expect([order.slice(0, 2).sort(), order.slice(2)]).toEqual([
      ["one in test-session", "two in test-session"],
      ["onEnded"],
    ]);
    expect(test.log).toEqual([]);
  });

  it("S63: is done with its result, and closed is reactive", async () => {
    const work = deferred<number>();
    let task!: Task<number>;
    const test = new TestSession(() => {
      task = session.createTask(() => work.promise, { name: "sum" });
      return <p>{() => (task.closed.value ? "over" : "running")}</p>;
    });
    const client = test.connect();
    expect([task.name, task.closed.value, test.html.includes("running")]).toEqual(["sum", false, true]);
    work.resolve(42);
    expect(await task.done).toBe(42);
    await test.settled();
    expect(client.operations.at(-1)?.at(-1)).toBe("over");
    expect(task.closed.value).toBe(true);
  });

  it("S63: that does not heed its signal is over when it returns, and keeps its result", async () => {
    const work = deferred<string>();
    const test = new TestSession(Still);
    const task = test.session.createTask(() => work.promise);
    await test.settled();
    task.cancel();
    await test.settled();
    expect(task.closed.value).toBe(false);
    work.resolve("anyway");
    expect(await task.done).toBe("anyway");
    expect(task.closed.value).toBe(true);
  });

  it("S64: that fails is reported under its name, and nothing is left unhandled", async () => {
    const rejections = unhandledRejections();
    const sources: string[] = [];
    const test = new TestSession(Still, { app: { onError: (_error, { source }) => sources.push(source) } });
    const client = test.connect();
    const failing = async () => {
      throw new Error("asynchronously");
    };
    const tasks = [
      test.session.createTask(failing),
      test.session.createTask(
        () => {
          throw new Error("at once");
        },
        { name: "nightly" },
      ),
      test.session.createTask(() => Promise.reject(new DOMException("another's", "AbortError")), { name: "foreign" }),
    ];
    expect(await Promise.all(tasks.map((task) => task.done))).toEqual([undefined, undefined, undefined]);
    await test.settled();
    expect(messagesOf(test).sort()).toEqual(["another's", "asynchronously", "at once"]);
    expect(sources.sort()).toEqual(['the task "failing"', 'the task "foreign"', 'the task "nightly"']);
    expect(client.messages).toHaveLength(3);
    expect([rejections, test.session.state.peek().kind]).toEqual([[], "connected"]);
  });

  it("S64: what else it throws when it is aborted is reported", async () => {
    const test = new TestSession(Still);
    const task = test.session.createTask(async (aborted) => {
      await untilAborted(aborted).catch(() => {});
      throw new Error("could not clean up");
    });
    await test.settled();
    task.cancel();
    await task.done;
    expect(messagesOf(test)).toEqual(["could not clean up"]);
  });

  it("S65: does not run in a session that has ended, or ends", async () => {
    const test = new TestSession(Still);
    let ran = false;
    const tasks: Task<unknown>[] = [];
    const begin = () => tasks.push(test.session.createTask(() => (ran = true), { name: "late" }));
    test.session.onEnded(begin);
    await test.session.close();
    begin();
    await test.settled();
    expect(await Promise.all(tasks.map((task) => task.done))).toEqual([undefined, undefined]);
    for (const task of tasks) {
      task.cancel();
      expect([task.closed.value, task.name]).toEqual([true, "late"]);
    }
    expect(ran).toBe(false);
  });

  it("S23: leaves nothing with its session when it is over", async () => {
    const test = new TestSession(Still);
    const task = test.session.createTask(() => {});
    let aborted = false;
    await task.done;
    task.closed.peek();
    const last = test.session.createTask((signal) => {
      signal.addEventListener("abort", () => (aborted = true));
    });
    await last.done;
    await test.session.close();
    expect(aborted).toBe(false);
  });
});
