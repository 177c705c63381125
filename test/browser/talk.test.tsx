import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { app, ClientError, ClipboardError, serve, session, signal, type AppOptions, type Component } from "tandem";
import type { LogEntry } from "../../src/core/log-entry.ts";
import { currentSession } from "../../src/session/current.ts";
import type { Session } from "../../src/session/session.ts";
import { launchChromium } from "../support/chromium.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";

declare const window: { readonly said: unknown[] };
declare const document: {
  readonly head: { readonly innerHTML: string };
  readonly title: string;
  querySelector(selector: string): { blur(): void } | null;
};

let browser: Browser;
const closers: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(() => browser.close());

interface Visit {
  page: Page;
  live: Session;
  log: LogEntry[];
  /** What the browser said on its console. */
  said: string[];
}

/** Serves an app under the default policy, and opens it. */
async function visit(
  Root: Component,
  options: AppOptions = {},
  { permissions = [], before }: { permissions?: string[]; before?: (page: Page) => Promise<unknown> } = {},
): Promise<Visit> {
  const log: LogEntry[] = [];
  let live: Session;
  const Watched = () => {
    live = currentSession();
    return <Root />;
  };
  const server = await serve(app(Watched, options), {
    port: 0,
    development: true,
    log: (entry) => log.push(entry),
    limits: PATIENT_LIMITS,
  });
  closers.push(() => server.close());
  const context = await browser.newContext({ permissions });
  closers.push(() => context.close());
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await before?.(page);
  await page.goto(server.url, { waitUntil: before ? "commit" : "load" });
  return { page, live: live!, log, said };
}

const Empty = () => <p id="here">text</p>;

describe("code in the page", () => {
  it("M26: evalJs works under the default policy, which forbids eval", async () => {
    const { live, said } = await visit(Empty);
    const evaluate = (expression: string, args?: Record<string, unknown>) => live.evalJs(expression, args);
    expect(await evaluate("document.querySelector('#here').textContent")).toBe("text");
    expect(await evaluate("(function(){ var a = 1;\n a += b;\n return a; })()", { b: 100 })).toBe(101);
    expect(await evaluate("new Promise(resolve => setTimeout(() => resolve('later'), 1));")).toBe("later");
    expect(await evaluate("{ a: text, b: [0, '', false, null] }", { text: "</script><!--" })).toEqual({
      a: "</script><!--",
      b: [0, "", false, null],
    });
    expect(await evaluate("undefined")).toBeUndefined();
    expect(said).toEqual([]);
    await expect(evaluate("window.eval('1')")).rejects.toThrow(/Content Security Policy|unsafe-eval/);
  });

  it("M24: errors of the browser reject, syntax errors too, and are not told to the page", async () => {
    const { live, said } = await visit(Empty);
    for (const [expression, name, text] of [
      ["nothing.here", "ReferenceError", "nothing is not defined"],
      ["1 +", "SyntaxError", "Unexpected token"],
      ["1); window.leaked = true; (", "SyntaxError", ""],
      ["Promise.reject(new RangeError('far'))", "RangeError", "far"],
      ["document.body", "TypeError", "HTMLBodyElement"],
      ["fetch('https://example.com/')", "TypeError", ""],
    ] as const) {
      const error = await live.evalJs(expression).then(String, (failure: unknown) => failure as ClientError);
      expect(error).toBeInstanceOf(ClientError);
      expect([expression, (error as ClientError).clientName]).toEqual([expression, name]);
      expect((error as ClientError).message).toContain(text);
    }
    expect(said.filter((line) => /SyntaxError|ReferenceError|RangeError/.test(line))).toEqual([]);
    expect(await live.evalJs("typeof window.leaked")).toBe("undefined");
  });

  it("M26: no other text becomes code, and nothing of it stays in the page", async () => {
    const { page, live } = await visit(Empty);
    const before = await page.evaluate(() => document.head.innerHTML);
    await live.evalJs("1 + 1");
    expect(await page.evaluate(() => document.head.innerHTML)).toBe(before);
    const attempts = [
      "Object.assign(document.createElement('script'), { text: '1' })",
      "trustedTypes.createPolicy('tandem-script', { createScript: (text) => text })",
      "trustedTypes.createPolicy('other', { createScript: (text) => text })",
    ];
    for (const attempt of attempts) await expect(page.evaluate(attempt)).rejects.toThrow();
    await page.evaluate("document.body.append(document.createElement('script'))");
  });

  it("M23: an error of runJs is on the console and in the development log; what works is silent", async () => {
    const { page, live, log, said } = await visit(Empty);
    live.run(() => {
      live.runJs("window.said = [a + b]; var local = 1", { a: 1, b: 2 });
      live.runJs("window.said.push(typeof local)");
      live.runJs("boom()");
      live.runJs("if (");
    });
    const failures = () => log.filter(({ event }) => event === "client/script-failed").map(({ message }) => message);
    await expect.poll(failures).toHaveLength(2);
    expect(new Set(failures())).toEqual(
      new Set([
        "runJs failed in the page with ReferenceError: boom is not defined",
        "runJs failed in the page with SyntaxError: Unexpected token '}'",
      ]),
    );
    expect(await page.evaluate(() => window.said)).toEqual([3, "undefined"]);
    await expect.poll(() => said.join("\n")).toContain("boom is not defined");
  });
});

describe("scripts of the app", () => {
  const scripts = [
    "const own = 'first'; window.said = []; Tandem.addCustomMessageHandler('say', (text) => said.push(text));",
    "throw new Error('the second fails')",
    "const own = 'third'; said.push(typeof Tandem.makeRequest, await Tandem.makeRequest('double', 21));",
  ];
  const Root = () => {
    session.setMessageHandler("double", (number) => (number as number) * 2);
    session.sendCustomMessage("say", "from the start");
    return <button onClick={() => session.sendCustomMessage("say", "clicked")}>Say</button>;
  };

  it("M33: each is a module that finds Tandem, and hears what was sent before it ran", async () => {
    const { page, said } = await visit(Root, { scripts });
    await page.getByRole("button").click();
    await expect.poll(() => page.evaluate(() => window.said.length)).toBe(4);
    expect(new Set(await page.evaluate(() => window.said))).toEqual(
      new Set([42, "clicked", "from the start", "function"]),
    );
    await expect.poll(() => said.join("\n")).toContain("the second fails");
    expect(said.join("\n")).not.toContain("No Tandem.addCustomMessageHandler");
  });

  it("M12: what is sent while a script is still on its way waits for it, in order", async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const before = (page: Page) =>
      page.route("**/app-*.js", async (route) => {
        await held;
        await route.continue();
      });
    const { page, live, said } = await visit(Root, { scripts: scripts[0]! }, { before });
    live.run(() => live.sendCustomMessage("say", "while it loads"));
    // The page has all that was sent, and has loaded what takes it.
    expect(await live.evalJs("document.readyState")).toBe("interactive");
    release();
    await expect.poll(() => page.evaluate(() => window.said)).toEqual(["from the start", "while it loads"]);
    expect(said).toEqual([]);
  });

  it("M33: they find Tandem also where a line over HTTP is opened first", async () => {
    const { page } = await visit(Root, { scripts });
    await page.evaluate("sessionStorage['tandem-http'] = Date.now()");
    await page.reload();
    await expect.poll(() => page.evaluate(() => window.said?.length)).toBe(3);
  });
});

describe("the clipboard", () => {
  const got = signal("");
  const Root = () => (
    <main>
      <button
        onClick={async () => {
          await session.setClipboard("Ada & <b>").then(
            () => (got.value = "copied"),
            (error: unknown) => (got.value = error instanceof ClipboardError ? error.clientName : "another"),
          );
        }}
      >
        Copy
      </button>
      <output>{got}</output>
    </main>
  );

  it("M27: a text goes there and back", async () => {
    const { page, live } = await visit(Root, {}, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button").click();
    await expect.poll(() => page.getByRole("status").textContent()).toBe("copied");
    expect(await live.getClipboard()).toBe("Ada & <b>");
  });

  it("M27: a browser that refuses rejects with a ClipboardError", async () => {
    const { live } = await visit(Root);
    await expect(live.getClipboard()).rejects.toMatchObject({
      name: "ClipboardError",
      code: "client/clipboard",
      clientName: "NotAllowedError",
    });
  });

  it("M27: without TLS a click can still copy, and reading is refused", async () => {
    got.value = "";
    const { page, live } = await visit(Root);
    await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await page.getByRole("button").click();
    await expect.poll(() => page.getByRole("status").textContent()).toBe("copied");
    await expect(live.getClipboard()).rejects.toMatchObject({ clientName: "NotAllowedError" });
  });
});

it("M28: the title stays through a reconnect", async () => {
  const { page, live } = await visit(Empty, { title: "Before" });
  live.run(() => live.setTitle("Now"));
  await expect.poll(() => page.title()).toBe("Now");
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  live.run(() => live.setTitle("After"));
  await expect.poll(() => page.title()).toBe("After");
});

it("M14: a bound control follows an input message", async () => {
  const name = signal("");
  const { page, live } = await visit(() => (
    <main>
      <input id="name" bind={name} />
      <output>{name}</output>
    </main>
  ));
  live.run(() => live.sendInputMessage("name", { value: "Ada", placeholder: "Your name" }));
  await expect.poll(() => page.getByRole("status").textContent()).toBe("Ada");
  await expect.poll(() => page.getByRole("textbox").getAttribute("placeholder")).toBe("Your name");
});

it("M36: over a modal dialog a notice can be used, and stays when the dialog is closed", async () => {
  const undone = signal(0);
  const { page, live } = await visit(Empty);
  live.run(() => {
    live.showCustomDialog((dialog) => (
      <form>
        <h2>Settings</h2>
        <button
          type="button"
          onClick={() => {
            const action = { label: "Undo", onClick: () => void undone.value++ };
            live.notify("Saved.", { duration: 0, action });
            live.notify("Also saved.", { duration: 0 });
          }}
        >
          Save
        </button>
        <button type="button" onClick={() => dialog.close()}>
          Close
        </button>
      </form>
    ));
  });
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Saved.", { exact: true }).waitFor({ state: "detached" });
  await expect.poll(() => undone.peek()).toBe(1);
  expect(await page.getByRole("dialog").isVisible()).toBe(true);
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Dismiss" }).click();
  await page.getByText("Also saved.").waitFor({ state: "detached" });
});

it("M29: a notice is read out, stays while it is pointed at, acts and goes", async () => {
  const undone = signal(false);
  const { page, live } = await visit(Empty);
  live.run(() => {
    const action = { label: "Undo", onClick: () => void (undone.value = true) };
    live.notify(<b>Deleted</b>, { kind: "success", action, duration: 60_000 });
    live.notify("Careful", { kind: "warning", duration: 0 });
  });
  const toast = page.getByRole("status").filter({ hasText: "Deleted" });
  await toast.hover();
  await page.getByRole("button", { name: "Undo" }).click();
  await toast.waitFor({ state: "detached" });
  await expect.poll(() => undone.peek()).toBe(true);
  await page.getByRole("alert").getByRole("button", { name: "Dismiss" }).click();
  await page.getByRole("alert").waitFor({ state: "detached" });
});
