import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { session, Show, signal, type Signal } from "tandem";
import { Chart, type ChartBrush, type ChartExtent } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const rows = Array.from({ length: 40 }, (_, at) => ({ x: at, y: (at * 7) % 23, who: at % 2 ? "odd" : "even" }));
const bars = [
  { name: "one", count: 3 },
  { name: "two", count: 5 },
  { name: "three", count: 1 },
];

interface State {
  said: Signal<string>;
  brush: Signal<ChartBrush | null>;
  zoom: Signal<ChartExtent | null>;
  selected: Signal<readonly number[]>;
  hidden: Signal<readonly string[]>;
  data: Signal<typeof bars>;
  shown: Signal<boolean>;
}
let state: State;

function Charts() {
  state = {
    said: signal(""),
    brush: signal<ChartBrush | null>(null),
    zoom: signal<ChartExtent | null>(null),
    selected: signal<readonly number[]>([]),
    hidden: signal<readonly string[]>([]),
    data: signal(bars),
    shown: signal(true),
  };
  const { said, brush, zoom, selected, hidden, data, shown } = state;
  return (
    <main>
      <h1>Charts</h1>
      <Show when={shown}>
        <Chart
          label="Lines"
          kind="line"
          data={rows}
          x="x"
          y="y"
          series="who"
          hidden={hidden}
          zoom={zoom}
          exportable
          onClick={({ series, index }) => said.set(`${series} ${index}`)}
        />
      </Show>
      <Chart label="Bars" kind="bar" data={data} x="name" y="count" selected={selected} />
      <Chart label="Spread" kind="histogram" data={rows} x="y" brush={brush} />
      <Chart
        label="Names"
        kind="bar"
        data={bars}
        x="name"
        y="count"
        onBrush={(range) => said.set(JSON.stringify(range))}
      />
      <Chart label="Own" option={{ xAxis: { data: ["a", "b"] }, yAxis: {}, series: [{ type: "bar", data: [1, 2] }] }} />
      <button onClick={() => session.setTheme({ theme: "dark", accent: "rgb(255, 0, 200)" })}>Dark</button>
      <output>{said}</output>
    </main>
  );
}

const chart = (page: Page, label: string): Locator =>
  page.locator("figure").filter({ has: page.locator("figcaption", { hasText: new RegExp(`^${label}$`) }) });
const host = (page: Page, label: string) => chart(page, label).getByRole("application");

/** Drags over a chart, in parts of its size. */
async function drag(page: Page, label: string, from: readonly [number, number], to: readonly [number, number]) {
  const place = host(page, label);
  await place.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await place.boundingBox())!;
  await page.mouse.move(x + width * from[0], y + height * from[1]);
  await page.mouse.down();
  await page.mouse.move(x + (width * (from[0] + to[0])) / 2, y + (height * (from[1] + to[1])) / 2);
  await page.mouse.move(x + width * to[0], y + height * to[1]);
  await page.mouse.up();
}

/** The colour of a spot of a chart's picture. */
const spot = (page: Page, label: string, across: number, down: number) =>
  chart(page, label).evaluate(
    (figure, [left, top]) => {
      const canvas = figure.querySelector("canvas")!;
      const at = [Math.round(canvas.width * left!), Math.round(canvas.height * top!)] as const;
      return [...canvas.getContext("2d")!.getImageData(...at, 1, 1).data];
    },
    [across, down],
  );

it("Z113, Z118: charts are drawn under the strict policy, in their places, and pass axe in both themes", async () => {
  await using opened = await WidgetPage.open(Charts);
  const { page, troubles } = opened;
  const before = await page
    .locator("tandem-chart")
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
  expect(before).toEqual([320, 320, 320, 320, 320]);
  await eventually(() => page.locator("tandem-chart canvas").count()).toBeGreaterThan(4);
  const faults = await opened.accessibilityFaults();
  expect(faults).toEqual([]);
  expect(troubles).toEqual([]);
  state.shown.value = false;
  await eventually(() => page.locator("tandem-chart").count()).toBe(4);
  state.shown.value = true;
  await eventually(() => page.locator("tandem-chart canvas").count()).toBeGreaterThan(4);
  expect(troubles).toEqual([]);
});

it("Z114: a range is drawn, moved, resized and cleared by pointer and keys, and set by the server", async () => {
  await using opened = await WidgetPage.open(Charts);
  const { page } = opened;
  await host(page, "Spread").waitFor();
  const edges = chart(page, "Spread").getByRole("slider");
  const shown = () => edges.evaluateAll((all) => all.map((edge) => edge.getAttribute("aria-valuenow")).join());
  // The server hears of a drag at a pace, and of its end.
  const settled = () => {
    const before = state.brush.peek();
    return async () => state.brush.peek() !== before && state.brush.peek()?.x?.join() === (await shown());
  };
  let isSettled = settled();
  await drag(page, "Spread", [0.3, 0.5], [0.6, 0.5]);
  await eventually(isSettled).toBe(true);
  const first = state.brush.peek()!.x!;
  expect(first[0]).toBeLessThan(first[1]);
  isSettled = settled();
  await drag(page, "Spread", [0.45, 0.5], [0.55, 0.5]);
  await eventually(isSettled).toBe(true);
  expect(state.brush.peek()!.x![0]).toBeGreaterThan(first[0]);
  const moved = state.brush.peek()!.x!;
  expect(moved[1] - moved[0]).toBeCloseTo(first[1] - first[0], 1);
  const start = chart(page, "Spread").getByRole("slider", { name: /^Start of y/ });
  await start.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await eventually(() => state.brush.peek()!.x![0]).toBeGreaterThan(moved[0]);
  expect(await start.getAttribute("aria-valuetext")).toMatch(/^\d/);
  await page.keyboard.press("Escape");
  await eventually(() => state.brush.peek()).toBe(null);
  await page.keyboard.press("b");
  await eventually(() => state.brush.peek()?.x?.length).toBe(2);
  state.brush.value = { x: [5, 10] };
  await eventually(() => start.getAttribute("aria-valuenow")).toBe("5");
  await host(page, "Spread").click({ position: { x: 60, y: 100 } });
  await eventually(() => state.brush.peek()).toBe(null);
  await eventually(() => chart(page, "Spread").locator(".tandem-chart-range").isHidden()).toBe(true);
  await drag(page, "Names", [0.1, 0.5], [0.55, 0.5]);
  await eventually(() => page.getByRole("status").textContent()).toBe('{"x":[0,1]}');
});

it("Z115, Z108: by the keys people read points, click them and zoom; clicks select, and what the server sets is shown", async () => {
  await using opened = await WidgetPage.open(Charts);
  const { page } = opened;
  await host(page, "Lines").focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
  await eventually(() => chart(page, "Lines").locator("[aria-live]").first().textContent()).toBe("odd, 1, 7. 1 of 20.");
  await page.keyboard.press("Enter");
  await eventually(() => page.getByRole("status").textContent()).toBe("odd 1");
  await page.keyboard.press("+");
  await eventually(() => state.zoom.peek()?.length).toBe(2);
  await page.keyboard.press("0");
  await eventually(() => state.zoom.peek()).toBe(null);
  await page.keyboard.press("h");
  await eventually(() => state.hidden.peek().join()).toBe("odd");
  await page.keyboard.press("h");
  await eventually(() => state.hidden.peek().join()).toBe("");
  const place = host(page, "Bars");
  const { width } = (await place.boundingBox())!;
  await place.click({ position: { x: width * 0.52, y: 250 } });
  await eventually(() => state.selected.peek().join()).toBe("1");
  await place.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Control+Enter");
  await eventually(() => state.selected.peek().join()).toBe("1,2");
  state.zoom.value = [10, 20];
  state.hidden.value = ["odd"];
  const firstDown = async () => {
    await host(page, "Bars").focus();
    await host(page, "Lines").focus();
    for (const key of ["ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
    return chart(page, "Lines").locator("[aria-live]").first().textContent();
  };
  await eventually(firstDown).toBe("even, 2, 14. 2 of 20.");
});

it("Z117: a chart follows the theme, and its data, without being drawn anew", async () => {
  await using opened = await WidgetPage.open(Charts);
  const { page } = opened;
  await eventually(() => page.locator("canvas").count()).toBe(5);
  await page.evaluate(() => {
    document.querySelectorAll("canvas").forEach((canvas) => (canvas.dataset["first"] = "yes"));
  });
  await eventually(async () => (await spot(page, "Bars", 0.52, 0.6)).slice(0, 3).join()).toBe("31,95,191");
  await page.getByRole("button", { name: "Dark" }).click();
  await eventually(async () => (await spot(page, "Bars", 0.52, 0.6)).slice(0, 3).join()).toBe("255,0,200");
  await page.emulateMedia({ media: "print" });
  await eventually(async () => (await spot(page, "Spread", 0.5, 0.02))[3]).toBe(0);
  await page.emulateMedia({ media: "screen" });
  state.data.value = bars.map(({ name }) => ({ name, count: name === "one" ? 100 : 0 }));
  await eventually(async () => (await spot(page, "Bars", 0.52, 0.6))[3]).toBe(0);
  expect(await page.locator("canvas[data-first]").count()).toBe(5);
});

it("Z119: a chart is saved as a picture", async () => {
  await using opened = await WidgetPage.open(Charts);
  const { page } = opened;
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as PNG" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Lines.png");
});
