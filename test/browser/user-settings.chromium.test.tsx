import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Server } from "../../src/server/listen.ts";
import { serve } from "../../src/server/serve.ts";
import { app } from "../../src/session/app.ts";
import { session } from "../../src/session/facade.ts";
import { UserSettings } from "../../src/session/settings/user-settings.ts";
import { effect } from "../../src/reactive/effect.ts";
import { launchChromium } from "../support/chromium.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";

class Preferences extends UserSettings {
  static override readonly section = "preferences";
  name = "nobody";
  theme: "auto" | "dark" = "auto";
  notes = "";
}

function Settings() {
  const preferences = session.get(Preferences);
  effect(() => session.setTheme(preferences.theme));
  return (
    <main>
      <h1>Hello, {() => preferences.name}!</h1>
      <input
        aria-label="Name"
        value={() => preferences.name}
        onInput={({ value }) => {
          preferences.name = value;
        }}
      />
      <button
        onClick={() => {
          preferences.theme = "dark";
        }}
      >
        Dark
      </button>
      <button
        onClick={() => {
          preferences.notes = "n".repeat(2_000);
        }}
      >
        Note
      </button>
      <button onClick={() => preferences.reset()}>Forget</button>
      <p>{() => `${preferences.isLoaded ? "Loaded" : "Not loaded"}, ${preferences.notes.length} characters`}</p>
    </main>
  );
}

describe("user settings", () => {
  let browser: Browser;
  let context: BrowserContext;
  let server: Server;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await serve(app(Settings, { attachments: [Preferences] }), {
      port: 0,
      log: () => {},
      limits: PATIENT_LIMITS,
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    context = await browser.newContext();
  });
  afterEach(() => context.close());

  async function open(): Promise<Page> {
    const page = await context.newPage();
    await page.goto(server.url);
    await shows(page, "Loaded");
    return page;
  }
  const shows = (page: Page, text: string) => page.getByText(text).waitFor();
  const press = (page: Page, name: string) => page.getByRole("button", { name }).click();
  /** As the server painted the next page. */
  const firstPaint = async () => (await context.request.get(server.url)).text();

  it("A13, A15, A16: they survive the tab, and are in the next first paint with the theme that follows them", async () => {
    const page = await open();
    await page.getByLabel("Name").fill("Ada = ü");
    await press(page, "Dark");
    await page.locator("html[data-theme=dark]").waitFor();
    await page.waitForFunction(() => localStorage.getItem("tandem::preferences:theme") === '"dark"');
    await page.close();
    const painted = await firstPaint();
    expect(painted).toContain("Ada = ü");
    expect(painted).toContain('data-theme="dark"');
    const again = await open();
    await shows(again, "Hello, Ada = ü!");
    expect(await again.evaluate(() => localStorage.getItem("tandem::preferences:theme"))).toBe('"dark"');
  });

  it("A15: what is larger comes when the page attaches", async () => {
    const page = await open();
    await page.getByLabel("Name").fill("Ada");
    await press(page, "Note");
    await shows(page, "2000 characters");
    // What is shown may come before it is kept.
    await page.waitForFunction(() => (localStorage.getItem("tandem::preferences:notes") ?? "").length > 2_000);
    await page.reload();
    await shows(page, "Loaded, 2000 characters");
    await shows(page, "Hello, Ada!");
    expect(await firstPaint()).toContain("nobody");
  });

  it("A19, A41: another tab's session follows, typing and forgetting", async () => {
    const [one, two] = [await open(), await open()];
    await one.getByLabel("Name").press("End");
    await one.getByLabel("Name").pressSequentially(" and Bob");
    await shows(two, "Hello, nobody and Bob!");
    await two.getByLabel("Name").fill("Cy");
    await shows(one, "Hello, Cy!");
    await press(two, "Forget");
    await shows(one, "Hello, nobody!");
    await expect.poll(() => one.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await expect
      .poll(() => context.cookies())
      .not.toContainEqual(expect.objectContaining({ name: "tandem-settings.preferences" }));
  });
});
