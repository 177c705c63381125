import { expect, it } from "vitest";
import { Chart } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const DATA = [1, 2, 3, 4].map((day) => ({ day, sold: day * 10 }));

it("W216: in a page from right to left, the right arrow key leads to the point further right, which is the later", async () => {
  for (const dir of ["ltr", "rtl"] as const) {
    await using opened = await WidgetPage.open(() => (
      <main dir={dir}>
        <Chart kind="line" label="Sold" data={DATA} x="day" y="sold" />
      </main>
    ));
    const { page } = opened;
    const plot = page.locator(".tandem-chart-host");
    const said = page.locator(".tandem-chart [aria-live]").first();
    await page.locator("canvas").waitFor();
    await plot.focus();
    await page.keyboard.press("ArrowRight");
    await eventually(() => said.textContent()).toMatch(/1 of 4\.$/);
    await page.keyboard.press("ArrowRight");
    await eventually(() => said.textContent()).toMatch(/2 of 4\.$/);
    await page.keyboard.press("ArrowLeft");
    await eventually(() => said.textContent()).toMatch(/1 of 4\.$/);
    expect(opened.troubles).toEqual([]);
  }
});
