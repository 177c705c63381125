import { expect, it } from "vitest";
import stocks from "../../../examples/apps/stocks/app.tsx";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

it("E273, E275: stocks are played live, controlled while they play, look right at each width, and pass axe", async () => {
  await using opened = await WidgetPage.open(stocks);
  const { page } = opened;
  const date = () => page.getByRole("group", { name: "Date" }).innerText();
  const legend = () => page.locator(".tandem-stream-legend").first().innerText();
  const first = await date();
  await eventually(date).not.toBe(first);
  await eventually(legend).toMatch(/Price\s+O [\d,.]+\s+H [\d,.]+\s+L [\d,.]+\s+C [\d,.]+/);
  await page.getByRole("checkbox", { name: "Bollinger" }).click();
  await eventually(legend).not.toContain("Bollinger");
  await page.getByRole("slider", { name: "Short average" }).focus();
  await page.keyboard.press("End");
  await eventually(legend).toContain("Average of 50");
  await page.getByRole("radio", { name: "RSI" }).click();
  await page.getByRole("figure", { name: "Relative strength" }).waitFor();
  await page.getByRole("combobox", { name: "Symbol" }).selectOption("MSFT · Microsoft");
  await page.getByRole("group", { name: "Microsoft" }).waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  expect(await opened.accessibilityFaults()).toEqual([]);
  for (const width of [390, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await eventually(() => opened.scrollWidth()).toBe(width);
  }
  expect(opened.troubles).toEqual([]);
});
