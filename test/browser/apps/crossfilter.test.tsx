import { expect, it } from "vitest";
import crossfilterApp from "../../../examples/apps/crossfilter/app.tsx";
import { dataset } from "../../../examples/apps/crossfilter/datasets.ts";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

it("E241, E242: dragging over one chart changes the others meanwhile; it is clean in both themes, on a phone too", async () => {
  await dataset("flights");
  await using opened = await WidgetPage.open(crossfilterApp);
  const { page, troubles } = opened;
  await eventually(() => page.locator("tandem-chart canvas").count()).toBe(3);
  const told = () => page.getByRole("status").first().textContent();
  const { x, y, width, height } = (await page.locator("tandem-chart").first().boundingBox())!;
  await page.mouse.move(x + width * 0.4, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.5, y + height / 2);
  await eventually(told).toMatch(/^[\d,]+ of 200,000/);
  await eventually(async () => (await told())!.startsWith("200,000")).toBe(false);
  const meanwhile = await told();
  await page.mouse.move(x + width * 0.6, y + height / 2);
  await eventually(async () => (await told()) !== meanwhile).toBe(true);
  await page.mouse.up();
  await page.getByRole("button", { name: "3,201 movies" }).click();
  await eventually(() => page.locator("tandem-chart canvas").count()).toBe(5);
  const genre = page.locator("tandem-chart").last();
  await genre.scrollIntoViewIfNeeded();
  // What can be pressed is there once it is drawn.
  const drawn = () =>
    genre.evaluate((chart) => {
      const canvas = chart.querySelector("canvas")!;
      // A copy, as the browser warns of reading what is drawn on often.
      const copy = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
      copy.drawImage(canvas, -Math.round(canvas.width * 0.45), -Math.round(canvas.height * 0.1));
      return copy.getImageData(0, 0, 1, 1).data[3];
    });
  await eventually(drawn).toBeGreaterThan(0);
  const box = (await genre.boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.45, box.y + box.height * 0.1);
  await eventually(told).toMatch(/^7\d\d of 3,201/);
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  await eventually(() => opened.scrollWidth()).toBe(390);
  expect(troubles).toEqual([]);
});
