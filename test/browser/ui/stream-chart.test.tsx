import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { serve, Show, signal } from "tandem";
import { StreamChart, streamData, type StreamSeries } from "tandem/ui";
import { attached } from "../../support/attached.ts";
import { launchChromium } from "../../support/chromium.ts";
import { eventually } from "../../support/gallery-visit.ts";
import { PATIENT_LIMITS } from "../../support/patient-limits.ts";
import { RefusingProxy } from "../../support/refusing-proxy.ts";
import { WidgetPage } from "../../support/widget-page.ts";

/** A chart whose rows a test adds: at row n, `level` is n and `wave` goes up and down. */
function made({ rollover = 1_000 } = {}) {
  const data = streamData({ columns: ["step", "level", "wave"], rollover });
  let step = 0;
  const add = (count: number) => {
    const steps = Array.from({ length: count }, () => step++);
    data.append({ step: steps, level: steps, wave: steps.map((n) => (n % 50 === 7 ? null : 50 * Math.sin(n / 9))) });
  };
  return { data, add };
}

type Series = readonly StreamSeries<"step" | "level" | "wave">[];
const LINES: Series = [
  { column: "level", label: "Level", color: "rgb(255, 0, 0)" },
  { column: "wave", label: "Wave", color: "rgb(0, 0, 255)" },
];

/** How many pixels of the canvas have nearly this colour. */
const pixels = (page: Page, color: readonly [number, number, number]) =>
  page.evaluate(([red, green, blue]) => {
    const canvas = document.querySelector("canvas")!;
    // A copy, as the browser warns of reading what is drawn on often.
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true })!;
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const off = Math.abs(data[at]! - red!) + Math.abs(data[at + 1]! - green!) + Math.abs(data[at + 2]! - blue!);
      if (off < 60 && data[at + 3]! > 200) count++;
    }
    return count;
  }, color);

const RED = [255, 0, 0] as const;
const BLUE = [0, 0, 255] as const;
const legend = (page: Page) => page.locator(".tandem-stream-legend").innerText();
const plot = (page: Page) => page.getByRole("application", { name: "Walk" });
const firstTick = (page: Page) => page.locator(".tandem-stream-place").innerText();

it("Z180: draws what comes, shows the latest values, and those at the pointer", async () => {
  const { data, add } = made();
  add(200);
  await using opened = await WidgetPage.open(() => (
    <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={LINES} />
  ));
  const { page } = opened;
  await eventually(() => legend(page)).toMatch(/199\s+Level\s+199\s+Wave\s+-5.98/);
  await eventually(() => pixels(page, RED)).toBeGreaterThan(200);
  expect(await pixels(page, BLUE)).toBeGreaterThan(200);
  add(1);
  await eventually(() => legend(page)).toMatch(/200\s+Level\s+200/);
  const box = (await plot(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 50);
  await eventually(async () => Math.abs(Number(await firstTick(page)) - 100) < 40).toBe(true);
  await page.mouse.move(box.x + box.width / 2, box.y - 60);
  await eventually(() => firstTick(page)).toBe("200");
  expect(opened.troubles).toEqual([]);
});

it("Z180: hides a series whose name is pressed, and says so", async () => {
  const { data, add } = made();
  add(100);
  await using opened = await WidgetPage.open(() => (
    <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={LINES} />
  ));
  const { page } = opened;
  await eventually(() => pixels(page, RED)).toBeGreaterThan(100);
  await page.getByRole("button", { name: "Level", pressed: true }).click();
  // Before it is drawn anew it is empty.
  await eventually(async () => (await pixels(page, BLUE)) > 100 && (await pixels(page, RED))).toBe(0);
  await page.getByRole("button", { name: "Level", pressed: false }).click();
  await eventually(() => pixels(page, RED)).toBeGreaterThan(100);
});

it("Z181: goes closer to what is dragged over, and shows all again by its button or a double click", async () => {
  const { data, add } = made();
  add(1_000);
  await using opened = await WidgetPage.open(() => (
    <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={LINES} />
  ));
  const { page } = opened;
  const all = page.getByRole("button", { name: "Show all" });
  await eventually(() => legend(page)).toContain("999");
  expect(await all.isVisible()).toBe(false);
  const box = (await plot(page).boundingBox())!;
  const drag = async () => {
    await page.mouse.move(box.x + box.width * 0.4, box.y + 80);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 90, { steps: 4 });
    await page.mouse.up();
    await all.waitFor();
  };
  await drag();
  await page.mouse.move(box.x + box.width * 0.06, box.y + 80);
  await eventually(async () => Math.abs(Number((await firstTick(page)).replace(",", "")) - 400) < 50).toBe(true);
  await all.click();
  await eventually(() => all.isVisible()).toBe(false);
  await drag();
  await page.mouse.dblclick(box.x + box.width * 0.5, box.y + 80);
  await eventually(() => all.isVisible()).toBe(false);
  // Without dragging, and without a keyboard.
  await page.getByRole("button", { name: "Closer" }).click();
  await all.waitFor();
  await page.getByRole("button", { name: "Further away" }).click();
  await eventually(() => all.isVisible()).toBe(false);
  expect(opened.troubles).toEqual([]);
});

it("Z182: stands still while it is paused, and goes on with all that came meanwhile", async () => {
  const { data, add } = made();
  add(10);
  await using opened = await WidgetPage.open(() => (
    <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={LINES} />
  ));
  const { page } = opened;
  await eventually(() => legend(page)).toMatch(/Level\s+9\b/);
  await page.getByRole("button", { name: "Pause" }).click();
  add(5);
  await page.getByRole("button", { name: "Pause (5 more)", pressed: true }).waitFor();
  expect(await legend(page)).toMatch(/Level\s+9\b/);
  await page.getByRole("button", { name: "Pause (5 more)" }).click();
  await eventually(() => legend(page)).toMatch(/Level\s+14\b/);
});

it("Z189: charts of one group show one stretch, stand still together, and show the pointer at the same place", async () => {
  const { data, add } = made();
  add(100);
  await using opened = await WidgetPage.open(() => (
    <>
      <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={LINES} group="walks" />
      <StreamChart label="Other" data={data} x={{ kind: "number" }} series={LINES} group="walks" />
      <StreamChart label="Alone" data={data} x={{ kind: "number" }} series={LINES} />
    </>
  ));
  const { page } = opened;
  const places = () => page.locator(".tandem-stream-place").allInnerTexts();
  const button = (label: string, name: string) =>
    page.getByRole("figure", { name: label }).getByRole("button", { name });
  await eventually(places).toEqual(["99", "99", "99"]);
  await button("Walk", "Closer").click();
  await button("Other", "Show all").waitFor();
  expect(await button("Alone", "Show all").isVisible()).toBe(false);
  await button("Other", "Show all").click();
  await button("Walk", "Show all").waitFor({ state: "hidden" });
  await button("Other", "Pause").click();
  add(1);
  await eventually(places).toEqual(["99", "99", "100"]);
  await button("Walk", "Pause").click();
  await eventually(places).toEqual(["100", "100", "100"]);
  const box = (await plot(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 3, box.y + 80);
  await eventually(async () => (await places())[0]).not.toBe("100");
  await eventually(async () => new Set((await places()).slice(0, 2)).size).toBe(1);
  expect((await places())[2]).toBe("100");
});

it("Z183: is drawn at most once for each frame of the browser, and not at all where nobody sees it", async () => {
  const { data, add } = made();
  add(10);
  await using opened = await WidgetPage.start(() => (
    <>
      <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={LINES} />
      <div style={{ height: "3000px" }} />
    </>
  ));
  const { page } = opened;
  await page.addInitScript(() => {
    const counts = { draws: 0, frames: 0 };
    Object.assign(window, { counts });
    const { clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (...rect) {
      counts.draws++;
      clearRect.apply(this, rect);
    };
    const count = () => (counts.frames++, requestAnimationFrame(count));
    requestAnimationFrame(count);
  });
  await opened.visit();
  const counts = () =>
    page.evaluate(() => ({ ...(globalThis as unknown as { counts: { draws: number; frames: number } }).counts }));
  await eventually(() => legend(page)).toMatch(/Level\s+9\b/);
  const before = await counts();
  for (let n = 0; n < 100; n++) {
    add(1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await eventually(() => legend(page)).toMatch(/Level\s+109\b/);
  const after = await counts();
  expect(after.draws - before.draws).toBeGreaterThan(0);
  expect(after.draws - before.draws).toBeLessThanOrEqual(after.frames - before.frames + 1);
  await page.evaluate(() => {
    scrollTo(0, 2_500);
    const chart = document.querySelector<HTMLElement & { extend(...rows: unknown[]): void }>("tandem-stream-chart")!;
    const { extend } = chart;
    chart.extend = (...rows) => {
      extend.apply(chart, rows);
      Object.assign(window, { hasMore: true });
    };
    // Observers are told in the order in which they were made: the chart knows by then.
    return new Promise<void>((done) =>
      new IntersectionObserver((entries) => entries.at(-1)!.isIntersecting || done()).observe(chart),
    );
  });
  const hidden = await counts();
  add(10);
  await page.waitForFunction(() => "hasMore" in globalThis);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect((await counts()).draws).toBe(hidden.draws);
  await page.evaluate(() => scrollTo(0, 0));
  await eventually(() => legend(page)).toMatch(/Level\s+119\b/);
});

it("Z184: follows the theme at once, and the room it has", async () => {
  const { data, add } = made();
  add(100);
  await using opened = await WidgetPage.open(
    () => (
      <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={[{ column: "level", label: "Level" }]} />
    ),
    { colorScheme: "light" },
  );
  const { page } = opened;
  const LIGHT = [31, 95, 191] as const;
  const DARK = [138, 180, 248] as const;
  await eventually(() => pixels(page, LIGHT)).toBeGreaterThan(100);
  await page.emulateMedia({ colorScheme: "dark" });
  await eventually(() => pixels(page, DARK)).toBeGreaterThan(100);
  await page.setViewportSize({ width: 390, height: 800 });
  const width = () => page.evaluate(() => document.querySelector("canvas")!.getBoundingClientRect().width);
  await eventually(() => width()).toBeLessThan(391);
  await eventually(() => opened.scrollWidth()).toBe(390);
  await page.setViewportSize({ width: 1280, height: 800 });
  await eventually(() => width()).toBeGreaterThan(1_000);
});

it("Z185: is read and used by keyboard alone: a summary, values row by row, closer and back, and a table", async () => {
  const { data, add } = made();
  add(100);
  await using opened = await WidgetPage.open(() => (
    <main>
      <h1>Charts</h1>
      <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={LINES} y={{ digits: 0 }} />
    </main>
  ));
  const { page } = opened;
  await eventually(() => legend(page)).toMatch(/Level\s+99\b/);
  const said = () => page.locator("[aria-live=polite]").innerText();
  // Values that change ten times a second are not read out by themselves.
  expect(
    await page.locator("tandem-stream-chart").locator("output, [role=status], [role=alert], [aria-live]").count(),
  ).toBe(1);
  await plot(page).focus();
  const described = await plot(page).evaluate(
    (element) => document.getElementById(element.getAttribute("aria-describedby")!)!.textContent,
  );
  expect(described).toContain("100 rows, from 0 to 99. Level: latest 99, lowest 0, highest 99.");
  await page.keyboard.press("Home");
  await eventually(() => said()).toBe("0, Level 0, Wave 0");
  await page.keyboard.press("ArrowRight");
  await eventually(() => said()).toMatch(/^1, Level 1/);
  await page.keyboard.press("+");
  await page.getByRole("button", { name: "Show all" }).waitFor();
  await page.keyboard.press("Escape");
  await eventually(() => page.getByRole("button", { name: "Show all" }).isVisible()).toBe(false);
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause", pressed: true }).waitFor();
  await page.getByText("Data table").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("cell", { name: "99", exact: true }).first().waitFor();
  expect(await page.getByRole("table").locator("caption").innerText()).toBe("The latest 50 of 100 rows");
  expect(await page.getByRole("columnheader").allInnerTexts()).toEqual(["step", "level", "wave"]);
  expect(await opened.accessibilityFaults()).toEqual([]);
});

it("Z186: keeps its rows when it draws other series, and says what it waits for when there are none", async () => {
  const { data, add } = made();
  const series = signal<Series>(LINES);
  await using opened = await WidgetPage.open(() => (
    <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={series} />
  ));
  const { page } = opened;
  await page.getByText("Waiting for data…").waitFor();
  add(50);
  await eventually(() => pixels(page, RED)).toBeGreaterThan(100);
  expect(await page.getByText("Waiting for data…").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Closer" }).click();
  await page.getByText("Data table").click();
  await plot(page).focus();
  series.value = [{ kind: "bars", column: "level", label: "Bars", color: "rgb(0, 0, 255)" }];
  await eventually(() => legend(page)).toMatch(/Bars\s+49/);
  await eventually(() => pixels(page, BLUE)).toBeGreaterThan(1_000);
  expect(await pixels(page, RED)).toBe(0);
  await page.getByRole("button", { name: "Show all" }).waitFor();
  await page.getByText("50 rows", { exact: true }).waitFor();
  expect(await plot(page).evaluate((element) => element === document.activeElement)).toBe(true);
  data.clear();
  await page.getByText("Waiting for data…").waitFor();
});

it("Z187: gets its rows though its script comes late, and again when it is shown anew", async () => {
  const { data, add } = made();
  add(30);
  const shown = signal(true);
  await using opened = await WidgetPage.start(() => (
    <Show when={shown} fallback={<p>Gone</p>}>
      <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={LINES} />
    </Show>
  ));
  const { page } = opened;
  let release!: () => void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/tandem-stream.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(opened.server.url, { waitUntil: "commit" });
  await attached(page);
  add(1);
  await page.waitForFunction(() => document.querySelector("tandem-stream-chart")?.matches(":not(:defined)"));
  release();
  await eventually(() => legend(page)).toMatch(/Level\s+30\b/);
  shown.value = false;
  await page.getByText("Gone").waitFor();
  add(1);
  shown.value = true;
  await eventually(() => legend(page)).toMatch(/Level\s+31\b/);
  await eventually(() => pixels(page, RED)).toBeGreaterThan(100);
  expect(opened.troubles).toEqual([]);
});

for (const kind of ["event-stream", "polling"] as const) {
  it(`Z188: gets all its rows where WebSockets do not get through, by ${kind}`, async () => {
    const { data, add } = made({ rollover: 20_000 });
    add(20_000);
    const Chart = () => <StreamChart label="Walk" data={data} x={{ kind: "number" }} series={LINES} />;
    const server = await serve(Chart, { port: 0, log: () => {}, limits: PATIENT_LIMITS });
    const proxy = await RefusingProxy.start(server.port);
    await using browser = await launchChromium();
    const page = await browser.newPage();
    const until = Date.now() + 100_000;
    await page.addInitScript(
      (memory) => sessionStorage.setItem("tandem-http", memory),
      JSON.stringify({ kind, until }),
    );
    await page.goto(`http://localhost:${proxy.port}/`);
    await eventually(() => legend(page)).toMatch(/Level\s+19,999\b/);
    add(10);
    await eventually(() => legend(page)).toMatch(/Level\s+20,009\b/);
    expect(proxy.requests.some((path) => path.endsWith("/line/down"))).toBe(kind === "polling");
    await page.getByText("Data table").click();
    await page.getByText("The latest 50 of 20,000 rows").waitFor();
    await page.close();
    await proxy.close();
    await server.close();
  });
}
