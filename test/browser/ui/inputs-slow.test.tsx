import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { serve, signal } from "tandem";
import { NumberInput, PasswordInput, Slider, TextInput } from "tandem/ui";
import { launchChromium } from "../../support/chromium.ts";
import { eventually } from "../../support/gallery-visit.ts";
import { latencyProxy } from "../../support/latency-proxy.ts";
import { PATIENT_LIMITS } from "../../support/patient-limits.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const password = signal("");
const name = signal("");
const weight = signal<number | null>(null);
const volume = signal(0);
/** What the slider's signal has held, in order. */
const volumes: number[] = [];

const Inputs = () => (
  <main>
    <PasswordInput label="Password" bind={password} />
    <TextInput label="Name" bind={name} maxLength={200} showCount onChange={(text) => name.set(text.toUpperCase())} />
    <NumberInput label="Weight" bind={weight} max={1000} />
    <Slider label="Volume" bind={volume} onChange={(value) => volumes.push(value)} />
  </main>
);

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

it("U82: what is typed before the page's script has come is kept, a password too", async () => {
  await using opened = await WidgetPage.start(Inputs);
  const { page } = opened;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/tandem.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(opened.server.url, { waitUntil: "commit" });
  await field(page, "Password").fill("hunter2");
  await field(page, "Weight").fill("1.50");
  release();
  await eventually(() => [password.peek(), weight.peek()]).toEqual(["hunter2", 1.5]);
  expect(await field(page, "Password").inputValue()).toBe("hunter2");
  expect(await field(page, "Weight").inputValue()).toBe("1.50");
  await field(page, "Password").press("End");
  await page.keyboard.type("!");
  await eventually(() => password.peek()).toBe("hunter2!");
  expect(await field(page, "Password").inputValue()).toBe("hunter2!");
});

it("U82: on a slow line nothing that comes late takes back what is typed or moved meanwhile", async () => {
  const server = await serve(Inputs, { port: 0, log: () => {}, limits: PATIENT_LIMITS });
  const line = await latencyProxy(server.port, 200);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${line.port}/`);
    await page.evaluate(() => customElements.whenDefined("tandem-range"));
    const text = "the quick brown fox jumps over the lazy dog";
    await field(page, "Name").pressSequentially(text, { delay: 20 });
    expect((await field(page, "Name").inputValue()).toLowerCase()).toBe(text);
    await eventually(() => field(page, "Name").inputValue()).toBe(text.toUpperCase());
    await field(page, "Volume").focus();
    const shown: number[] = [];
    for (let presses = 1; presses <= 30; presses++) {
      await page.keyboard.press("ArrowRight");
      shown.push(Number(await field(page, "Volume").inputValue()));
    }
    expect(shown).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    await eventually(() => volume.peek()).toBe(30);
    expect(volumes).toEqual(volumes.toSorted((one, other) => one - other));
    expect(await field(page, "Volume").inputValue()).toBe("30");
  } finally {
    await browser.close();
    await line.close();
    await server.close();
  }
});

it("U36: who joins a session with a password in it sees an empty field", async () => {
  const { session } = await import("tandem");
  let shareUrl = "";
  const Shared = () => {
    shareUrl = session.shareUrl();
    return (
      <main>
        <PasswordInput label="Password" bind={password} />
        <TextInput label="Name" bind={name} />
      </main>
    );
  };
  password.set("");
  await using opened = await WidgetPage.open(Shared);
  await field(opened.page, "Password").fill("correct horse");
  await field(opened.page, "Name").fill("Ada");
  await eventually(() => password.peek()).toBe("correct horse");
  const other = await opened.page.context().newPage();
  await other.goto(new URL(shareUrl, opened.server.url).href);
  await eventually(() => field(other, "Name").inputValue()).toBe("Ada");
  expect(await field(other, "Password").inputValue()).toBe("");
  await field(opened.page, "Password").press("End");
  await opened.page.keyboard.type("!");
  await field(opened.page, "Name").fill("Grace");
  await eventually(() => field(other, "Name").inputValue()).toBe("Grace");
  expect(await field(other, "Password").inputValue()).toBe("");
  expect(await field(opened.page, "Password").inputValue()).toBe("correct horse!");
});
