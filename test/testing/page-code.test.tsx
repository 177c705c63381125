import { expect, it } from "vitest";
import { z } from "zod";
import { app, ClientError, ClipboardError, session, signal } from "tandem";
import { mount } from "tandem/testing";

interface TandemWindow {
  Tandem: { makeRequest(name: string, ...args: unknown[]): Promise<unknown> };
}

it("M24: evalJs resolves with values and promises, undefined and what is falsy included", async () => {
  await using page = await mount(() => <p id="here">text</p>);
  const results: unknown[] = [];
  const expressions = [
    "1 + 1",
    "undefined",
    "null",
    "0",
    "''",
    "false",
    "({ a: 1 })",
    "{ a: 1, b: [2] }",
    "Promise.resolve(7)",
    "document.querySelector('#here').textContent",
    "(function(){\n var a = 1;\n a += b;\n return a;\n})()",
    "new Promise(resolve => {\n  queueMicrotask(() => {\n    resolve('Returned inside callback.');\n  });\n});",
    "await Promise.resolve('awaited') // a comment",
    "b > 99 ? 'big' : 'small'",
  ];
  for (const expression of expressions) {
    const result = page.session.run(() => page.session.evalJs(expression, { b: 100 }));
    await page.settle();
    results.push(await result);
  }
  const objects = [{ a: 1 }, { a: 1, b: [2] }];
  const texts = ["text", 101, "Returned inside callback.", "awaited", "big"];
  expect(results).toEqual([2, undefined, null, 0, "", false, ...objects, 7, ...texts]);
});

it("M24: what is thrown, rejected, misspelt or no JSON rejects with the browser's error", async () => {
  await using page = await mount(() => <p />);
  for (const [expression, name, text] of [
    ["nothing.here", "ReferenceError", "nothing is not defined"],
    ["Promise.reject(new RangeError('far'))", "RangeError", "far"],
    ["Promise.reject('plain')", "Error", "plain"],
    ["(() => { throw null })()", "Error", "null"],
    ["1 +", "SyntaxError", ""],
    ["return 1", "SyntaxError", ""],
    ["new Map()", "TypeError", "a Map"],
    ["NaN", "TypeError", "NaN"],
    ["() => 1", "TypeError", "a function"],
  ] as const) {
    const failure = page.session.run(() => page.session.evalJs(expression)).then(String, (error: unknown) => error);
    await page.settle();
    const error = (await failure) as ClientError;
    expect([expression, error instanceof ClientError, error.clientName]).toEqual([expression, true, name]);
    expect(error.message).toContain(text);
  }
});

it("M23: runJs does statements in every page, in order, with its arguments as variables of its own", async () => {
  await using page = await mount(() => <p />);
  const other = await page.openTab();
  page.session.run(() => {
    page.session.runJs("var twice = n * 2; window.said = [twice]", { n: 2 });
    page.session.runJs("window.said.push(typeof twice, text)", { text: "</script>" });
  });
  await page.settle();
  for (const { window } of [page, other]) {
    expect((window as unknown as { said: unknown }).said).toEqual([4, "undefined", "</script>"]);
  }
});

it("M27: the clipboard of a test's page works, and refuses when told", async () => {
  const got = signal("");
  const copy = async () => {
    try {
      await session.setClipboard("Ada");
      got.value = await session.getClipboard();
    } catch (error) {
      got.value = error instanceof ClipboardError ? error.clientName : "another error";
    }
  };
  await using page = await mount(() => (
    <main>
      <button onClick={copy}>Copy</button>
      <output>{got}</output>
    </main>
  ));
  await page.user.click(page.screen.getByRole("button"));
  expect(page.screen.getByRole("status").textContent).toBe("Ada");
  const refusal = Object.assign(new Error("No."), { name: "NotAllowedError" });
  page.window.navigator.clipboard.writeText = () => Promise.reject(refusal);
  await page.user.click(page.screen.getByRole("button"));
  expect(page.screen.getByRole("status").textContent).toBe("NotAllowedError");
});

it("M34: the app's scripts run in a test's page, before its first message", async () => {
  const Chat = () => {
    session.sendCustomMessage("append", { text: "Welcome" });
    session.setMessageHandler("greet", (name) => `Hello ${name}`, { schema: z.tuple([z.string()]) });
    return <button onClick={() => session.sendCustomMessage("append", { text: "Again" })}>Send</button>;
  };
  const scripts = [
    "throw new Error('the first fails')",
    "window.said = []; Tandem.addCustomMessageHandler('append', ({ text }) => said.push(text))",
  ];
  await using page = await mount(app(Chat, { scripts }), { expectErrors: /the first fails/ });
  await page.user.click(page.screen.getByRole("button"));
  const window = page.window as unknown as TandemWindow & { said: string[] };
  expect(window.said).toEqual(["Welcome", "Again"]);
  const greeting = window.Tandem.makeRequest("greet", "Ada");
  await page.settle();
  expect(await greeting).toBe("Hello Ada");
  const wrong = window.Tandem.makeRequest("greet", 7).catch((error: Error) => error.name);
  await page.settle();
  expect(await wrong).toBe("ValidationError");
});

it("M14: a bound control follows an input message, on the server and on every page, once", async () => {
  const name = signal("");
  let inputs = 0;
  await using page = await mount(() => (
    <main>
      <input id="name" aria-label="Name" bind={name} onInput={() => void inputs++} />
      <p>{name}</p>
      <button onClick={() => session.sendInputMessage("name", { value: "Ada", placeholder: "Your name" })}>
        Suggest
      </button>
    </main>
  ));
  const other = await page.openTab();
  await page.user.click(page.screen.getByRole("button"));
  await page.settle();
  expect([name.peek(), inputs]).toEqual(["Ada", 1]);
  for (const { screen } of [page, other]) {
    const field = screen.getByLabelText("Name") as HTMLInputElement;
    expect([field.value, field.placeholder, screen.getByText("Ada").localName]).toEqual(["Ada", "Your name", "p"]);
  }
});

it("M29: a person dismisses a notice, for everyone", async () => {
  const restored = signal(false);
  await using page = await mount(() => (
    <button
      onClick={() =>
        void session.notify(<b>Deleted</b>, { action: { label: "Undo", onClick: () => void (restored.value = true) } })
      }
    >
      Delete
    </button>
  ));
  const other = await page.openTab();
  await page.user.click(page.screen.getByRole("button", { name: "Delete" }));
  expect(other.screen.getByRole("status").textContent).toContain("Deleted");
  await other.user.click(other.screen.getByRole("button", { name: "Undo" }));
  expect([restored.peek(), page.screen.queryByRole("status")]).toEqual([true, null]);
  other.expectInStep();
});

it("M10: every message arrives once and in order, whatever becomes of the line meanwhile", async () => {
  const scripts = "window.said = []; Tandem.addCustomMessageHandler('n', (n) => said.push(n))";
  await using page = await mount(app(() => <p />, { scripts }));
  let sent = 0;
  const send = () => page.session.run(() => page.session.sendCustomMessage("n", ++sent));
  const ways = [
    () => page.network.drop(),
    () => page.network.blackHole(),
    () => page.network.pause("down"),
    () => page.network.pause("up"),
  ];
  for (const lose of ways) {
    send();
    await page.settle();
    lose();
    send();
    send();
    await page.settle();
    page.network.resume();
    await page.network.duplicate();
    send();
    await page.settle();
  }
  const { said } = page.window as unknown as { said: number[] };
  expect(said).toEqual(Array.from({ length: sent }, (_, index) => index + 1));
  expect(sent).toBe(16);
});

it("M16: a request that is under way is answered after a reconnect, by a handler that ran once", async () => {
  let runs = 0;
  let finish: (value: string) => void = () => {};
  const Root = () => {
    session.setMessageHandler("slow", () => (runs++, new Promise((resolve) => (finish = resolve))));
    return <p />;
  };
  await using page = await mount(Root);
  const { Tandem } = page.window as unknown as TandemWindow;
  const outcome: string[] = [];
  const ask = () => void Tandem.makeRequest("slow").then((value) => outcome.push(String(value)));
  ask();
  await page.settle();
  page.network.drop();
  finish("kept");
  await page.settle();
  expect(outcome).toEqual([]);
  await page.network.reconnect();
  page.network.pause("down");
  ask();
  await page.settle();
  page.network.drop();
  finish("again");
  page.network.resume();
  await page.settle();
  await page.network.reconnect();
  expect([outcome, runs]).toEqual([["kept", "again"], 2]);
});

it("M16: a request under way rejects when its session ends", async () => {
  const Root = () => {
    session.setMessageHandler("slow", () => new Promise(() => {}));
    return <button onClick={() => void session.close({ hard: true })}>End</button>;
  };
  await using page = await mount(Root);
  const { Tandem } = page.window as unknown as TandemWindow;
  const failure = Tandem.makeRequest("slow").then(String, (error: Error) => error.name);
  await page.user.click(page.screen.getByRole("button"));
  expect(await failure).toBe("SessionEnded");
});

it("M28: the title is the same after a resynchronisation, and for who joins", async () => {
  await using page = await mount(app(() => <p />, { title: "Before" }));
  page.session.run(() => page.session.setTitle("Now"));
  await page.settle();
  const other = await page.openTab();
  page.network.drop();
  page.session.run(() => page.session.setTitle("After"));
  await page.settle();
  await page.network.reconnect();
  expect([page.document.title, other.document.title]).toEqual(["After", "After"]);
});
