import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import type { Server } from "../../src/server/listen.ts";
import { serve } from "../../src/server/serve.ts";
import { session } from "../../src/session/facade.ts";
import { launchChromium } from "../support/chromium.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";
import { RefusingProxy } from "../support/refusing-proxy.ts";

/** Sessions that ended. */
let ended = 0;

function Counter() {
  session.onEnded(() => void ended++);
  const clicks = signal(0);
  return <button onClick={() => clicks.value++}>Clicked {clicks}</button>;
}

const MINUTE = 60_000;

describe("where WebSockets do not get through", () => {
  let browser: Browser;
  let server: Server;
  let proxy: RefusingProxy;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await serve(Counter, { port: 0, log: () => {}, limits: PATIENT_LIMITS });
    proxy = await RefusingProxy.start(server.port);
    page = await browser.newPage();
  });
  afterEach(async () => {
    await page.close();
    await proxy.close();
    await server.close();
  });

  const open = () => page.goto(`http://localhost:${proxy.port}/`);
  const click = () => page.getByRole("button").first().click();
  const shows = (text: string) => page.getByRole("button", { name: text }).waitFor();
  const lines = () => proxy.requests.filter((path) => path === "/_tandem/line");
  const polls = () => proxy.requests.filter((path) => path === "/_tandem/line/down");
  const connected = () => page.locator(".tandem-reconnect").waitFor({ state: "detached" });

  it("B83: the page goes on over HTTP by itself, and what was done meanwhile is kept", async () => {
    await open();
    await click();
    await click();
    await shows("Clicked 2");
    await click();
    await shows("Clicked 3");
    // Twice in vain; once more where HTTP takes longer to load than the pause before.
    expect(proxy.attempts).toBeGreaterThanOrEqual(2);
    const { attempts } = proxy;
    await click();
    await shows("Clicked 4");
    expect([proxy.attempts, polls()]).toEqual([attempts, []]);
    expect(proxy.requests.some((path) => path.startsWith("/_tandem/tandem-http-"))).toBe(true);
  });

  it("B83: also where they neither open nor fail, in 5 s", async () => {
    proxy.upgrades = "hanging";
    await open();
    await click();
    await shows("Clicked 1");
    // Once in vain; once more where HTTP takes longer to load than the pause before.
    expect(proxy.attempts).toBeGreaterThanOrEqual(1);
    const { attempts } = proxy;
    await click();
    await shows("Clicked 2");
    expect([proxy.attempts, polls()]).toEqual([attempts, []]);
  });

  it("B83: a page that is loaded again does not try them first, and has the same policy", async () => {
    await open();
    await click();
    await shows("Clicked 1");
    const { attempts } = proxy;
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.reload();
    await click();
    await shows("Clicked 1");
    expect([proxy.attempts, complaints]).toEqual([attempts, []]);
  });

  it("B84: they are tried again at the first reconnect after 5 minutes", async () => {
    const now = Date.now();
    await page.clock.setFixedTime(now);
    await open();
    await click();
    await shows("Clicked 1");
    proxy.upgrades = "carried";
    const { attempts } = proxy;
    proxy.cut();
    await click();
    await shows("Clicked 2");
    expect(proxy.attempts).toBe(attempts);
    await page.clock.setFixedTime(now + 5 * MINUTE + 1_000);
    proxy.cut();
    await click();
    await shows("Clicked 3");
    expect(proxy.attempts).toBe(attempts + 1);
    const requests = proxy.requests.length;
    await click();
    await shows("Clicked 4");
    expect(proxy.requests).toHaveLength(requests);
  });

  it("B85: a server that is away is no reason to leave them", async () => {
    proxy.upgrades = "carried";
    await open();
    await click();
    await shows("Clicked 1");
    proxy.isAway = true;
    proxy.cut();
    await page.locator(".tandem-reconnect").waitFor();
    // More often in vain than makes a page look for another way.
    await page.waitForFunction(() => /Trying again in [2-9]/.test(document.body.textContent!));
    proxy.isAway = false;
    // As a browser tells a page; not by a click, as the page may come back by itself at any moment.
    await page.evaluate(() => void dispatchEvent(new Event("online")));
    await connected();
    await click();
    await shows("Clicked 2");
    expect([proxy.attempts, lines()]).toEqual([2, []]);
  });

  it("B86: where even a stream is held back, the page asks again and again", async () => {
    proxy.buffers = true;
    await open();
    await click();
    await shows("Clicked 1");
    expect(polls().length).toBeGreaterThan(0);
    const { attempts } = proxy;
    const before = lines().length;
    await page.reload();
    await click();
    await shows("Clicked 1");
    expect([proxy.attempts, lines().length]).toEqual([attempts, before + 1]);
  });

  it("B87: a tab that is closed says goodbye over HTTP, too", async () => {
    await open();
    await click();
    await shows("Clicked 1");
    const before = ended;
    await page.goto("about:blank");
    await expect.poll(() => ended).toBe(before + 1);
    expect(proxy.requests.at(-1)).toBe("/_tandem/line/up");
  });
});
