import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { app, Link, page, PageView, signal, type App, type Component } from "../../src/index.ts";
import { serve } from "../../src/server/serve.ts";
import { launchChromium } from "../support/chromium.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";
import { RealProxy, type ProxyRecipe } from "./real-proxy.ts";
import { haproxy, HAPROXY_REFUSES_UPGRADES, nginx, NGINX_HOLDS_BACK, NGINX_UPGRADES } from "./recipes.ts";

function Counter() {
  const clicks = signal(0);
  return <button onClick={() => clicks.value++}>Clicked {clicks}</button>;
}

let browser: Browser;
const closers: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** The counter behind a proxy, and what the page asked for. */
async function behind(recipe: (app: number) => ProxyRecipe, basePath = "", served: App | Component = Counter) {
  const server = await serve(served, { port: 0, basePath, log: () => {}, limits: PATIENT_LIMITS });
  closers.push(() => server.close());
  const proxy = await RealProxy.start(recipe(server.port));
  closers.push(() => proxy.close());
  const page = await browser.newPage();
  closers.push(() => page.close());
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const open = async () => {
    await page.goto(`http://localhost:${proxy.port}${basePath}/`, { waitUntil: "commit" });
    await countLosses(page);
  };
  const count = (ending: string) => asked.filter((path) => path.endsWith(ending)).length;
  return { page, proxy, open, count };
}

/** Keeps, in the page, how often it lost its connection. */
const countLosses = (page: Page) =>
  page.evaluate(() => {
    const facts = document.documentElement.dataset;
    facts["losses"] = "0";
    document.addEventListener("tandem:disconnected", () => (facts["losses"] = String(Number(facts["losses"]) + 1)));
  });

const lossesReach = (page: Page, count: number) =>
  page.waitForFunction((least) => Number(document.documentElement.dataset["losses"]) >= least, count);
const click = (page: Page) => page.getByRole("button").first().click();
const shows = (page: Page, text: string) => page.getByRole("button", { name: text, exact: true }).waitFor();

describe("behind nginx, below /tools/", () => {
  it("H80: a WebSocket is carried where nginx is told to", async () => {
    const { page, open, count } = await behind((app) => nginx(app, NGINX_UPGRADES), "/tools");
    await open();
    await click(page);
    await shows(page, "Clicked 1");
    expect(count("/_tandem/line")).toBe(0);
  });

  it("H80: where it is not told, the page goes on with an event stream, which its buffers let through", async () => {
    const { page, open, count } = await behind((app) => nginx(app), "/tools");
    await open();
    for (let clicks = 1; clicks <= 3; clicks++) {
      await click(page);
      await shows(page, `Clicked ${clicks}`);
    }
    expect([count("/_tandem/line/up") > 0, count("/_tandem/line/down")]).toEqual([true, 0]);
  });

  it("H80: where its buffers hold everything back, the page goes on by polling", async () => {
    const { page, open, count } = await behind((app) => nginx(app, NGINX_HOLDS_BACK), "/tools");
    await open();
    for (let clicks = 1; clicks <= 3; clicks++) {
      await click(page);
      await shows(page, `Clicked ${clicks}`);
    }
    expect(count("/_tandem/line/down")).toBeGreaterThan(0);
  });
});

describe("pages behind nginx, below /tools/", () => {
  it("N53: have their addresses, links, history and redirects below the path", async () => {
    const start = page({ path: "/", component: () => <Link to="/items/1">Item 1</Link> });
    const item = page({
      path: "/items/:id",
      component: ({ params }) => (
        <>
          <h1>Item {params.id}</h1>
          <a href="/tools/items/2">Item 2</a>
        </>
      ),
    });
    const login = page({ path: "/login", component: () => <h1>Log in</h1> });
    const inner = page({ path: "/inner", guard: () => "/login" });
    const pages = app(PageView, { pages: [start, item, login, inner], notFound: () => <h1>Nothing here</h1> });
    const { page: at, proxy, open } = await behind((port) => nginx(port, NGINX_UPGRADES), "/tools", pages);
    const shows = (title: string) => at.getByRole("heading", { name: title }).waitFor();
    const pathOf = () => new URL(at.url()).pathname;
    await open();
    await at.getByText("Item 1").click();
    await shows("Item 1");
    await at.getByText("Item 2").click();
    await shows("Item 2");
    expect(pathOf()).toBe("/tools/items/2");
    await at.goBack();
    await shows("Item 1");
    expect(pathOf()).toBe("/tools/items/1");
    await at.reload();
    await shows("Item 1");
    await at.goto(`http://localhost:${proxy.port}/tools/inner?next=1`);
    await shows("Log in");
    expect(new URL(at.url()).href).toBe(`http://localhost:${proxy.port}/tools/login?next=1`);
    const unknown = await at.goto(`http://localhost:${proxy.port}/tools/unknown`);
    expect(unknown!.status()).toBe(404);
    await shows("Nothing here");
  });
});

describe("behind HAProxy", () => {
  for (const [name, line, lines] of [
    ["a WebSocket", "", 0],
    ["an event stream", HAPROXY_REFUSES_UPGRADES, 1],
  ] as const) {
    it(`H81: ${name} that it cuts when idle comes back, and no click is lost or counted twice`, async () => {
      const { page, open, count } = await behind((app) => haproxy(app, line));
      await open();
      for (let clicks = 1; clicks <= 3; clicks++) {
        await click(page);
        await lossesReach(page, clicks);
      }
      await shows(page, "Clicked 3");
      expect(count("/_tandem/line") >= lines).toBe(true);
    });

    it(`H81: ${name} outlives its restart, with what was clicked meanwhile`, async () => {
      const { page, proxy, open } = await behind((app) => haproxy(app, line));
      await open();
      await click(page);
      await shows(page, "Clicked 1");
      await proxy.halt();
      await lossesReach(page, 1);
      await click(page);
      await click(page);
      await proxy.run();
      await shows(page, "Clicked 3");
    });
  }
});
