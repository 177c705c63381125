import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import explorerApp from "../../../examples/apps/explorer/app.tsx";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tandem-explorer-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("E357, E359, E360: a dropped file is opened, filtered, charted and exported; clean in both themes, on a phone too", async () => {
  const rows = Array.from(
    { length: 3_000 },
    (_, at) =>
      `${at},${["red", "green", "blue"][at % 3]},${(at * 37) % 101},2024-01-${String((at % 28) + 1).padStart(2, "0")}`,
  );
  const path = join(folder, "beads.csv");
  writeFileSync(path, `id,colour,size,day\n${rows.join("\n")}\n`);
  await using opened = await WidgetPage.open(explorerApp);
  const { page, troubles } = opened;
  expect(await opened.accessibilityFaults()).toEqual([]);
  const box = (await page.locator(".tandem-drop").boundingBox())!;
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await devtools.send("Input.dispatchDragEvent", { type, ...at, data });
  }
  await page.getByRole("heading", { name: "beads.csv" }).waitFor();
  const facts = () => page.getByRole("status").first().textContent();
  await eventually(facts).toContain("3,000 rows, 4 columns");
  await page.getByLabel("Column", { exact: true }).selectOption("colour");
  await page.getByLabel("Question").selectOption("is");
  await page.getByLabel("Value").fill("red");
  await page.keyboard.press("Enter");
  await eventually(facts).toContain("1,000 of 3,000 rows");
  await page.getByRole("columnheader", { name: "size" }).click();
  const sizes = () => page.locator('[role=gridcell][col-id="column-2"]').allTextContents();
  await eventually(async () => (await sizes()).slice(0, 9).join("")).toBe("000000000");
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByRole("tab", { name: "Chart" }).click();
  await page.getByLabel("Group by").selectOption("day");
  await page.getByRole("radio", { name: "Line" }).check();
  await eventually(() => page.locator("figure").textContent()).toContain("Rows by day");
  // A line along days is what a range can be drawn over; the bars before were not.
  await page.locator('.tandem-chart-host[data-brush="x"] canvas').waitFor();
  const chart = (await page.locator("tandem-chart").boundingBox())!;
  await page.mouse.move(chart.x + chart.width * 0.3, chart.y + chart.height / 2);
  await page.mouse.down();
  await page.mouse.move(chart.x + chart.width * 0.5, chart.y + chart.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.getByRole("button", { name: "Keep only rows in this range" }).click();
  await eventually(facts).toMatch(/^[1-3]\d\d of 3,000/);
  await page.getByRole("button", { name: /^Remove day at least/ }).click();
  await page.getByRole("button", { name: /^Remove day at most/ }).click();
  await eventually(facts).toContain("1,000 of 3,000 rows");
  for (const kind of ["Area", "Pie", "Points", "Histogram", "Boxes", "Bars"]) {
    await page.getByRole("radio", { name: kind }).check();
    await eventually(() => page.locator("tandem-chart, .tandem-empty").count()).toBeGreaterThan(0);
  }
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "As CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("beads.csv");
  const lines: string[] = [];
  for await (const piece of await download.createReadStream()) lines.push(String(piece));
  expect(lines.join("").trim().split("\r\n")).toHaveLength(1_001);
  await page.setViewportSize({ width: 390, height: 800 });
  await eventually(() => opened.scrollWidth()).toBe(390);
  expect(troubles).toEqual([]);
});
