import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { examples } from "../../gallery/catalogue.ts";
import { eventually, GalleryVisit } from "../support/gallery-visit.ts";
import { breaches, COLORS, surplusWidth, WCAG } from "../support/page-checks.ts";

let visit: GalleryVisit;
beforeAll(async () => void (visit = await GalleryVisit.begin()));
afterAll(() => visit.end());

afterEach(() => {
  const { troubles } = visit;
  expect(troubles.splice(0)).toEqual([]);
});

/** Examples that are apps of their own, beside the gallery. */
const ownApps = examples.flatMap(({ apps = {} }) => Object.keys(apps));
const pages = ["", ...examples.map((example) => example.path), ...ownApps];

describe("the frame", () => {
  it("G1: the front page leads to every example, each at a path of its own", async () => {
    await visit.to("");
    const links = await visit.page.locator(".card a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    expect(links).toEqual(examples.map((example) => `/${example.path}`));
    await visit.page.locator(".card a", { hasText: "Timer" }).click();
    await visit.page.waitForURL("**/seven-guis/timer");
    await eventually(() => visit.page.title()).toBe("Timer · Tandem");
  });

  it("G2: each example leads to the one before and the one after, and the contents to all", async () => {
    await visit.to("seven-guis/timer");
    expect(await visit.page.getByRole("link", { name: "Flight booker" }).last().getAttribute("rel")).toBe("prev");
    const contents = visit.page.getByRole("navigation", { name: "Contents" });
    expect(await contents.isVisible()).toBe(false);
    await visit.page.getByRole("button", { name: "Contents" }).click();
    await eventually(() => contents.getByRole("link").count()).toBe(examples.length);
    await eventually(() => contents.locator("[aria-current=page]").textContent()).toBe("Timer");
    await visit.page.keyboard.press("Escape");
    await visit.page.locator("a[rel=next]").click();
    await visit.page.waitForURL("**/seven-guis/crud");
  });

  it("G3: a path that is no example says so and leads back", async () => {
    await visit.to("no/such/page");
    expect(await visit.page.locator("main").textContent()).toContain("/no/such/page");
    await visit.page.getByRole("link", { name: "See all of them" }).click();
    await visit.page.getByRole("heading", { name: "A web app in one TypeScript file" }).waitFor();
  });

  it("G4: follows the system's colours until one is chosen, which then stays through the links", async () => {
    const { page } = visit;
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: "light" });
    await visit.to("counter");
    const light = await background();
    await page.emulateMedia({ colorScheme: "dark" });
    await eventually(background).not.toBe(light);
    const dark = await background();
    await page.getByRole("radio", { name: "light" }).check();
    await eventually(background).toBe(light);
    await page.locator("a[rel=next]").click();
    await page.waitForURL("**/typing?scheme=light");
    await eventually(background).toBe(light);
    await page.getByRole("radio", { name: "dark" }).check();
    await page.emulateMedia({ colorScheme: "light" });
    await eventually(background).toBe(dark);
  });

  it("G5: shows the source of each file of an example, as it is, in colours", async () => {
    const { page } = visit;
    await visit.to("seven-guis/cells");
    const code = page.locator("pre.code");
    expect(await code.textContent()).toContain("export default function Cells()");
    await page.getByRole("button", { name: "cells/formula.ts" }).click();
    await eventually(() => code.textContent()).toContain("export function parseFormula(text: string): Formula {");
    const colour = (name: string) =>
      code
        .locator(name)
        .first()
        .evaluate((node) => getComputedStyle(node).color);
    expect(await colour(".hljs-keyword")).not.toBe(await colour(".hljs-comment"));
  });

  it("G6: on a narrow screen the source is closed until asked for, and scrolls inside itself", async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 390, height: 844 });
    await visit.to("typing");
    const code = page.locator("pre.code");
    await code.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Show the source" }).click();
    await code.waitFor();
    expect(await code.evaluate((pre) => pre.scrollWidth > pre.clientWidth)).toBe(true);
    await eventually(() => surplusWidth(page)).toBeLessThan(1);
    await page.getByRole("button", { name: "Hide the source" }).click();
    await code.waitFor({ state: "hidden" });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("G7: the first thing the keyboard reaches leads past the masthead", async () => {
    const { page } = visit;
    await visit.to("counter");
    await page.keyboard.press("Tab");
    await eventually(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
      "Skip to the content",
    );
  });
});

describe.each(pages)("/%s", (path) => {
  it("G8, G9, G10: fits from 390 to 1280 pixels, is accessible in light and dark, and stays silent", async () => {
    const { page } = visit;
    await page.emulateMedia({ colorScheme: "light" });
    await visit.to(path);
    for (const width of [390, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await eventually(() => surplusWidth(page)).toBeLessThan(1);
    }
    expect(await breaches(page, REPEATED, ...WCAG)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await breaches(page, REPEATED, ...COLORS)).toEqual([]);
  });
});

/** A contrast is the same in each of 2,600 cells. */
const REPEATED = { exclude: [".sheet tr:nth-child(n + 12)"] };
