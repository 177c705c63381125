import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { families } from "../../gallery/book/catalogue.ts";
import { eventually, GalleryVisit } from "../support/gallery-visit.ts";
import {
  breaches,
  COLORS,
  keyboardGaps,
  overlappingTexts,
  shifted,
  surplusWidth,
  watchShifts,
  WCAG,
} from "../support/page-checks.ts";

let visit: GalleryVisit;
beforeAll(async () => {
  visit = await GalleryVisit.begin();
  await watchShifts(visit.page);
}, 60_000);
afterAll(() => visit.end());

afterEach(() => {
  // Chromium's advice for pages that log people in, where no form is.
  const troubles = visit.troubles.splice(0).filter((trouble) => !trouble.includes("not contained in a form"));
  expect(troubles).toEqual([]);
});

/** The page of an entry, and no other in its place. */
async function open(address: string): Promise<void> {
  await visit.to(address);
  await visit.page.locator(".book-entry h1").waitFor();
}

const addresses = families.flatMap(({ path, entries }) => entries.map(({ slug }) => `book/${path}/${slug}`));

describe("the widget book", () => {
  it("G32: finds entries by their name, their widgets and their states, and opens the first with Enter", async () => {
    const { page } = visit;
    await visit.to("book");
    const find = page.getByRole("searchbox", { name: "Find a widget" });
    await find.fill("slider marks");
    const listed = () => page.getByRole("navigation").getByRole("link").allTextContents();
    await eventually(listed).toEqual(["Slider", "Range slider"]);
    await find.press("Enter");
    await page.waitForURL("**/book/inputs/slider");
    await eventually(() => page.title()).toBe("Slider · The widget book");
    const link = page.getByRole("link", { name: "Slider", exact: true });
    await eventually(() => link.getAttribute("aria-current")).toBe("page");
    await find.fill("no such thing");
    await page.getByText("No widget is called that.").waitFor();
  });

  it("G32: on a phone its contents open and close without the server", async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 390, height: 844 });
    await visit.to("book");
    const contents = page.getByRole("navigation", { name: "Widgets" });
    await contents.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Widgets" }).click();
    await contents.getByRole("link", { name: "Rating" }).click();
    await page.getByRole("heading", { name: "Rating", level: 1 }).waitFor();
    await page.keyboard.press("Escape");
    await contents.waitFor({ state: "hidden" });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("G32: is light or dark, dense, or from right to left, and stays so when it is loaded again", async () => {
    const { page } = visit;
    await visit.to("book/inputs/slider");
    const background = () => page.locator(".book").evaluate((book) => getComputedStyle(book).backgroundColor);
    const before = await background();
    await page.getByText("dark", { exact: true }).click();
    await eventually(background).not.toBe(before);
    const dark = await background();
    await page.getByRole("button", { name: "Right to left" }).click();
    await eventually(() => page.locator(".book").getAttribute("dir")).toBe("rtl");
    // The browser keeps it after that is shown.
    const kept = () => page.evaluate(() => Object.entries(localStorage).join());
    await eventually(kept).toMatch(/dark.*true|true.*dark/);
    await visit.to("book/inputs/slider");
    await eventually(background).toBe(dark);
    await page.getByText("auto", { exact: true }).click();
    await page.getByRole("button", { name: "Right to left" }).click();
    await eventually(() => page.locator(".book").getAttribute("dir")).toBe("ltr");
  });

  it("G31: shows each state beside its code", async () => {
    const { page } = visit;
    await visit.to("book/inputs/number-input");
    const bound = page.getByRole("region", { name: "Bound" });
    await eventually(() => bound.locator("code").textContent()).toContain("signal<number | null>(1.5)");
    await bound.getByLabel("Weight").fill("2");
    await eventually(() => bound.locator("p").last().textContent()).toBe("4 €");
  });
});

describe("the checks", () => {
  /** A page of its own, in which what is below can go wrong. */
  async function brokenPage(content: string) {
    const page = await visit.context.newPage();
    await page.setContent(`<main>${content}</main>`);
    return page;
  }

  it("G34: find texts that lie over each other, and not those that follow each other", async () => {
    await using page = await brokenPage(`
      <p>One line</p><p>another, of <b>several</b> words</p>
      <p style="overflow: clip; height: 1em">This is<br>cut off</p><p>below it</p>
      <p style="margin-top: -1.5em">Over it</p>`);
    expect(await overlappingTexts(page, "main")).toEqual(['"below it" and "Over it"']);
  });

  it("G35: find controls that Tab does not reach, and those that do not show it", async () => {
    await using page = await brokenPage(`
      <style>.bare:focus { outline: none }</style>
      <button>Fine</button> <button class="bare">Bare</button> <a href="#" tabindex="-1">Left out on purpose</a>
      <input type="radio" name="a" value="1"> <input type="radio" name="a" value="2" checked>
      <button id="trap" onfocus="this.blur()">Trap</button>`);
    const { unreached, unseen } = await keyboardGaps(page, "main");
    expect(unseen).toEqual([expect.stringContaining("Bare")]);
    expect(unreached[0]).toContain("Trap");
  });
});

describe.each(addresses)("%s", (address) => {
  it("G33, G34: passes axe in the light and in the dark, fits from 390 to 1280 pixels, and does not move by itself", async () => {
    const { page } = visit;
    await page.emulateMedia({ colorScheme: "light" });
    await open(address);
    expect(await shifted(page)).toBeLessThan(0.02);
    for (const width of [390, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      // A chart is drawn anew for its new width.
      await eventually(() => surplusWidth(page)).toBeLessThan(1);
      await eventually(async () => [width, await overlappingTexts(page, ".book-stage")]).toEqual([width, []]);
    }
    await page.setViewportSize({ width: 390, height: 900 });
    await page.locator(".book").evaluate((book: HTMLElement) => (book.dir = "rtl"));
    await eventually(() => surplusWidth(page)).toBeLessThan(1);
    await eventually(() => overlappingTexts(page, ".book-stage")).toEqual([]);
    await page.locator(".book").evaluate((book: HTMLElement) => (book.dir = "ltr"));
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await breaches(page, "html", ...WCAG)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await breaches(page, "html", ...COLORS)).toEqual([]);
  });

  it("G35: is worked by the keyboard alone, which shows where it is", async () => {
    await visit.page.emulateMedia({ colorScheme: "light" });
    await open(address);
    expect(await keyboardGaps(visit.page, "#book-page")).toEqual({ unreached: [], unseen: [] });
  });
});
