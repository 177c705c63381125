import { describe, expect, it } from "vitest";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { effect } from "../../src/reactive/effect.ts";
import { every } from "../../src/reactive/every.ts";
import { signal } from "../../src/reactive/signal.ts";
import { App } from "../../src/session/app.ts";
import { currentSession } from "../../src/session/current.ts";
import { session } from "../../src/session/facade.ts";
import { Session } from "../../src/session/session.ts";
import type { Component } from "../../src/view/node.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { TestSession } from "../support/test-session.ts";

function readOnce(root: Component) {
  const { environment, clock, log } = new TestSession(() => <p>another</p>);
  let ended = 0;
  const screen = Session.readOnce(new App(root, {}), { ...environment, ended: () => void ended++ });
  if (screen instanceof Promise) throw new Error("Expected a screen at once.");
  return { screen, log, clock, ended: () => ended };
}

describe("a stub", () => {
  it("S70: has the screen of a session, and leaves nothing behind", async () => {
    const shared = signal("shared");
    let cleaned = 0;
    const { screen, log, ended, clock } = readOnce(() => {
      const total = signal(1);
      const tick = every(1_000);
      effect(() => void (total.value = 2));
      onCleanup(() => cleaned++);
      currentSession().own(() => cleaned++);
      session.setTitle("Read once");
      return (
        <p title={shared}>
          {total} {tick}
        </p>
      );
    });
    expect(screen.root).toContain("shared");
    expect(screen.root).toContain(">2");
    expect(screen.title).toBe("Read once");
    await promisesSettled();
    expect([cleaned, clock.pending, log, ended()]).toEqual([2, 0, [], 0]);
    expect((shared as unknown as { subs: unknown }).subs).toBeUndefined();
  });

  it("S70: of an app that throws throws the same, and leaves nothing behind", () => {
    let cleaned = 0;
    const open = () =>
      readOnce(() => {
        onCleanup(() => cleaned++);
        throw new Error("no screen");
      });
    expect(open).toThrow("no screen");
    expect(cleaned).toBe(1);
  });

  it("S71: calls nothing back, runs no task, and leaves what would wait for a client waiting", async () => {
    const called: string[] = [];
    const note = (name: string) => () => called.push(name);
    let isStub: boolean | undefined;
    const { log } = readOnce(() => {
      ({ isStub } = session);
      session.onEnded(note("onEnded"));
      session.onFlush(note("onFlush"), { once: false });
      session.onFlushed(note("onFlushed"), { once: false });
      session.onDisconnected(note("onDisconnected"));
      session.onReconnected(note("onReconnected"));
      const task = session.createTask(note("task"), { name: "never" });
      void task.done.then((result) => called.push(`done: ${String(result)}, ${task.closed.value}`));
      session.hold().then(note("hold"), note("hold rejected"));
      currentSession()
        .calls.ask({ name: "wait", args: [], read: (answer) => answer })
        .then(note("call"), note("call rejected"));
      session.close({ hard: true }).then(note("close"), note("close rejected"));
      return <p>x</p>;
    });
    await promisesSettled();
    expect(isStub).toBe(true);
    expect(called.sort()).toEqual(["close", "done: undefined, true"]);
    expect(log).toEqual([]);
  });

  it("S71: a session that is no stub says so", () => {
    const { session: real } = new TestSession(() => <p>x</p>);
    expect(real.isStub).toBe(false);
  });
});
