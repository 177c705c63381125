import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import type { Server } from "../../src/server/listen.ts";
import { serve } from "../../src/server/serve.ts";
import { app } from "../../src/session/app.ts";
import { session } from "../../src/session/facade.ts";
import { Show } from "../../src/view/flow/show.ts";
import { ref } from "../../src/view/ref.ts";
import { For } from "../../src/view/flow/for.ts";
import { launchChromium } from "../support/chromium.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";

function Surroundings() {
  const { window } = session;
  const [wide, hidden, removed, box] = [signal(false), signal(false), signal(false), ref()];
  const size = session.elementSize(box);
  const lines = signal(Array.from({ length: 100 }, (_, line) => line));
  return (
    <main>
      <p id="window">
        {window.width} × {window.height} {window.pointer} {window.colorScheme} {() => String(window.visible.value)}
      </p>
      <p id="size">{() => `${size.value?.width} × ${size.value?.height}`}</p>
      <Show when={() => !removed.value}>
        {() => (
          <div ref={box} hidden={hidden} style="width: max-content; border: 2px solid; padding: 10px 8px">
            <div style={() => `height: 20px; width: ${wide.value ? 220 : 100}px`} />
          </div>
        )}
      </Show>
      <button onClick={() => (wide.value = true)}>Widen</button>
      <button onClick={() => (hidden.value = !hidden.value)}>Hide</button>
      <button onClick={() => (removed.value = !removed.value)}>Remove</button>
      <p id="theme">{session.resolvedTheme}</p>
      <button onClick={() => session.setTheme({ theme: "dark", surface: "rgb(1, 2, 3)" })}>Dark</button>
      <button onClick={() => session.setTheme({ theme: "auto", surface: null })}>Auto</button>
      <button onClick={() => session.setEnv({ autoScrollBottom: true, outputMaxWidth: "300px" })}>Follow</button>
      <button
        style="position: fixed; top: 0"
        onClick={() => lines.update((all) => [...all, ...all.map((line) => line + all.length)])}
      >
        More
      </button>
      <div style="background: var(--tandem-surface)" id="surface">
        <For each={lines}>{(line) => <p>{line}</p>}</For>
      </div>
    </main>
  );
}

describe("what surrounds the screen", () => {
  let browser: Browser;
  let server: Server;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    const light = app(Surroundings, { theme: "light" });
    server = await serve(light, { port: 0, log: () => {}, limits: PATIENT_LIMITS });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  afterEach(() => page.close());

  async function open(options: { colorScheme?: "light" | "dark"; javaScriptEnabled?: boolean } = {}) {
    page = await browser.newPage({ viewport: { width: 800, height: 500 }, ...options });
    await page.goto(server.url);
  }

  const shows = (id: string, text: string) => page.locator(`#${id}`, { hasText: text }).waitFor();
  const press = (name: string) => page.getByRole("button", { name }).click();
  const surface = () => page.locator("#surface").evaluate((element) => getComputedStyle(element).backgroundColor);
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

  it("I50: the page tells of its window, and of a resize", async () => {
    await open({ colorScheme: "dark" });
    await shows("window", "800 × 500 fine dark true");
    await page.setViewportSize({ width: 640, height: 480 });
    await shows("window", "640 × 480 fine dark true");
    await page.emulateMedia({ colorScheme: "light" });
    await shows("window", "640 × 480 fine light true");
  });

  it("I62: an element's size follows its content, its hiding and its coming back, without a resize of the window", async () => {
    await open();
    await shows("size", "120 × 44");
    await press("Widen");
    await shows("size", "240 × 44");
    await press("Hide");
    await shows("size", "0 × 0");
    await press("Remove");
    await shows("size", "undefined × undefined");
    await press("Remove");
    await shows("size", "0 × 0");
    await press("Hide");
    await shows("size", "240 × 44");
  });

  it("I54: the theme is in the first paint, without a script, whatever the system prefers", async () => {
    await open({ colorScheme: "dark", javaScriptEnabled: false });
    expect([await surface(), await scheme()]).toEqual(["rgb(255, 255, 255)", "light"]);
  });

  it("I54, I55, I56: it changes live, and Tandem's own styles follow", async () => {
    await open({ colorScheme: "dark" });
    await shows("theme", "light");
    await press("Dark");
    await shows("theme", "dark");
    await expect.poll(async () => [await surface(), await scheme()]).toEqual(["rgb(1, 2, 3)", "dark"]);
    await press("Auto");
    await page.locator("html:not([data-theme])").waitFor();
    await expect.poll(surface).toBe("rgb(32, 37, 46)");
    await page.emulateMedia({ colorScheme: "light" });
    await shows("theme", "light");
    await expect.poll(surface).toBe("rgb(255, 255, 255)");
  });

  it("I59, I60: the content has its width, and the page stays at its end unless the person leaves it", async () => {
    await open();
    await press("Follow");
    await page.waitForFunction(() => document.getElementById("tandem-root")!.clientWidth === 300);
    const fromEnd = () =>
      page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight - window.scrollY);
    const settled = (lines: number) => page.locator("#surface p", { hasText: new RegExp(`^${lines - 1}$`) }).waitFor();
    await page.waitForFunction(() => window.scrollY > 0);
    await press("More");
    await settled(200);
    await expect.poll(fromEnd).toBeLessThan(2);
    await page.evaluate(() => window.scrollTo(0, 100));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await press("More");
    await settled(400);
    expect(await page.evaluate(() => window.scrollY)).toBe(100);
  });
});
