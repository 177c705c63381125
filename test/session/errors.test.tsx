import { describe, expect, it } from "vitest";
import { effect } from "../../src/reactive/effect.ts";
import { signal } from "../../src/reactive/signal.ts";
import { UserFacingError } from "../../src/session/error-report.ts";
import type { ErrorInfo } from "../../src/session/app.ts";
import { app, toApp } from "../../src/session/app.ts";
import { TestSession } from "../support/test-session.ts";

function Failing() {
  const n = signal(0);
  const fail = signal(false);
  effect(function careless() {
    if (fail.value) throw new Error("effect");
  });
  return (
    <main>
      <button onClick={() => n.value++}>{n}</button>
      <button
        onClick={() => {
          throw new Error("handler");
        }}
      >
        a
      </button>
      <button onClick={() => Promise.reject(new Error("async handler"))}>b</button>
      <button onClick={() => (fail.value = true)}>c</button>
      <button
        onClick={() => {
          throw new UserFacingError("That name is taken.");
        }}
      >
        d
      </button>
    </main>
  );
}

describe("errors", () => {
  it("S15: are logged, told to onError and shown, and the session goes on", async () => {
    const told: [string, ErrorInfo][] = [];
    const onError = (error: unknown, info: ErrorInfo) => void told.push([(error as Error).message, info]);
    const test = new TestSession(Failing, { app: { onError } });
    const client = test.connect();
    for (const which of [1, 2, 3]) client.event(test.idOf("button", which), "click");
    await test.settled();
    expect(told.map(([message]) => message)).toEqual(["handler", "effect", "async handler"]);
    expect(told.map(([, info]) => info.source)).toEqual(["an event handler", "careless", "an event handler"]);
    const shown = client.messages as ["notice", string, string, string][];
    expect(shown.map((notice) => notice.slice(0, 3))).toEqual(
      Array(3).fill(["notice", "error", "Something went wrong. The app goes on."]),
    );
    expect(shown.map((notice) => notice[3])).toEqual(told.map(([, info]) => info.errorId));
    expect(test.events("app/error")).toHaveLength(3);
    client.event(test.idOf("button"), "click");
    expect(client.operations.at(-1)).toEqual([0, test.idOf("button"), "1"]);
  });

  it("S15: shows a user-facing text in production, and everything in development", () => {
    const production = new TestSession(Failing);
    const client = production.connect();
    client.event(production.idOf("button", 4), "click");
    expect(client.messages).toEqual([["notice", "error", "That name is taken.", expect.any(String)]]);

    const development = new TestSession(Failing, { development: true });
    const developer = development.connect();
    developer.event(development.idOf("button", 1), "click");
    expect(developer.messages).toEqual([
      ["notice", "error", "handler", expect.any(String), expect.stringContaining("errors.test.tsx")],
    ]);
  });

  it("S15: of the first screen reach the first client", () => {
    const Broken = () => {
      throw new Error("part");
    };
    const test = new TestSession(() => (
      <main>
        <Broken />
        <p>rest</p>
      </main>
    ));
    expect(test.html).toContain("<p>rest</p>");
    expect(test.connect().messages).toEqual([["notice", "error", expect.any(String), expect.any(String)]]);
    expect(test.connect().messages).toEqual([]);
  });

  it("S16: an onError that throws is logged and does no harm", () => {
    const onError = () => {
      throw new Error("onError");
    };
    const test = new TestSession(Failing, { app: { onError } });
    const client = test.connect();
    client.event(test.idOf("button", 1), "click");
    expect(test.events("app/on-error-failed")).toHaveLength(1);
    expect(client.messages).toHaveLength(1);
    client.event(test.idOf("button"), "click");
    expect(client.operations).toHaveLength(1);
  });

  it("S17: a throwing handler, a looping effect and a client that never reads do not reach another session", async () => {
    const shared = signal(0);
    const Bad = () => {
      const looping = signal(false);
      const n = signal(0);
      effect(function runaway() {
        if (looping.value) n.value++;
        void n.value;
      });
      return (
        <main>
          <button
            onClick={() => {
              throw new Error("bad");
            }}
          >
            throw
          </button>
          <button onClick={() => (looping.value = true)}>loop</button>
          <p>{shared}</p>
        </main>
      );
    };
    const Good = () => {
      const clicks = signal(0);
      return (
        <button onClick={() => clicks.value++}>
          {clicks} {shared}
        </button>
      );
    };
    const bad = new TestSession(Bad, { limits: { maxBufferedBytes: 1_000 } });
    const good = new TestSession(Good);
    const badClient = bad.connect();
    const goodClient = good.connect();
    badClient.event(bad.idOf("button", 0), "click");
    badClient.event(bad.idOf("button", 1), "click");
    badClient.bufferedBytes = 5_000; // nothing leaves any more
    const button = good.idOf("button");
    for (let i = 1; i <= 50; i++) {
      shared.value = i;
      await good.settled();
      goodClient.event(button, "click");
    }
    expect(good.html).toContain("50");
    expect(goodClient.frames).toHaveLength(100);
    expect(goodClient.isOpen).toBe(true);
    expect(bad.events("limit/maxBufferedBytes")).toHaveLength(1);
    expect(bad.events("app/error").map((entry) => String(entry["error"]))).toEqual([
      "Error: bad",
      expect.stringContaining("runaway"),
    ]);
    expect(good.log).toEqual([]);
  });

  it("S24: app and toApp say what they expected and what came", () => {
    const Root = () => <p />;
    expect(app(Root, { title: "T" }).options.title).toBe("T");
    expect(() => app("x" as never)).toThrow(/Expected app\(\) to get a component, but got string/);
    expect(() => app(Root, { titel: "T" } as never)).toThrow(/"titel"\. Did you mean "title"\?/);
    const wrong = {
      title: 7,
      lang: null,
      description: [],
      idleMessage: () => "",
      hardDisconnectMessage: 7,
      styles: [7],
      scripts: {},
      onError: "log",
      authenticate: true,
      userId: "id",
      notFound: "gone",
      pages: { home: Root },
    };
    for (const [name, value] of Object.entries(wrong)) {
      const make = () => app(Root, { [name]: value } as never);
      expect(make).toThrow(expect.objectContaining({ code: "app/bad-option" }));
      expect(make).toThrow(`Expected ${name} to be a`);
    }
    expect(() => app(Root, { pages: [Root] } as never)).toThrow("what page(…) makes");
    expect(toApp(Root).root).toBe(Root);
    const made = app(Root);
    expect(toApp(made)).toBe(made);
    expect(() => toApp(undefined, "app.tsx")).toThrow(/Expected app.tsx to export .* but got no default export/);
    expect(() => toApp(42, "app.tsx")).toThrow(/but got number/);
  });
});
