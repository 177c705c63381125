import { expect, it } from "vitest";
import themeEditor from "../../../examples/apps/theme-editor/app.tsx";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

it("E260, E263: a theme is made by hand, looks right at each width, and passes axe", async () => {
  await using opened = await WidgetPage.open(themeEditor);
  const { page } = opened;
  const confirm = () =>
    page.evaluate(() => {
      const button = [...document.querySelectorAll("button")].find((each) => each.textContent === "Confirm")!;
      const { backgroundColor, borderRadius } = getComputedStyle(button);
      return [backgroundColor, borderRadius];
    });
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByLabel("accent, light").fill("#8a2f7e");
  await eventually(confirm).toEqual(["rgb(138, 47, 126)", "8px"]);
  await page.getByRole("slider", { name: "Corners" }).focus();
  await page.keyboard.press("End");
  await eventually(confirm).toEqual(["rgb(138, 47, 126)", "20px"]);
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await eventually(confirm).toEqual(["rgb(138, 180, 248)", "20px"]);
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByText('accent: "light-dark(#8a2f7e, #8ab4f8)"').waitFor();
  await page.getByRole("tab", { name: "CSS" }).click();
  await page.getByText("--tandem-radius: 1.25rem;").waitFor();
  await page.keyboard.press("Escape");
  for (const preset of ["Forest", "Plum", "Ink", "Control room"]) {
    await page.getByRole("button", { name: preset }).click();
    await page.getByRole("button", { name: "As the system" }).click();
    expect(await opened.accessibilityFaults()).toEqual([]);
  }
  for (const width of [390, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await eventually(() => opened.scrollWidth()).toBe(width);
  }
  expect(opened.troubles).toEqual([]);
});
