import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { systemClock } from "../../src/core/clock.ts";
import { serve } from "../../src/server/serve.ts";
import type { Server } from "../../src/server/listen.ts";
import { modelApp, type Journal } from "../faults/model-app.tsx";
import { TCP_LIMITS } from "../faults/tcp-run.ts";
import { TcpFaultProxy } from "../faults/tcp-fault-proxy.ts";
import { launchChromium } from "../support/chromium.ts";

type Fault = (proxy: TcpFaultProxy) => void;

const faults: Record<string, Fault> = {
  "cut in mid-frame, up": (proxy) => proxy.line?.cutAfter("up", 5),
  "cut in mid-frame, down": (proxy) => proxy.line?.cutAfter("down", 5),
  reset: (proxy) => proxy.line?.reset(),
  "half-open, the server's half left": (proxy) => proxy.line?.halfOpen("client"),
  "half-open, the page's half left": (proxy) => proxy.line?.halfOpen("server"),
  "black hole": (proxy) => {
    proxy.swallow();
    setTimeout(() => proxy.accept(), 300);
  },
  refused: (proxy) => {
    proxy.refuse();
    proxy.line?.reset();
    setTimeout(() => proxy.accept(), 300);
  },
};

let browser: Browser;
let server: Server;
let proxy: TcpFaultProxy;
let page: Page;
let journal: Journal;

beforeAll(async () => {
  const app = modelApp(systemClock, (opened) => (journal = opened));
  server = await serve(app, { port: 0, limits: TCP_LIMITS, log: () => {}, closeTimeout: 500 });
  proxy = await TcpFaultProxy.start(server.port);
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${proxy.port}/`);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await proxy.close();
});

describe("a page in Chromium, on a line that fails", () => {
  let clicks = 0;

  it.each(Object.keys(faults))("L50: %s: every click counts once, and the screen is the server's", async (name) => {
    await page.click(".count");
    faults[name]!(proxy);
    await page.click(".count");
    await page.click(".add");
    clicks += 2;
    const shown = `Clicked ${clicks} times in 0 ticks`;
    await page.waitForFunction((text) => document.querySelector("h1")!.textContent === text, shown);
    const rows = journal.acts.filter(({ kind }) => kind === "add").length;
    await page.waitForFunction((count) => document.querySelectorAll("li").length === count, rows);
    expect(journal.acts.filter(({ kind }) => kind === "count")).toHaveLength(clicks);
    expect(rows).toBe(clicks / 2);
  });
});
