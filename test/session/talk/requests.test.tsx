import { expect, it, vi } from "vitest";
import { z } from "zod";
import { computed } from "../../../src/reactive/computed.ts";
import { effect } from "../../../src/reactive/effect.ts";
import { signal } from "../../../src/reactive/signal.ts";
import { req } from "../../../src/reactive/silence.ts";
import { currentSession } from "../../../src/session/current.ts";
import { UserFacingError } from "../../../src/session/error-report.ts";
import { Session } from "../../../src/session/session.ts";
import { TestSession, type TestClient, type TestSessionOptions } from "../../support/test-session.ts";

const responses = (client: TestClient) => client.messages.filter((message) => (message as string[])[0] === "response");

function start(options?: TestSessionOptions) {
  const test = new TestSession(() => <p>{signal("")}</p>, options);
  const client = test.connect();
  const ask = async (name: string, ...args: unknown[]): Promise<unknown[]> => {
    client.word("request", 7, name, args);
    await test.settled();
    return (responses(client).at(-1) as unknown[]).slice(2);
  };
  return { test, client, ask, session: test.session };
}

it("M15: a request is answered with what its handler returns, right after what it changed on the screen", async () => {
  const shown = signal("old");
  const test = new TestSession(() => <p>{shown}</p>);
  const client = test.connect();
  test.session.setMessageHandler("add", (a, b) => {
    shown.value = `${String(a)}+${String(b)}`;
    return { sum: (a as number) + (b as number), in: currentSession() === test.session };
  });
  client.word("request", 3, "add", [1, 2]);
  expect(client.frames.slice(-2).map((frame) => frame.slice(2))).toEqual([
    [[expect.arrayContaining(["1+2"])]],
    [[], [["response", 3, true, { sum: 3, in: true }]]],
  ]);
});

it("M15: undefined and what is falsy arrive as they are; a handler that stops with req answers undefined", async () => {
  const { ask, session } = start();
  for (const value of [null, 0, "", false, [], undefined]) {
    session.setMessageHandler("it", () => value);
    expect(await ask("it")).toEqual(value === undefined ? [true] : [true, value]);
  }
  session.setMessageHandler("it", () => req(""));
  expect(await ask("it")).toEqual([true]);
});

it("M15: a handler depends on nothing that it reads", async () => {
  const { ask, session, client } = start();
  const source = signal(1);
  const doubled = computed(() => source.value * 2);
  const runs = vi.fn(() => doubled.value);
  session.setMessageHandler("read", runs);
  session.run(() =>
    effect(() => {
      client.word("request", 1, "read", []);
    }),
  );
  session.run(() => void (source.value = 2));
  expect([await ask("read"), runs.mock.calls.length]).toEqual([[true, 4], 2]);
});

it("M15: a result that is no JSON is an error for the one who asked, and for the log", async () => {
  const { ask, session, test } = start({ development: true });
  session.setMessageHandler("map", () => ({ inside: new Map() }));
  expect(await ask("map")).toEqual([
    false,
    {
      name: "TandemError",
      message: expect.stringContaining('the answer to "map".inside'),
      errorId: expect.any(String),
    },
  ]);
  expect(test.events("app/error")).toHaveLength(1);
});

it("M16: asynchronous handlers are answered when they settle, in any order, also after a reconnect", async () => {
  const { session, client, test } = start();
  const open = new Map<string, (value: string) => void>();
  session.setMessageHandler("wait", (name) => new Promise((resolve) => open.set(name as string, resolve)));
  client.word("request", 1, "wait", ["a"]);
  client.word("request", 2, "wait", ["b"]);
  open.get("b")!("second");
  await test.settled();
  expect(responses(client)).toEqual([["response", 2, true, "second"]]);
  const seen = client.frames.at(-1)![0];
  client.drop();
  open.get("a")!("first");
  await test.settled();
  expect(responses(test.attach(1, seen))).toEqual([["response", 1, true, "first"]]);
});

it("M16: what an asynchronous handler writes is shown, and the session is current after its awaits", async () => {
  const shown = signal("old");
  const test = new TestSession(() => <p>{shown}</p>);
  const client = test.connect();
  test.session.setMessageHandler("later", async () => {
    await Promise.resolve();
    shown.value = currentSession().id;
  });
  client.word("request", 1, "later", []);
  await test.settled();
  expect(test.html).toContain("test-session");
  expect(responses(client)).toEqual([["response", 1, true]]);
});

it("M16: each client gets the answer to its own request, though both counted it alike", async () => {
  const { session, client, test } = start();
  const other = test.connect();
  const open: ((value: string) => void)[] = [];
  session.setMessageHandler("wait", () => new Promise<string>((resolve) => open.push(resolve)));
  client.word("request", 1, "wait", []);
  other.word("request", 1, "wait", []);
  open[1]!("for the other");
  await test.settled();
  expect([responses(client), responses(other)]).toEqual([[], [["response", 1, true, "for the other"]]]);
  open[0]!("for the first");
  await test.settled();
  expect(responses(client)).toEqual([["response", 1, true, "for the first"]]);
});

it("M16: of a client that is gone the handler goes on; its answer is for nobody, and is no error", async () => {
  const { session, client, test } = start();
  const other = test.connect();
  let open!: (value: string) => void;
  const done: string[] = [];
  session.setMessageHandler("wait", async () => {
    done.push(await new Promise<string>((resolve) => (open = resolve)));
    return "answer";
  });
  client.word("request", 1, "wait", []);
  client.says(["goodbye"]);
  open("done");
  await test.settled();
  expect([done, responses(client), responses(other)]).toEqual([["done"], [], []]);
  expect(test.log.filter(({ level }) => level === "error")).toEqual([]);
});

it("M17: an error's text is withheld in production, with an id that the log has; a UserFacingError's is not", async () => {
  const told: string[] = [];
  const { ask, session, test, client } = start({ app: { onError: (_, { errorId }) => void told.push(errorId) } });
  session.setMessageHandler("fail", () => {
    throw new TypeError("secret");
  });
  const [ok, facts] = (await ask("fail")) as [boolean, { name: string; message: string; errorId: string }];
  expect([ok, facts.name, facts.message.includes("secret")]).toEqual([false, "RequestError", false]);
  expect(facts.message).toContain(facts.errorId);
  expect(test.events("app/error").map((entry) => entry.errorId)).toEqual([facts.errorId]);
  expect(told).toEqual([facts.errorId]);
  session.setMessageHandler("fail", async () => {
    throw new UserFacingError("Too late for today.");
  });
  expect(await ask("fail")).toEqual([false, { name: "UserFacingError", message: "Too late for today." }]);
  expect([test.events("app/error").length, told.length]).toEqual([1, 1]);
  expect(client.messages.filter((message) => (message as string[])[0] === "notice")).toEqual([]);
});

it("M17: a handler that the end of the session stops has not failed", async () => {
  const { session, client, test } = start();
  session.setMessageHandler("ask", () => session.evalJs("1"));
  session.setMessageHandler("break", () => session.evalJs("1").catch(() => Promise.reject(new Error("broken"))));
  client.word("request", 1, "ask", []);
  client.word("request", 2, "break", []);
  await session.close();
  await test.settled();
  expect(test.events("app/error").map(({ error }) => (error as Error).message)).toEqual(["broken"]);
});

it("M17: in development an error comes with its name and text", async () => {
  const { ask, session } = start({ development: true });
  session.setMessageHandler("fail", () => {
    throw new TypeError("no such row");
  });
  expect(await ask("fail")).toEqual([
    false,
    { name: "TypeError", message: "no such row", errorId: expect.any(String) },
  ]);
  session.setMessageHandler("fail", () => Promise.reject("text"));
  expect(await ask("fail")).toEqual([false, { name: "RequestError", message: "text", errorId: expect.any(String) }]);
});

it("M17: a name that nobody answers is an error that says so, whatever the name", async () => {
  const { ask } = start();
  for (const name of ["none", "__proto__", "constructor"]) {
    expect(await ask(name)).toEqual([
      false,
      { name: "NotFoundError", message: `This session answers no request "${name}".` },
    ]);
  }
});

it("M18: a schema checks and converts the arguments; wrong ones never reach the handler", async () => {
  const { ask, session } = start();
  const handler = vi.fn((name: string, count: number) => name.repeat(count));
  session.setMessageHandler("repeat", handler, { schema: z.tuple([z.string().trim(), z.number().max(3)]) });
  expect(await ask("repeat", " ab ", 2)).toEqual([true, "abab"]);
  for (const args of [["ab"], ["ab", "2"], ["ab", 4], [1, 1], ["ab", 1, 1], [{}, null]]) {
    expect(await ask("repeat", ...args)).toEqual([
      false,
      { name: "ValidationError", message: expect.stringContaining('Wrong arguments for "repeat"') },
    ]);
  }
  expect(handler).toHaveBeenCalledOnce();
  const [, facts] = (await ask("repeat", 1, 2)) as [boolean, { message: string }];
  expect(facts.message).toContain("(at 0)");
});

it("M18: a validator may be asynchronous; the session is current in the handler, and none runs after the end", async () => {
  const { ask, session, client, test } = start();
  const handler = vi.fn((name: string) => `${name} in ${currentSession().id}`);
  let known: (answer: boolean) => void = () => {};
  const schema = z.tuple([z.string().refine(() => new Promise<boolean>((resolve) => (known = resolve)))]);
  session.setMessageHandler("hello", handler, { schema });
  client.word("request", 1, "hello", ["Ada"]);
  await test.settled();
  known(true);
  await test.settled();
  expect(responses(client).at(-1)).toEqual(["response", 1, true, "Ada in test-session"]);
  client.word("request", 2, "hello", ["Bob"]);
  await test.settled();
  known(false);
  await test.settled();
  expect(responses(client).at(-1)).toEqual([
    "response",
    2,
    false,
    expect.objectContaining({ name: "ValidationError" }),
  ]);
  client.word("request", 3, "hello", ["Eve"]);
  await test.settled();
  const closed = session.close();
  known(true);
  await closed;
  await test.settled();
  expect([handler.mock.calls.length, (await ask("x")).length > 0]).toEqual([1, true]);
});

it("M18: what is no schema, or one of something else than a list, is refused", async () => {
  const { ask, session } = start({ development: true });
  expect(() => session.setMessageHandler("x", () => 1, { schema: {} as never })).toThrow("Standard Schema");
  session.setMessageHandler("x", () => 1, { schema: z.any() as never });
  expect(await ask("x", 1)).toEqual([true, 1]);
  session.setMessageHandler("x", () => 1, { schema: z.any().transform(() => "text") as never });
  expect(await ask("x", 1)).toEqual([false, expect.objectContaining({ message: expect.stringContaining("z.tuple") })]);
});

it("M19: setting a handler again replaces it, null removes it, and the name is returned", async () => {
  const { ask, session } = start();
  expect(session.setMessageHandler("it", () => 1)).toBe("it");
  session.setMessageHandler("it", () => 2);
  expect(await ask("it")).toEqual([true, 2]);
  session.setMessageHandler("it", null);
  expect(await ask("it")).toEqual([false, expect.objectContaining({ name: "NotFoundError" })]);
  for (const name of ["", "x".repeat(257), 7]) {
    expect(() => session.setMessageHandler(name as string, () => 1)).toThrow("1 to 256 characters");
  }
  expect(() => session.setMessageHandler("it", "no" as never)).toThrow("a function or null");
});

it("M19: what a hard close clears, message handlers are among it", async () => {
  class Opened extends Session {
    remove(): void {
      this.clearRegistries();
    }
  }
  const { session, test, client } = start();
  session.setMessageHandler("it", () => 1);
  Opened.prototype.remove.call(session);
  client.word("request", 1, "it", []);
  await test.settled();
  expect(responses(client).at(-1)).toEqual(["response", 1, false, expect.objectContaining({ name: "NotFoundError" })]);
});

it("M20: so many requests of one client are under way at once, and no more; those of others are not touched", async () => {
  const { session, client, test, ask } = start({ limits: { maxPendingRequests: 2 } });
  const other = test.connect();
  const open: (() => void)[] = [];
  session.setMessageHandler("wait", () => new Promise<void>((resolve) => open.push(resolve)));
  client.word("request", 1, "wait", []);
  client.word("request", 2, "wait", []);
  expect(await ask("wait")).toEqual([false, { name: "LimitError", message: expect.stringContaining("2 requests") }]);
  expect(test.events("limit/maxPendingRequests")).toHaveLength(1);
  other.word("request", 1, "wait", []);
  expect(open.length).toBe(3);
  open.forEach((resolve) => resolve());
  await test.settled();
  client.word("request", 3, "wait", []);
  expect(open.length).toBe(4);
  open[3]!();
  await test.settled();
});

it("M22: what a handler asks of a page goes to the page that asked", () => {
  const { session, client, test } = start();
  const other = test.connect();
  session.setMessageHandler("back", () => void session.evalJs("1").catch(() => {}));
  client.word("request", 1, "back", []);
  other.word("request", 1, "back", []);
  const calls = (page: TestClient) => page.messages.filter((message) => (message as string[])[0] === "call").length;
  expect([calls(client), calls(other)]).toEqual([1, 1]);
});
