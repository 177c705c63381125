import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import assistant from "../../../examples/apps/assistant/app.tsx";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const titles = (page: Page) => page.locator(".conversation").allTextContents();
const answered = (page: Page) => page.locator(".tandem-message-assistant.tandem-message-whole").last();

it("E461: who comes back is in the latest conversation; tabs show what is said in one another; deleted is deleted", async () => {
  await using opened = await WidgetPage.open(assistant);
  const { page } = opened;
  await page.getByText("Write a counter in Tandem").click();
  await answered(page).waitFor();
  await page.getByRole("button", { name: "New chat", exact: true }).last().click();
  await page.getByText("What is 12 * (7 + 5)?").click();
  await answered(page).getByText("144").waitFor();
  // The browser keeps it after that is shown.
  await eventually(() => page.evaluate(() => Object.values(localStorage).join())).toContain("**144**");
  await opened.visit();
  await answered(page).getByText("144").waitFor();
  await eventually(() => titles(page)).toEqual(["What is 12 * (7 + 5)?", "Write a counter in Tandem"]);

  const other = await page.context().newPage();
  await other.goto(opened.server.url);
  await answered(other).getByText("144").waitFor();
  await page.getByLabel("Message", { exact: true }).fill("2 * 21");
  await page.keyboard.press("Enter");
  await answered(page).getByText("42").waitFor();
  await answered(other).getByText("42").waitFor();

  await page.getByRole("button", { name: "Delete What is 12 * (7 + 5)?" }).click();
  await eventually(() => titles(page)).toEqual(["Write a counter in Tandem"]);
  await eventually(() => titles(other)).toEqual(["Write a counter in Tandem"]);
  expect(opened.troubles).toEqual([]);
});
