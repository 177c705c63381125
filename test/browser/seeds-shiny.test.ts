import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { eventually, GalleryVisit } from "../support/gallery-visit.ts";

let visit: GalleryVisit;
beforeAll(async () => void (visit = await GalleryVisit.begin()));
afterAll(() => visit.end());
afterEach(() => expect(visit.troubles.splice(0)).toEqual([]));

const button = (name: string, page = visit.page) => page.getByRole("button", { name, exact: true });

it("E10: the flush log says when each flush of its own session occurred, one line for each", async () => {
  const { page } = visit;
  await visit.to("shiny/flush-log");
  const lines = page.getByRole("region", { name: "Flushes" }).getByRole("listitem");
  // By then, all has come that attaching brings along.
  await button("Trigger a flush").click();
  const clicks = () => page.getByLabel("Number of clicks").textContent();
  await eventually(clicks).toBe("1");
  const before = await lines.count();
  const stranger = await visit.context.newPage();
  await visit.to("shiny/flush-log", stranger);
  await button("Trigger a flush", stranger).click();
  await eventually(() => stranger.getByLabel("Number of clicks").textContent()).toBe("1");
  await stranger.close();
  expect(await lines.count()).toBe(before);
  await button("Trigger a flush").click();
  await button("Trigger a flush").click();
  await eventually(clicks).toBe("3");
  await eventually(() => lines.count()).toBe(before + 2);
  expect(await lines.first().textContent()).toMatch(/^A flush occurred at \d\d:\d\d:\d\d\.\d{3}$/);
});

it("E12: each click is logged once before and once after it is sent", async () => {
  const { page } = visit;
  await visit.to("shiny/flushed-log");
  for (const click of [1, 2]) {
    await button("Trigger a flush").click();
    await eventually(() => page.getByLabel("Number of clicks").textContent()).toBe(String(click));
  }
  const lines = () => page.getByRole("region", { name: "Flushes" }).getByRole("listitem").allTextContents();
  await eventually(async () => (await lines()).map((line) => line.replace(/, \d\d:.*/, ""))).toEqual([
    "Click 1 is about to be sent",
    "Click 1 has been sent",
    "Click 2 is about to be sent",
    "Click 2 has been sent",
  ]);
});

it("E11: closing ends the session, whose callback runs once, and the page offers a new one", async () => {
  const { page } = visit;
  await visit.to("shiny/close");
  await button("Close the session").click();
  await page.getByRole("alert").getByText("The session has ended.").waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  const lines = page.getByRole("region", { name: "Sessions that ended" }).getByRole("listitem");
  await eventually(() => lines.count()).toBe(1);
  expect(await lines.textContent()).toMatch(/^A session ended at \d\d:\d\d:\d\d$/);
});

it("E13: submitting thanks and closes for good, leaving closes with the app's own text", async () => {
  await visit.to("shiny/submit-thanks");
  const opened = visit.context.waitForEvent("page");
  await visit.page.getByRole("link", { name: "Open it in a window of its own" }).click();
  const page = await opened;
  await page.getByLabel("Your opinion").fill("Splendid.");
  await button("Submit", page).click();
  await page.getByRole("alert").getByText("Thanks for your submission.", { exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Reload" }).count()).toBe(0);
  await visit.to("feedback", page);
  await button("Leave without a word", page).click();
  await page.getByRole("alert").getByText("This form has closed.", { exact: true }).waitFor();
  await page.close();
});
