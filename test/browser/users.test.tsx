import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { createHandler, session, signal, type Handler, type User } from "tandem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";
import { RefusingProxy } from "../support/refusing-proxy.ts";

interface Person {
  id: string;
  name: string;
}

function Desk() {
  const clicks = signal(0);
  return (
    <main>
      <h1>Good day, {(session.user as Person).name}</h1>
      <button onClick={() => clicks.value++}>Clicked {clicks}</button>
    </main>
  );
}

describe("people at a real browser", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launchChromium()));
  afterAll(() => browser.close());

  let people: Map<string, Person>;
  let desk: Handler;
  let server: Server;
  let proxy: RefusingProxy;
  let context: BrowserContext;

  beforeEach(async () => {
    people = new Map([["a", { id: "ada", name: "Ada" }]]);
    desk = createHandler(Desk, {
      basePath: "/desk",
      log: () => {},
      limits: PATIENT_LIMITS,
      authenticate: ({ cookies }) =>
        (people.get(cookies["sid"] ?? "") as User | undefined) ??
        new Response(null, { status: 303, headers: { Location: "/login" } }),
    });
    server = createServer((request, response) =>
      desk.listener(request, response, () => {
        if (request.url === "/in") response.setHeader("Set-Cookie", "sid=a; Path=/; HttpOnly; SameSite=Lax");
        response.setHeader("Content-Type", "text/html").end("<title>Log in</title><h1>Log in</h1>");
      }),
    );
    desk.attach(server);
    await once(server.listen(0, "127.0.0.1"), "listening");
    proxy = await RefusingProxy.start((server.address() as AddressInfo).port);
    proxy.upgrades = "carried";
    context = await browser.newContext();
  });
  afterEach(async () => {
    await context.close();
    await proxy.close();
    server.close();
    await desk.close();
  });

  /** By its name, as a page that has lost its line has one more. */
  const press = (page: Page) => page.getByRole("button", { name: "Clicked" }).click();
  const open = async () => {
    const page = await context.newPage();
    const url = `http://127.0.0.1:${proxy.port}`;
    await page.goto(`${url}/desk`);
    await page.getByRole("heading", { name: "Log in" }).waitFor();
    await page.goto(`${url}/in`);
    await page.goto(`${url}/desk`);
    await page.getByRole("heading", { name: "Good day, Ada" }).waitFor();
    await press(page);
    await page.getByText("Clicked 1").waitFor();
    return page;
  };

  it("O23: a page whose person is still there goes on after its line broke", async () => {
    const page = await open();
    proxy.cut();
    await press(page);
    await page.getByText("Clicked 2").waitFor();
  });

  it("O23: a page whose person has logged out meanwhile ends up at the log-in", async () => {
    const page = await open();
    people.clear();
    proxy.cut();
    await page.getByRole("heading", { name: "Log in" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/login");
  });

  it("O26: a disconnected user's page says so, and does not come back", async () => {
    await context.clock.install();
    const page = await open();
    people.clear();
    expect(await desk.disconnectUser("ada", { message: "You have logged out." })).toBe(1);
    const overlay = page.getByRole("alert");
    await overlay.getByText("You have logged out.").waitFor();
    const asked = proxy.requests.length;
    proxy.cut();
    await page.clock.runFor(60_000);
    expect(proxy.requests.slice(asked)).toEqual([]);
    await page.reload();
    await page.getByRole("heading", { name: "Log in" }).waitFor();
  });
});
