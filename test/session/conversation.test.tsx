import { describe, expect, it } from "vitest";
import { Op, PAGE_ID } from "../../src/protocol/operations.ts";
import { signal } from "../../src/reactive/signal.ts";
import { session } from "../../src/session/facade.ts";
import { TestSession } from "../support/test-session.ts";
import { deferred } from "../support/promises.ts";

const kind = (test: TestSession) => test.session.state.peek().kind;

describe("hold", () => {
  it("S66: resolves when the session ends, however it ends, and at once when it has", async () => {
    for (const end of ["close", "hard", "goodbye"] as const) {
      const test = new TestSession(() => <p>x</p>);
      const client = test.connect();
      const order: string[] = [];
      test.session.createTask(async () => {
        await session.hold();
        order.push("released");
      });
      test.session.onEnded(() => order.push("onEnded"));
      await test.settled();
      expect(order).toEqual([]);
      if (end === "goodbye") client.says(["goodbye"]);
      else void test.session.close({ hard: end === "hard" });
      await test.settled();
      expect(order.sort()).toEqual(["onEnded", "released"]);
      await test.session.hold();
      expect(test.log).toEqual([]);
    }
  });
});

describe("a session whose conversation is over", () => {
  /** A session that shows `content` and whose conversation is over when the test says so. */
  function conversation(content: () => unknown = () => "talk") {
    const over = deferred();
    const test = new TestSession(() => {
      session.endAfter(over.promise);
      return <main>{content as never}</main>;
    });
    const client = test.connect();
    const finish = async () => {
      over.resolve();
      await test.settled();
    };
    return { test, client, over, finish };
  }

  it("S67: ends softly, after what was said last", async () => {
    const text = signal("hello");
    const { test, client, finish } = conversation(() => text.value);
    test.session.run(() => (text.value = "goodbye"));
    expect(kind(test)).toBe("connected");
    await finish();
    expect(client.operations.at(-2)?.at(-1)).toBe("goodbye");
    expect(client.operations.at(-1)).toEqual([Op.Attribute, PAGE_ID, "data-over", ""]);
    expect(client.received.at(-1)).toEqual(["close", { code: 1001, message: "" }]);
    expect(kind(test)).toBe("ended");
  });

  it("S67: ends also when the conversation fails", async () => {
    const { test, over } = conversation();
    over.reject(new Error("reported elsewhere"));
    await test.settled();
    expect(kind(test)).toBe("ended");
  });

  it("S67: is kept by a button, which still works, and ends when that is gone", async () => {
    const clicks = signal(0);
    const shown = signal(true);
    const { test, client, finish } = conversation(() =>
      shown.value ? <button onClick={() => clicks.value++}>{clicks}</button> : "done",
    );
    await finish();
    client.event(test.idOf("button"), "click");
    await test.settled();
    expect([clicks.value, kind(test)]).toEqual([1, "connected"]);
    test.session.run(() => (shown.value = false));
    await test.settled();
    expect(kind(test)).toBe("ended");
  });

  it("S67: is kept by a task, and ends after it", async () => {
    const { test, finish } = conversation();
    const [work, other] = [deferred(), deferred()];
    test.session.createTask(() => work.promise);
    test.session.createTask(() => other.promise);
    await finish();
    expect(kind(test)).toBe("connected");
    work.resolve();
    await test.settled();
    expect(kind(test)).toBe("connected");
    other.reject(new Error("failed"));
    await test.settled();
    expect(kind(test)).toBe("ended");
  });

  it("S67: is kept by hold until its last client leaves", async () => {
    const { test, client, finish } = conversation();
    const held = test.session.hold();
    const second = test.connect();
    await finish();
    client.says(["goodbye"]);
    await test.settled();
    expect(kind(test)).toBe("connected");
    second.says(["goodbye"]);
    await held;
    await test.settled();
    expect(kind(test)).toBe("ended");
  });

  it("S67: a session without a conversation is not ended by having nothing to do", async () => {
    const test = new TestSession(() => <p>only text</p>);
    test.connect();
    await test.session.createTask(() => {}).done;
    await test.settled();
    expect(kind(test)).toBe("connected");
  });
});
