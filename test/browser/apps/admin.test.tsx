import { expect, it } from "vitest";
import admin from "../../../examples/apps/admin/app.tsx";
import teamDirectory from "../../../examples/apps/team-directory/app.tsx";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

it("E310, E313: somebody signs in, stays so over a reload, edits, and signs out; it is clean in both themes, on a phone too", async () => {
  await using opened = await WidgetPage.open(admin);
  const { page, server, troubles } = opened;
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByRole("textbox", { name: "Name" }).fill("ada");
  await page.getByRole("textbox", { name: "Password" }).fill("engine");
  await page.keyboard.press("Enter");
  const cell = (row: number, column: string) => page.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`);
  await cell(0, "name").waitFor();
  const [cookie] = await page.context().cookies(server.url);
  expect([cookie?.httpOnly, cookie?.sameSite]).toEqual([true, "Lax"]);
  await page.reload();
  await cell(0, "name").dblclick();
  await page.keyboard.type("Bell cable");
  await page.keyboard.press("Enter");
  await eventually(() => cell(0, "name").textContent()).toBe("Bell cable");
  await page.getByLabel("Filter by Name").fill("bell");
  await eventually(() => page.getByText("1 row", { exact: true }).isVisible()).toBe(true);
  await page.getByRole("link", { name: "Journal" }).click();
  await eventually(() => page.locator(".ag-row").first().textContent()).toContain("name: Alba brake pads → Bell cable");
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByRole("link", { name: "Products" }).click();
  await cell(0, "name").waitFor();
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await eventually(() => opened.scrollWidth()).toBe(390);
  expect(troubles).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: "Sign out" }).click();
  await eventually(() => page.getByText("You are signed out.").isVisible()).toBe(true);
  await page.goto(server.url);
  await page.getByRole("button", { name: "Sign in" }).waitFor();
});

it("E322: the team directory is clean in both themes, on a phone too", async () => {
  await using opened = await WidgetPage.open(teamDirectory, { viewport: { width: 390, height: 800 } });
  const { page, troubles } = opened;
  await page.getByRole("button", { name: "Sign in to edit" }).click();
  await page.getByRole("textbox", { name: "Password" }).fill("letmein");
  await page.keyboard.press("Enter");
  await eventually(() => page.getByLabel("Name, Ada Lovelace").isVisible()).toBe(true);
  expect(await opened.accessibilityFaults()).toEqual([]);
  await eventually(() => opened.scrollWidth()).toBe(390);
  // Chromium has a word of advice for forms that ask for a password alone.
  expect(troubles.filter((text) => !text.includes("username fields"))).toEqual([]);
});
