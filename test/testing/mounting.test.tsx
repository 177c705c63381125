import { afterEach, expect, it } from "vitest";
import { app as makeApp, session, signal, type TandemError } from "tandem";
import { mount } from "tandem/testing";
import { loadDomPackages } from "../../src/testing/dom-packages.ts";
import { promisesSettled } from "../support/fake-clock.ts";
import { outcomeOf } from "../support/promises.ts";
import { Counter, Shout } from "./apps.tsx";

afterEach(() => {
  // Nothing may have made one; see K2.
  expect(globalThis).not.toHaveProperty("document");
  expect(globalThis).not.toHaveProperty("window");
});

const codeOf = (error: unknown) => (error as TandemError).code;

// First of all, as any that mounts would have them loaded.
it("K3: the packages are there before the first test mounts", async () => {
  const loaded = outcomeOf(loadDomPackages());
  await promisesSettled();
  expect(Object.keys(loaded.value ?? {})).toEqual(["happyDom", "queries", "userEvent"]);
});

it("K1: a mounted app was painted by the server, is connected, and answers", async () => {
  const painted = makeApp(Counter, { title: "Clicks", lang: "de" });
  await using app = await mount(painted);
  expect(app.document.title).toBe("Clicks");
  expect(app.document.documentElement.lang).toBe("de");
  expect(app.document.querySelector("h1")!.innerHTML).toBe("Clicked <!--3-->0<!--/--> times");
  expect(app.connection).toEqual({ kind: "connected" });
  expect(app.session.state.peek()).toEqual({ kind: "connected", clients: 1 });
  await app.user.click(app.screen.getByRole("button", { name: "Click" }));
  app.screen.getByRole("heading", { name: "Clicked 1 times" });
  expect(app.frames.operations).toEqual([[0, 3, "1"]]);
});

it("K1: the page's own scripts find window.Tandem", async () => {
  await using app = await mount(Counter);
  expect((app.window as { Tandem?: { version: string } }).Tandem?.version).toMatch(/^\d/);
});

it("K2: apps mounted at the same time share nothing", async () => {
  await using one = await mount(Counter);
  await using other = await mount(Shout, { clock: 5 });
  await one.clock.advance(1_000);
  await Promise.all([
    one.user.click(one.screen.getByRole("button")),
    other.user.type(other.screen.getByRole("textbox"), "abc"),
  ]);
  expect(one.window).not.toBe(other.window);
  expect(one.document.activeElement).toBe(one.screen.getByRole("button"));
  expect(other.document.activeElement).toBe(other.screen.getByRole("textbox"));
  expect(other.screen.getByRole("textbox")).toHaveProperty("value", "ABC");
  expect(other.clock.now()).toBe(5);
  expect(one.screen.queryByRole("textbox")).toBeNull();
});

it("K3: an unknown option is refused, with the nearest that exists", async () => {
  const misspelt = { expectError: true } as object;
  const refusal = await mount(Counter, misspelt).catch((error: Error) => error);
  expect(refusal).toMatchObject({ code: "options/unknown", message: expect.stringContaining('"expectErrors"') });
});

it("K3: what is no app is refused", async () => {
  expect(codeOf(await mount({} as never).catch((error: unknown) => error))).toBe("app/no-default-export");
});

it("K3: missing packages are named, with the command that installs them", async () => {
  const missing = Object.assign(new Error("no such package"), { code: "ERR_MODULE_NOT_FOUND" });
  const refusal = await loadDomPackages(() => Promise.reject(missing)).catch((error: Error) => error);
  expect(refusal).toMatchObject({
    code: "testing/missing-packages",
    message: expect.stringContaining("npm install --save-dev happy-dom"),
  });
  const other = new Error("broken");
  await expect(loadDomPackages(() => Promise.reject(other))).rejects.toBe(other);
});

it("K4: an app that cannot start rejects with its own error", async () => {
  const failure = new Error("no database");
  const Broken = () => {
    throw failure;
  };
  await expect(mount(Broken)).rejects.toBe(failure);
});

it("K5: address, headers, limits and time reach the session", async () => {
  const seen: unknown[] = [];
  function Facts() {
    const { request, limits, development, clock } = session;
    seen.push(request.url, request.headers["accept-language"], limits.heartbeat, development, clock.now());
    return <p>hello</p>;
  }
  await using app = await mount(makeApp(Facts, { limits: { retention: 7 } }), {
    url: "https://desk.example/tools?x=1",
    request: { headers: { "accept-language": "de" } },
    limits: { heartbeat: 3_000 },
    development: false,
    clock: new Date("2030-05-06T07:08:09Z"),
  });
  const start = Date.UTC(2030, 4, 6, 7, 8, 9);
  expect(seen).toEqual(["https://desk.example/tools?x=1", "de", 3_000, false, start]);
  expect(app.session.limits.retention).toBe(7);
  expect(app.window.location.href).toBe("https://desk.example/tools?x=1");
});

it("K6: a page that may not connect keeps what is done on it", async () => {
  const clicks = signal(0);
  await using app = await mount(() => <button onClick={() => clicks.value++}>Click</button>, { connected: false });
  await app.user.click(app.screen.getByRole("button"));
  expect(app.connection.kind).toBe("connecting");
  expect(clicks.peek()).toBe(0);
  app.network.resume();
  await app.settle();
  expect(app.connection.kind).toBe("connected");
  expect(clicks.peek()).toBe(1);
});
