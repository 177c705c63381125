import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { library } from "../../gallery/docs/library.ts";
import { eventually, GalleryVisit } from "../support/gallery-visit.ts";
import { breaches, COLORS, surplusWidth, WCAG } from "../support/page-checks.ts";

let visit: GalleryVisit;
beforeAll(async () => void (visit = await GalleryVisit.begin()));
afterAll(() => visit.end());
afterEach(() => expect(visit.troubles.splice(0)).toEqual([]));

const pages = library().flatMap((group) => group.pages.map(({ path, title }) => ({ group: group.title, path, title })));
const widgets = pages.filter(({ group }) => group === "Widgets");

async function open(path: string): Promise<void> {
  await visit.to(`docs/${path}`);
  await visit.page.locator("article.docs-page").waitFor();
  await eventually(() => visit.page.locator(".docs-building").count()).toBe(0);
}

describe("the documentation in the gallery", () => {
  it("G43: begins with the first page of the guide", async () => {
    await open("");
    await eventually(() => visit.page.locator("article h1").first().textContent()).toBe(pages[0]!.title);
  });

  it.each(widgets)(
    "G43: the examples of $title run, and nothing of its page is too wide or wrong",
    async ({ path }) => {
      const { page } = visit;
      await page.setViewportSize({ width: 390, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      await open(path);
      expect(await page.locator(".docs-live").getByText("It failed", { exact: true }).count()).toBe(0);
      await eventually(() => surplusWidth(page)).toBeLessThan(1);
      expect(await breaches(page, "html", ...WCAG)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await breaches(page, "html", ...COLORS)).toEqual([]);
    },
  );

  it("G40: each page is at an address of its own, and the contents lead there without a reload", async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 1280, height: 900 });
    await open("guide/signals");
    await page.getByRole("heading", { level: 1, name: "Signals" }).waitFor();
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    await page.getByRole("link", { name: "Slider", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Slider" }).waitFor();
    await page.waitForURL((url) => url.pathname === "/docs/widgets/slider");
    expect(await page.evaluate(() => (window as never as { isSame?: boolean }).isSame)).toBe(true);
  });

  it("G44: a search finds pages by title and by what is written in them", async () => {
    const { page } = visit;
    await open("guide/signals");
    const links = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
    await page.getByRole("searchbox").fill("rangesl");
    await eventually(() => links.allTextContents()).toContain("RangeSlider");
    await page.getByRole("searchbox").fill("no such word anywhere");
    await page.getByText("Nothing found").waitFor();
  });
});
