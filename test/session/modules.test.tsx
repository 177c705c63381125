import { describe, expect, it } from "vitest";
import { onCleanup } from "../../src/reactive/cleanup.ts";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import { currentScope } from "../../src/session/modules/current-scope.ts";
import type { Scope } from "../../src/session/modules/scope.ts";
import { Module } from "../../src/session/modules/module.ts";
import { currentSession } from "../../src/session/current.ts";
import { For } from "../../src/view/flow/for.ts";
import { Show } from "../../src/view/flow/show.ts";
import { TestSession, type TestSessionOptions } from "../support/test-session.ts";

const bare = (app: TestSessionOptions["app"] = {}) => new TestSession(() => <p />, { app });

/** Written once. */
function Counter({ label }: { label: string }) {
  const scope = currentScope()!;
  const step = scope.input<number | null>("step");
  const total = signal(0);
  return (
    <section>
      <input type="number" bind="step" value={1} />
      <button onClick={() => (total.value += step.value ?? 0)}>{label}</button>
      <output id={scope.ns("total")}>{total}</output>
    </section>
  );
}

describe("names", () => {
  it("A30: modules within each other make outer-inner-name, and a whole name stays as it is", () => {
    const { session } = bare();
    const inner = session.makeScope("outer").makeScope("inner");
    expect([inner.id, inner.ns("x"), inner.ns(inner.ns("x"))]).toEqual([
      "outer-inner",
      "outer-inner-x",
      "outer-inner-x",
    ]);
    expect(inner.ns("outer-x")).toBe("outer-x");
    session.makeScope("other");
    expect(inner.ns("other-x")).toBe("other-x");
  });

  it.each([[""], ["a-b"], ["a b"], ["ä"], [7], [null], [undefined], [{}]])("A31: %o is no id", (id) => {
    const { session } = bare();
    const refused = expect.objectContaining({ code: "scope/bad-id" });
    expect(() => session.makeScope(id as string)).toThrow(refused);
    expect(() => session.makeScope("m").ns(id as string)).toThrow(refused);
  });

  it("A31: a living module's id is taken", () => {
    const { session } = bare();
    const outer = session.makeScope("m_1.b");
    outer.makeScope("inner");
    expect(() => session.makeScope("m_1.b")).toThrow(expect.objectContaining({ code: "scope/taken" }));
    expect(() => outer.makeScope("inner")).toThrow(/"m_1\.b-inner" is in use/);
  });
});

describe("on the screen", () => {
  it("A32, A39: a module written once is used several times, each with names of its own", () => {
    const test = new TestSession(() => (
      <main>
        <Module id="apples">
          <Counter label="Apples" />
        </Module>
        <Module id="fruit">
          <Module id="pears">
            <Counter label="Pears" />
          </Module>
        </Module>
      </main>
    ));
    const { session } = test;
    expect(test.html.match(/ id="[^"]*"/g)).toEqual([
      ' id="apples-step"',
      ' id="apples-total"',
      ' id="fruit-pears-step"',
      ' id="fruit-pears-total"',
    ]);
    session.run(() => session.setInput("fruit-pears-step", 5));
    const client = test.connect();
    client.event(test.idOf("button", 0), "click");
    client.event(test.idOf("button", 1), "click");
    expect(test.html.match(/<output[^>]*>(\d+)/g)?.map((text) => text.replace(/.*>/, ""))).toEqual(["1", "5"]);
    expect([session.input("apples-step").peek(), session.input("step").peek()]).toEqual([1, undefined]);
  });

  it("A32: a scope's own input and setInput have its prefix", () => {
    const test = new TestSession(() => {
      const scope = currentSession().makeScope("m");
      const { View } = scope;
      return (
        <View>
          <input bind="name" value="a" />
        </View>
      );
    });
    const scope = test.session.makeScope("other");
    expect(scope.input("name").peek()).toBe(undefined);
    expect(scope.input("m-name").peek()).toBe("a");
    test.session.run(() => scope.setInput("m-name", "b"));
    expect(test.session.input("m-name").peek()).toBe("b");
    expect(() => scope.setInput("name", "b")).toThrow(/"other-name"/);
  });

  it("A33: the module is current in its components, their effects and handlers, and in run; elsewhere none is", async () => {
    const seen: Record<string, string | undefined> = {};
    const note = (where: string) => (seen[where] = currentScope()?.id);
    const again = signal(0);
    function Inside() {
      note("component");
      effect(() => {
        note(`effect ${again.value}`);
        effect(() => void note("effect in an effect"));
      });
      return (
        <button onClick={() => (note("handler"), effect(() => void note("effect of a handler")))}>
          {() => note("binding") && null}
        </button>
      );
    }
    const test = new TestSession(() => (
      <main onClick={() => void note("outside's handler")}>
        <Module id="outer">
          <Module id="inner">
            <Inside />
          </Module>
        </Module>
      </main>
    ));
    const { session } = test;
    session.run(() => (again.value = 1));
    const client = test.connect();
    client.event(test.idOf("button"), "click");
    client.event(test.idOf("main"), "click");
    session.run(() => note("turn"));
    const own = session.makeScope("own");
    own.run(() => note("run"));
    own.run(() => void Promise.resolve().then(() => note("after an await")));
    await test.settled();
    expect(seen).toEqual({
      component: "outer-inner",
      "effect 0": "outer-inner",
      "effect 1": "outer-inner",
      "effect in an effect": "outer-inner",
      handler: "outer-inner",
      "effect of a handler": "outer-inner",
      binding: undefined,
      "outside's handler": undefined,
      turn: undefined,
      run: "own",
      "after an await": undefined,
    });
  });

  it("A39: a module ends when it leaves the screen, those in it first, and can come back", () => {
    const ends: string[] = [];
    const shown = signal(true);
    function Noting() {
      const scope = currentScope()!;
      scope.onDestroy(() => ends.push(scope.id));
      return null;
    }
    const test = new TestSession(() => (
      <Show when={shown}>
        {() => (
          <Module id="outer">
            <Noting />
            <Module id="inner">
              <Noting />
            </Module>
          </Module>
        )}
      </Show>
    ));
    test.session.run(() => (shown.value = false));
    expect(ends).toEqual(["outer-inner", "outer"]);
    test.session.run(() => (shown.value = true));
    test.session.run(() => (shown.value = false));
    expect(ends).toEqual(["outer-inner", "outer", "outer-inner", "outer"]);
  });

  it("A39: rows of a list can each be a module", () => {
    const ids = signal(["a", "b"]);
    const test = new TestSession(() => (
      <For each={ids}>
        {(id) => (
          <Module id={id}>
            <input bind="name" value={id} />
          </Module>
        )}
      </For>
    ));
    const { session } = test;
    session.run(() => (ids.value = ["b", "c"]));
    expect(["a", "b", "c"].map((id) => session.input(`${id}-name`).peek())).toEqual([undefined, "b", "c"]);
  });
});

describe("the end", () => {
  it("A34: callbacks run deepest first, then in order, while all can be read; failures stop nothing", async () => {
    const errors: string[] = [];
    const test = new TestSession(
      () => {
        const { View } = currentSession().makeScope("outer");
        return (
          <View>
            <Module id="inner">
              <input bind="name" value="Ada" />
            </Module>
            <Module id="second">
              <p />
            </Module>
          </View>
        );
      },
      { app: { onError: (error) => errors.push((error as Error).message) } },
    );
    const { session } = test;
    const ran: unknown[] = [];
    const inner = session.makeScope("third");
    const deepest = inner.makeScope("a").makeScope("b");
    inner.onDestroy(() => ran.push("third"));
    inner.onDestroy(() => ran.push(session.input("outer-inner-name").value));
    const cancel = inner.onDestroy(() => ran.push("cancelled"));
    cancel();
    deepest.onDestroy(() => {
      ran.push("deepest");
      throw new Error("failed");
    });
    deepest.onDestroy(async () => Promise.reject(new Error("failed later")));
    deepest.onDestroy(() => ran.push(deepest.isDestroyed));
    session.run(() => inner.destroy());
    await test.settled();
    expect(ran).toEqual(["deepest", false, "third", "Ada"]);
    expect(errors).toEqual(["failed", "failed later"]);
  });

  it("A35: effects end, the view is empty, inputs are unset and their readers run again", () => {
    const runs: string[] = [];
    const source = signal(0);
    let scope!: Scope;
    const test = new TestSession(() => {
      const session = currentSession();
      scope = session.makeScope("m");
      const { View } = scope;
      effect(() => void runs.push(`name ${session.input("m-name").value}`));
      effect(() => void runs.push(`is set ${session.input("m-name").isSet}`));
      effect(() => void runs.push(`destroyed ${scope.isDestroyed}`));
      effect(() => void runs.push(`never set ${session.input("m-other").value}`));
      scope.run(() => {
        effect(() => void runs.push(`inside ${source.value}`));
        onCleanup(() => runs.push("cleanup"));
      });
      return (
        <View>
          <input bind="name" value="Ada" />
          {() => void runs.push(`binding ${source.value}`)}
        </View>
      );
    });
    const { session } = test;
    const change = (fn: () => void) => {
      runs.length = 0;
      session.run(fn);
      return runs;
    };
    expect(change(() => (source.value = 1))).toEqual(["inside 1", "binding 1"]);
    expect(change(() => scope.destroy())).toEqual(["cleanup", "name undefined", "is set false", "destroyed true"]);
    expect(test.html).not.toContain("input");
    expect(change(() => (source.value = 2))).toEqual([]);
    expect(session.makeScope("m").input("name").isSet).toBe(false);
  });

  it("A36: siblings, ids that begin alike and the module around are spared", () => {
    const { session } = bare();
    const ended: string[] = [];
    const around = session.makeScope("around");
    const scopes = ["a", "a_extra", "b"].map((id) => around.makeScope(id));
    for (const scope of [around, ...scopes, scopes[0]!.makeScope("in")]) scope.onDestroy(() => ended.push(scope.id));
    scopes[0]!.destroy();
    expect(ended).toEqual(["around-a-in", "around-a"]);
    expect([around, ...scopes].map((scope) => scope.isDestroyed)).toEqual([false, true, false, false]);
  });

  it("A37: the id can be used again, with fresh inputs, and nothing of before runs", () => {
    const version = signal(1);
    const runs: string[] = [];
    function Field() {
      const scope = currentScope()!;
      const mine = version.peek();
      effect(() => void runs.push(`${mine}: ${scope.input("name").value}`));
      return <input bind="name" value={`first ${mine}`} />;
    }
    const test = new TestSession(() => (
      <p>
        {() => (
          <Module id={version.value > 0 ? "m" : "none"}>
            <Field />
          </Module>
        )}
      </p>
    ));
    const { session } = test;
    session.run(() => session.setInput("m-name", "changed"));
    runs.length = 0;
    session.run(() => (version.value = 2));
    expect(session.input("m-name").peek()).toBe("first 2");
    session.run(() => session.setInput("m-name", "again"));
    expect(runs).toEqual(["2: first 2", "2: again"]);
  });

  it("A38: twice, or after the session's end, it does no harm; the session's end destroys modules last", async () => {
    const test = bare();
    const { session } = test;
    const ran: string[] = [];
    const [one, two] = [session.makeScope("one"), session.makeScope("two")];
    one.onDestroy(() => (ran.push("one"), one.destroy()));
    two.makeScope("deep").onDestroy(() => ran.push("deep"));
    two.onDestroy(() => ran.push("two"));
    session.onEnded(() => ran.push("ended"));
    one.destroy();
    one.destroy();
    await session.close();
    two.destroy();
    expect(ran).toEqual(["one", "ended", "deep", "two"]);
  });

  it("A40: a destroyed module says so, and a handler of its screen that still comes is ignored", () => {
    const { session } = bare();
    const scope = session.makeScope("m");
    const clicks: string[] = [];
    const handler = scope.adopt(() => clicks.push(currentScope()!.id));
    handler(undefined as never);
    scope.destroy();
    handler(undefined as never);
    expect(clicks).toEqual(["m"]);
    const gone = expect.objectContaining({ code: "scope/destroyed" });
    expect(() => scope.run(() => {})).toThrow(gone);
    expect(() => scope.makeScope("x")).toThrow(gone);
    scope.own(() => clicks.push("disposed at once"));
    expect(clicks).toEqual(["m", "disposed at once"]);
  });

  it("A44: its routes have its prefix, run as its code, and are gone with it", async () => {
    const { session } = bare();
    const scope = session.makeScope("outer").makeScope("inner");
    const path = scope.dynamicRoute("data", () => new Response(currentScope()?.id));
    expect(scope.dynamicRoute("data", () => new Response(currentScope()?.id))).toBe(path);
    expect(path).toMatch(/\/outer-inner-data$/);
    const answers: [number, string][] = [];
    const ask = () =>
      session.respond(
        { request: new Request(`http://localhost${path}`), path: "outer-inner-data", client: undefined },
        async (answer) => (answers.push([answer.status, await answer.text()]), true),
      );
    await ask();
    session.run(() => scope.destroy());
    await ask();
    expect(answers).toEqual([
      [200, "outer-inner"],
      [404, "Not found\n"],
    ]);
    expect(() => scope.dynamicRoute("data", null)).toThrow(expect.objectContaining({ code: "scope/destroyed" }));
  });
});
