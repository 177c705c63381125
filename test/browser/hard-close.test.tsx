import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import { createHandler } from "../../src/server/handler.ts";
import type { Server } from "../../src/server/listen.ts";
import { serve } from "../../src/server/serve.ts";
import type { CloseOptions } from "../../src/session/closing.ts";
import { session } from "../../src/session/facade.ts";
import { launchChromium } from "../support/chromium.ts";
import { closeServer } from "../support/close-server.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";
import { RefusingProxy } from "../support/refusing-proxy.ts";

const MINUTE = 60_000;
const THANKS = "Thanks for your submission.";

/** Link to the session of the page that was opened last. */
let link = "";
let close: (options?: CloseOptions) => Promise<void>;

function Form() {
  link = session.shareUrl({ origin: "" });
  close = session.close.bind(session);
  const text = signal("Submit");
  const end = (options: CloseOptions) => () => {
    text.value = "Submitted";
    return session.close(options);
  };
  if (session.request.url.endsWith("?closed")) void session.close({ hard: true, message: THANKS });
  return (
    <main>
      <button onClick={end({ hard: true, message: THANKS })}>{text}</button>
      <button onClick={end({})}>Leave</button>
    </main>
  );
}

/** Has each page of a context keep what it tells on its document, and to its parent. */
const record = (context: BrowserContext) =>
  context.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    for (const name of ["connecting", "connected", "disconnected", "reconnected", "closed"]) {
      document.addEventListener(`tandem:${name}`, (event) => {
        const { message } = ((event as CustomEvent).detail ?? {}) as { message?: string };
        told.push(message === undefined ? name : [name, message]);
      });
    }
    addEventListener("message", ({ data }) => told.push(["message", data]));
  });

const toldBy = (page: Page | Frame) => page.evaluate(() => (window as unknown as { told: unknown[] }).told);

/** What a page asks the network for, from now on. */
function traffic(page: Page): string[] {
  const asked: string[] = [];
  page.on("websocket", (socket) => asked.push(socket.url()));
  page.on("request", (request) => asked.push(request.url()));
  return asked;
}

/** Lets a minute pass, and all happen that makes a page look for its line. */
async function tempt(page: Page): Promise<void> {
  await page.clock.runFor(MINUTE / 2);
  await page.evaluate(() => {
    dispatchEvent(new Event("offline"));
    dispatchEvent(new Event("online"));
    document.dispatchEvent(new Event("visibilitychange"));
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await page.clock.runFor(MINUTE / 2);
}

let browser: Browser;
let context: BrowserContext;
let server: Server;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await serve(Form, { port: 0, log: () => {}, limits: PATIENT_LIMITS });
  context = await browser.newContext();
  await record(context);
  await context.clock.install();
});
afterEach(async () => {
  await context.close();
  await server.close();
});

async function open(url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await expect.poll(() => page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toContain("connected");
  return page;
}

const submit = (page: Page | Frame) => page.getByRole("button", { name: "Submit" }).click();
const overlay = (page: Page | Frame) => page.getByRole("alert");

async function expectClosed(page: Page | Frame): Promise<void> {
  await overlay(page).waitFor();
  expect(await overlay(page).textContent()).toBe(THANKS);
  expect(await page.evaluate(() => document.querySelectorAll(".tandem-overlay").length)).toBe(1);
  expect(await page.evaluate(() => document.querySelector(".tandem-overlay")!.id)).toBe("tandem-closed-overlay");
  expect(await page.evaluate(() => document.querySelector(".tandem-reconnect"))).toBeNull();
}

describe("a hard close", () => {
  it("B92: shows the text only, tells it in order, and never reconnects", async () => {
    const page = await open(server.url);
    await submit(page);
    await expectClosed(page);
    const asked = traffic(page);
    await tempt(page);
    expect(asked).toEqual([]);
    expect(await toldBy(page)).toEqual(["connecting", "connected", "disconnected", ["closed", THANKS]]);
    await expectClosed(page);
    // What was written before the close is behind it, and the rest cannot be used.
    expect(await page.locator("main").textContent()).toBe("SubmittedLeave");
    expect(await page.evaluate(() => document.querySelector<HTMLElement>("#tandem-root")!.inert)).toBe(true);
  });

  it("B92: does so in every page of the session", async () => {
    const first = await open(server.url);
    const second = await open(server.url + link.slice(1));
    await submit(second);
    for (const page of [first, second]) {
      await expectClosed(page);
      const asked = traffic(page);
      await tempt(page);
      expect(asked).toEqual([]);
      expect(await toldBy(page)).toEqual(["connecting", "connected", "disconnected", ["closed", THANKS]]);
    }
  });

  for (const buffers of [false, true]) {
    it(`B92: does so over ${buffers ? "polling" : "an event stream"}`, async () => {
      const proxy = await RefusingProxy.start(server.port);
      proxy.buffers = buffers;
      const page = await context.newPage();
      await page.goto(`http://localhost:${proxy.port}/`);
      // Asked whether it is there, and then for a stream, which is held back for as long as the page waits.
      const asked = () => proxy.requests.filter((path) => path === "/_tandem/line").length;
      await expect.poll(asked).toBeGreaterThan(1);
      if (buffers) await page.clock.runFor(5_000);
      await expect.poll(() => toldBy(page)).toContain("connected");
      await submit(page);
      await expectClosed(page);
      const more = traffic(page);
      const { attempts } = proxy;
      await tempt(page);
      expect([more, proxy.attempts]).toEqual([[], attempts]);
      expect((await toldBy(page)).slice(-2)).toEqual(["disconnected", ["closed", THANKS]]);
      await page.close();
      await proxy.close();
    });
  }

  it("B94: reaches a page that was away, when it comes back", async () => {
    const proxy = await RefusingProxy.start(server.port);
    proxy.upgrades = "carried";
    const page = await open(`http://localhost:${proxy.port}/`);
    proxy.upgrades = "hanging";
    proxy.cut();
    await page.locator(".tandem-reconnect").waitFor();
    await close({ hard: true, message: THANKS });
    proxy.upgrades = "carried";
    proxy.cut();
    await expectClosed(page);
    const asked = traffic(page);
    await tempt(page);
    expect(asked).toEqual([]);
    expect((await toldBy(page)).at(-1)).toEqual(["closed", THANKS]);
    await page.close();
    await proxy.close();
  });

  it("B94: reaches a page whose session closed while its first screen was made", async () => {
    const page = await context.newPage();
    await page.goto(`${server.url}?closed`);
    await expectClosed(page);
    expect(await page.locator("main").textContent()).toBe("SubmitLeave");
    const asked = traffic(page);
    await tempt(page);
    expect(asked).toEqual([]);
  });
});

describe("a soft close", () => {
  it("B75: says that the session has ended, offers to reload, and is no closed app", async () => {
    const page = await open(server.url);
    await page.getByRole("button", { name: "Leave" }).click();
    await overlay(page).waitFor();
    const asked = traffic(page);
    await tempt(page);
    expect(asked).toEqual([]);
    expect(await toldBy(page)).toEqual(["connecting", "connected", "disconnected"]);
    expect(await page.evaluate(() => document.querySelector("#tandem-closed-overlay"))).toBeNull();
    await page.getByRole("button", { name: "Reload" }).click();
    await page.getByRole("button", { name: "Submit" }).waitFor();
  });

  it("B75: with a code of the app's own is the same to a page", async () => {
    const page = await open(server.url);
    await close({ code: 4100, message: "Over." });
    await overlay(page).waitFor();
    expect(await overlay(page).textContent()).toContain("Over.");
    const asked = traffic(page);
    await tempt(page);
    expect(asked).toEqual([]);
  });
});

describe("in a frame", () => {
  /** A page of the same origin that shows the app in a frame. */
  async function embedded(): Promise<{ page: Page; frame: Frame; stop(): Promise<void> }> {
    const handler = createHandler(Form, { basePath: "/app", log: () => {}, limits: PATIENT_LIMITS });
    const around = createServer((request, response) =>
      handler.listener(request, response, () => {
        response.setHeader("Content-Type", "text/html");
        response.end('<!doctype html><title>Around</title><iframe src="/app/" title="App"></iframe>');
      }),
    );
    around.on("upgrade", (request, socket, head) => void handler.upgrade(request, socket, head));
    await new Promise<void>((resolve) => around.listen(0, "127.0.0.1", resolve));
    const page = await context.newPage();
    await page.goto(`http://localhost:${(around.address() as AddressInfo).port}/`);
    const frame = page.frame({ url: /\/app\/$/ })!;
    // Asked from here: what waits in the page waits for its clock, which may stand still.
    const told = () => frame.evaluate(() => (window as unknown as { told: unknown[] }).told);
    await expect.poll(told).toContain("connected");
    const stop = async () => {
      await page.close();
      await handler.close();
      await closeServer(around);
    };
    return { page, frame, stop };
  }

  it('B93: a hard close posts "closed" to the page around it, once', async () => {
    const { page, frame, stop } = await embedded();
    await submit(frame);
    await expectClosed(frame);
    await tempt(page);
    await expect.poll(() => toldBy(page)).toEqual([["message", "closed"]]);
    expect((await toldBy(frame)).at(-1)).toEqual(["closed", THANKS]);
    await stop();
  });

  it("B93: a soft end posts nothing, and neither does a page in no frame", async () => {
    const { page, frame, stop } = await embedded();
    await frame.getByRole("button", { name: "Leave" }).click();
    await overlay(frame).waitFor();
    await tempt(page);
    expect(await toldBy(page)).toEqual([]);
    await stop();
    const alone = await open(server.url);
    await submit(alone);
    await expectClosed(alone);
    expect((await toldBy(alone)).filter((word) => String(word).startsWith("message"))).toEqual([]);
  });
});
