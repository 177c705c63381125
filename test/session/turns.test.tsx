import { describe, expect, it } from "vitest";
import { batch } from "../../src/reactive/batch.ts";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import { session } from "../../src/session/facade.ts";
import { TestSession } from "../support/test-session.ts";

describe("turns and flushes", () => {
  it("S8: handles events in order of arrival, and does not let an await hold up later ones", async () => {
    const order: string[] = [];
    let release!: () => void;
    const test = new TestSession(() => (
      <button
        onClick={async ({ x }) => {
          order.push(`start ${x}`);
          if (x === 1) await new Promise<void>((resolve) => (release = resolve));
          order.push(`end ${x}`);
        }}
      >
        x
      </button>
    ));
    const client = test.connect();
    for (const x of [1, 2, 3]) client.event(3, "click", { at: [x, 0, 0, 0] });
    expect(order).toEqual(["start 1", "start 2", "end 2", "start 3", "end 3"]);
    release();
    await test.settled();
    expect(order.at(-1)).toBe("end 1");
  });

  it("S8: an event that arrives while a frame is being sent waits for its turn", () => {
    const order: string[] = [];
    const test = new TestSession(() => {
      const clicks = signal(0);
      return (
        <button
          onClick={() => {
            order.push("in");
            clicks.value++;
            order.push("out");
          }}
        >
          {clicks}
        </button>
      );
    });
    const client = test.connect();
    const send = client.send.bind(client);
    client.send = (text) => {
      send(text);
      if (client.frames.length === 1 && order.length === 2) client.event(3, "click");
    };
    client.event(3, "click");
    expect(order).toEqual(["in", "out", "in", "out"]);
    expect(test.html).toContain(">2<");
  });

  it("S10: all writes of a turn arrive in one frame, later ones in their own", async () => {
    const a = signal(0);
    const b = signal(0);
    const test = new TestSession(() => (
      <button
        onClick={async () => {
          a.value = 1;
          b.value = 1;
          await null;
          a.value = 2;
          b.value = 2;
        }}
      >
        {a}/{b}
      </button>
    ));
    const client = test.connect();
    client.event(test.idOf("button"), "click");
    expect(client.frames).toHaveLength(1);
    expect(client.frames[0]![2]).toHaveLength(2);
    await test.settled();
    expect(client.frames).toHaveLength(2);
    expect(client.frames[1]![2]).toHaveLength(2);
  });

  it("S11: effects, onFlush, the frame, onFlushed, in this order", async () => {
    const order: string[] = [];
    const n = signal(0);
    const stamp = signal("");
    const test = new TestSession(() => {
      effect(() => void order.push(`effect ${n.value}`));
      return (
        <p>
          {n} {stamp}
        </p>
      );
    });
    const client = test.connect();
    order.length = 0;
    const write = (value: number) => test.session.run(() => (n.value = value));
    const frames = () => client.frames.length;
    test.session.onFlush(() => {
      order.push(`once ${frames()}`);
      stamp.value = "stamped";
    });
    test.session.onFlush(() => order.push("always"), { once: false });
    const cancel = test.session.onFlush(() => order.push("never"));
    cancel();
    test.session.onFlushed(() => order.push(`flushed ${frames()}`));
    write(1);
    expect(order).toEqual(["effect 1", "once 0", "always", "flushed 1"]);
    expect(client.operations.map((operation) => operation[2])).toEqual(["1", "stamped"]);
    order.length = 0;
    write(2);
    expect(order).toEqual(["effect 2", "always"]);
    test.session.onFlushed(() => {
      n.value = 9;
    });
    write(3);
    await test.settled();
    expect(client.frames.at(-1)![2]).toEqual([[0, expect.any(Number), "9"]]);
  });

  it("S11: a callback that fails, now or later, does not stop the others", async () => {
    const order: string[] = [];
    const n = signal(0);
    const test = new TestSession(() => <p>{n}</p>);
    test.session.onFlush(() => {
      throw new Error("now");
    });
    test.session.onFlush(() => Promise.reject(new Error("later")));
    test.session.onFlush(() => order.push("third"));
    test.session.run(() => (n.value = 1));
    await test.settled();
    expect(order).toEqual(["third"]);
    expect(test.events("app/error").map((entry) => (entry["error"] as Error).message)).toEqual(["now", "later"]);
  });

  it("S12: nothing changed, nothing is sent, to nobody", async () => {
    const n = signal(0);
    const test = new TestSession(() => (
      <button
        onClick={() => {
          n.value = 1;
          n.value = 0;
        }}
      >
        {n}
      </button>
    ));
    const [client, other] = [test.connect(), test.connect()];
    client.event(3, "click");
    await test.settled();
    expect(client.frames).toHaveLength(0);
    expect(other.frames).toHaveLength(0);
  });

  it("S13: a shared signal is written once, and each session that reads it flushes on its own", async () => {
    const shared = signal("a");
    const [one, two, three] = [0, 1, 2].map(() => new TestSession(() => <p>{shared}</p>));
    const silent = new TestSession(() => <p>no</p>);
    const clients = [one, two, three, silent].map((test) => test!.connect());
    one!.session.run(() => (shared.value = "b"));
    expect(clients[0]!.frames).toHaveLength(1);
    expect(clients[1]!.frames).toHaveLength(0);
    await one!.settled();
    expect(clients.map((client) => client.operations)).toEqual([[[0, 3, "b"]], [[0, 3, "b"]], [[0, 3, "b"]], []]);
  });

  it("S14: batch around an asynchronous function holds the frame until it settles", async () => {
    const n = signal(0);
    let release!: () => void;
    const test = new TestSession(() => (
      <button
        onClick={() =>
          batch(async () => {
            n.value = 1;
            await new Promise<void>((resolve) => (release = resolve));
            n.value = 2;
          })
        }
      >
        {n}
      </button>
    ));
    const client = test.connect();
    client.event(3, "click");
    await test.settled();
    expect(client.frames).toHaveLength(0);
    release();
    await test.settled();
    expect(client.operations).toEqual([[0, 3, "2"]]);
  });

  it("S9: a callback from elsewhere is adopted, and its writes are one frame", () => {
    const n = signal(0);
    let late!: () => void;
    const test = new TestSession(() => {
      const { run } = session;
      late = () => run(() => (n.value = 5));
      return <p>{n}</p>;
    });
    const client = test.connect();
    late();
    expect(client.operations).toEqual([[0, 3, "5"]]);
  });
});
