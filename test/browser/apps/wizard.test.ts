import { expect, it } from "vitest";
import wizard from "../../../examples/apps/wizard/app.tsx";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

it("E305, E302: a claim is made by keyboard alone, fits each width, and passes axe all the way", async () => {
  await using opened = await WidgetPage.open(wizard);
  const { page } = opened;
  const looksRight = async () => {
    for (const width of [390, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await eventually(() => opened.scrollWidth()).toBe(width);
      expect(await opened.accessibilityFaults()).toEqual([]);
    }
  };
  await looksRight();
  await page.getByLabel("Policy number").focus();
  await page.keyboard.type("TB-1001");
  await page.keyboard.press("Tab");
  await page.keyboard.type("ada@sea.example");
  await page.keyboard.press("Enter");
  await page.getByLabel("It was stolen").and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Space");
  await page.getByLabel("It was stolen").and(page.locator(":checked")).waitFor();
  await page.getByLabel("When?").fill("2026-01-02");
  await page.getByLabel("Where?").fill("Bergen");
  await page.getByLabel("In your own words").fill("Gone.");
  await page.getByRole("button", { name: "Continue" }).press("Enter");
  await page.getByText("Please use at least 10 characters.").waitFor();
  await looksRight();
  await page.getByLabel("In your own words").fill("Gone, as far as one can see.");
  await page.getByRole("button", { name: "Continue" }).press("Enter");
  await page.getByLabel("How was it locked?").selectOption("Not at all");
  await page.getByLabel("Number of the police report").fill("2026-4711");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Is all of this right?" }).waitFor();
  await looksRight();
  await page.getByRole("button", { name: "Change: Details" }).press("Enter");
  await eventually(() => page.getByLabel("How was it locked?").inputValue()).toBe("Not at all");
  await page.getByRole("button", { name: "Continue" }).press("Enter");
  await page.getByRole("button", { name: "Send the claim" }).press("Enter");
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await page.getByRole("button", { name: "That is all" }).press("Enter");
  await page.getByRole("link", { name: "Start again" }).waitFor();
  await looksRight();
  expect(opened.troubles).toEqual([]);
});
