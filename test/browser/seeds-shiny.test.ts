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
  const before = await lines.count();
  const stranger = await visit.context.newPage();
  await visit.to("shiny/flush-log", stranger);
  await button("Trigger a flush", stranger).click();
  await eventually(() => stranger.getByLabel("Number of clicks").textContent()).toBe("1");
  await stranger.close();
  expect(await lines.count()).toBe(before);
  await button("Trigger a flush").click();
  await button("Trigger a flush").click();
  await eventually(() => page.getByLabel("Number of clicks").textContent()).toBe("2");
  expect(await lines.count()).toBe(before + 2);
  expect(await lines.first().textContent()).toMatch(/^A flush occurred at \d\d:\d\d:\d\d\.\d{3}$/);
});
