import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { app, apps, serve, session, type Server } from "tandem";
import { launchChromium } from "../support/chromium.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";

const Lobby = () => (
  <main>
    <p>Zone {() => session.info.timezone}</p>
    <button onClick={() => session.goApp("chat")}>New window</button>
    <button onClick={() => session.goApp("chat", { newWindow: false })}>This tab</button>
  </main>
);
const Chat = app(() => <h1>Chat room</h1>, { title: "Chat" });

describe("other apps of the server", () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    browser = await launchChromium();
    server = await serve(apps({ "": Lobby, chat: Chat }), { port: 0, log: () => {}, limits: PATIENT_LIMITS });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it("I20: goApp opens another app in a new window, or in place of the page", async () => {
    const page = await browser.newPage();
    await page.goto(server.url);
    const [opened] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("button", { name: "New window" }).click(),
    ]);
    await opened.getByRole("heading", { name: "Chat room" }).waitFor();
    expect(new URL(opened.url()).pathname).toBe("/chat");
    expect(await opened.evaluate("window.opener")).toBeNull();
    await page.getByRole("button", { name: "This tab" }).click();
    await page.waitForURL("**/chat");
    await page.getByRole("heading", { name: "Chat room" }).waitFor();
    await page.context().close();
  });

  it("I22: where the browser opens no window, a notice has a link to the app", async () => {
    const page = await browser.newPage();
    await page.addInitScript("window.open = () => null");
    await page.goto(server.url);
    await page.getByRole("button", { name: "New window" }).click();
    const link = page.getByRole("status").getByRole("link", { name: "Open Chat" });
    const [opened] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
    await opened.getByRole("heading", { name: "Chat room" }).waitFor();
    await expect.poll(() => link.count()).toBe(0);
    await page.context().close();
  });

  it("I6: a page says its zone, for itself and for the next first paint", async () => {
    const context = await browser.newContext({ timezoneId: "America/Argentina/Salta" });
    const page = await context.newPage();
    const first = await (await page.goto(server.url))!.text();
    expect(first).toMatch(/Zone .*UTC/);
    await page.getByText("Zone America/Argentina/Salta").waitFor();
    const next = await (await page.goto(server.url))!.text();
    expect(next).toContain("America/Argentina/Salta");
    await context.close();
  });
});
