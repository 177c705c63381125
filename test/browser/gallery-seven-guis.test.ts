import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { eventually, GalleryVisit } from "../support/gallery-visit.ts";

let visit: GalleryVisit;
beforeAll(async () => void (visit = await GalleryVisit.begin()));
afterAll(() => visit.end());
afterEach(() => {
  const { troubles } = visit;
  expect(troubles.splice(0)).toEqual([]);
});

const button = (name: string) => visit.page.getByRole("button", { name, exact: true });
const field = (label: string) => visit.page.getByLabel(label, { exact: true });
const textOf = (locator: Locator) => () => locator.textContent();

it("G11: the counter counts each click once", async () => {
  await visit.to("seven-guis/counter");
  for (let click = 0; click < 5; click++) await button("Count").click();
  await eventually(textOf(field("Clicks"))).toBe("5");
});

it("G12: each temperature follows the other, and text that is no number changes nothing", async () => {
  await visit.to("seven-guis/temperature");
  await field("Celsius").fill("100");
  await eventually(() => field("Fahrenheit").inputValue()).toBe("212");
  await field("Fahrenheit").fill("-40");
  await eventually(() => field("Celsius").inputValue()).toBe("-40");
  await field("Celsius").fill("warm");
  await field("Celsius").fill("");
  await field("Celsius").fill("0");
  await eventually(() => field("Fahrenheit").inputValue()).toBe("32");
});

it("G13: a flight is booked only with dates that are dates, and a return not before the departure", async () => {
  await visit.to("seven-guis/flight-booker");
  await eventually(() => field("Return").isDisabled()).toBe(true);
  await visit.page.getByRole("combobox").selectOption("return");
  await eventually(() => field("Return").isEnabled()).toBe(true);
  await field("Departure").fill("31.02.2026");
  await eventually(() => field("Departure").getAttribute("aria-invalid")).toBe("true");
  await eventually(() => button("Book").isDisabled()).toBe(true);
  await field("Departure").fill("28.03.2026");
  await eventually(() => field("Departure").getAttribute("aria-invalid")).toBe("false");
  await eventually(() => button("Book").isDisabled()).toBe(true);
  await field("Return").fill("02.04.2026");
  await eventually(() => button("Book").isEnabled()).toBe(true);
  await button("Book").click();
  await eventually(textOf(visit.page.getByRole("status"))).toBe(
    "Your return flight is booked for 28.03.2026, returning on 02.04.2026.",
  );
});

it("G14: the timer stops at its duration, which counts while it is dragged, and starts over", async () => {
  await visit.to("seven-guis/timer");
  const elapsed = field("Seconds elapsed");
  const slider = visit.page.getByRole("slider");
  await slider.fill("1000");
  // More may have gone by before it was told.
  await button("Reset").click();
  await eventually(textOf(elapsed)).toBe("1.0 s");
  const position = () => visit.page.getByRole("progressbar").evaluate((bar: HTMLProgressElement) => bar.position);
  await eventually(position).toBe(1);
  await slider.fill("2000");
  await eventually(textOf(elapsed)).toBe("2.0 s");
  await slider.fill("30000");
  // It goes on at once, and does not wait to be seen.
  const least = await elapsed.evaluateHandle((output) => {
    const seen = { seconds: Infinity };
    const note = () => (seen.seconds = Math.min(seen.seconds, Number.parseFloat(output.textContent!)));
    new MutationObserver(note).observe(output, { childList: true, characterData: true, subtree: true });
    return seen;
  });
  await button("Reset").click();
  await eventually(() => least.evaluate(({ seconds }) => seconds)).toBeLessThan(2);
});

it("G15: people are filtered, created, changed and deleted, and only what can be done is enabled", async () => {
  await visit.to("seven-guis/crud");
  const list = visit.page.getByRole("listbox", { name: "People" });
  const people = () => list.locator("option").allTextContents();
  await eventually(people).toEqual(["Emil, Hans", "Mustermann, Max", "Tisch, Roman"]);
  expect([await button("Create").isDisabled(), await button("Update").isDisabled()]).toEqual([true, true]);
  await field("Name").fill("Ada");
  await field("Surname").fill("Musgrave");
  await eventually(() => button("Create").isEnabled()).toBe(true);
  await button("Create").click();
  await eventually(people).toEqual(["Emil, Hans", "Mustermann, Max", "Tisch, Roman", "Musgrave, Ada"]);
  await field("Surname starts with").fill("mus");
  await eventually(people).toEqual(["Mustermann, Max", "Musgrave, Ada"]);
  await list.selectOption("Mustermann, Max");
  await eventually(() => field("Name").inputValue()).toBe("Max");
  await field("Name").fill("Moritz");
  await button("Update").click();
  await eventually(people).toEqual(["Mustermann, Moritz", "Musgrave, Ada"]);
  await button("Delete").click();
  await eventually(people).toEqual(["Musgrave, Ada"]);
  await eventually(() => button("Delete").isDisabled()).toBe(true);
  await field("Surname starts with").fill("");
  await eventually(people).toEqual(["Emil, Hans", "Tisch, Roman", "Musgrave, Ada"]);
});

it("G16: circles are added, pointed at, adjusted in view as one step, undone and redone", async () => {
  const { page } = visit;
  await visit.to("seven-guis/circles");
  const canvas = page.locator(".drawing");
  const radii = () => canvas.locator("circle").evaluateAll((all) => all.map((circle) => circle.getAttribute("r")));
  await canvas.click({ position: { x: 60, y: 60 } });
  await canvas.click({ position: { x: 160, y: 100 } });
  await eventually(radii).toEqual(["20", "20"]);
  await canvas.hover({ position: { x: 65, y: 62 } });
  await eventually(() => canvas.locator("circle.chosen").getAttribute("cx")).toBe("60");
  await canvas.click({ position: { x: 62, y: 60 }, button: "right" });
  const slider = page.getByRole("dialog").getByRole("slider");
  for (const diameter of ["50", "80", "120"]) await slider.fill(diameter);
  await eventually(radii).toEqual(["60", "20"]);
  await button("Done").click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await button("Undo").click();
  await eventually(radii).toEqual(["20", "20"]);
  await button("Undo").click();
  await eventually(radii).toEqual(["20"]);
  await button("Redo").click();
  await button("Redo").click();
  await eventually(radii).toEqual(["60", "20"]);
  await eventually(() => button("Redo").isDisabled()).toBe(true);
});

it("G16: circles can be drawn and adjusted with the keyboard alone", async () => {
  const { page } = visit;
  await visit.to("seven-guis/circles");
  const circle = page.locator(".drawing circle");
  await button("Add").press("Enter");
  await circle.waitFor();
  await circle.focus();
  // A key that is pressed on a disabled button is lost.
  await eventually(() => button("Adjust…").isEnabled()).toBe(true);
  await button("Adjust…").press("Enter");
  await page.getByRole("dialog").getByRole("slider").press("End");
  await eventually(() => circle.getAttribute("r")).toBe("100");
  await page.keyboard.press("Escape");
  await eventually(() => page.getByRole("dialog").count()).toBe(0);
  await eventually(() => button("Undo").isEnabled()).toBe(true);
  await button("Undo").press("Enter");
  await eventually(() => circle.getAttribute("r")).toBe("20");
});

const cell = (name: string) => visit.page.locator(`#${name}`);
const grid = () => visit.page.getByRole("grid");

it("G17, G19: cells are edited with the keyboard, and what depends on them follows", async () => {
  const { page } = visit;
  await visit.to("seven-guis/cells");
  expect(await page.locator("tbody [role=gridcell]").count()).toBe(2600);
  expect(await cell("D4").textContent()).toBe("147");
  await grid().focus();
  for (const key of ["ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
  await page.keyboard.type("50");
  await page.keyboard.press("Enter");
  await eventually(textOf(cell("D1"))).toBe("100");
  await eventually(textOf(cell("D4"))).toBe("151");
  await eventually(() => grid().getAttribute("aria-activedescendant")).toBe("B2");
  await page.keyboard.press("F2");
  const editor = page.getByLabel("Content of B2");
  await eventually(() => editor.inputValue()).toBe("19.5");
  await editor.fill("1000");
  await page.keyboard.press("Escape");
  await eventually(textOf(cell("B2"))).toBe("19.5");
  await page.keyboard.press("Delete");
  await eventually(textOf(cell("D4"))).toBe("112");
});

it("G18, G19: cells are edited with the pointer, and a circle is reported until it is broken", async () => {
  const { page } = visit;
  await visit.to("seven-guis/cells");
  const enter = async (name: string, text: string) => {
    await cell(name).dblclick();
    const editor = page.getByLabel(`Content of ${name}`);
    await editor.fill(text);
    await editor.press("Enter");
  };
  await enter("F0", "=F2+1");
  await enter("F1", "=F0+1");
  await enter("F2", "=F1+1");
  for (const name of ["F0", "F1", "F2"]) await eventually(textOf(cell(name))).toBe("#CYCLE");
  await enter("F1", "10");
  await eventually(textOf(cell("F2"))).toBe("11");
  await eventually(textOf(cell("F0"))).toBe("12");
  await enter("F1", "=sum(D1:D3");
  await eventually(textOf(cell("F0"))).toBe("#SYNTAX");
});

it("G19: moving beyond what is seen scrolls the sheet, and leaves its headings free", async () => {
  const { page } = visit;
  await visit.to("seven-guis/cells");
  await grid().focus();
  for (let times = 0; times < 11; times++) await page.keyboard.press("PageDown");
  await eventually(() => grid().getAttribute("aria-activedescendant")).toBe("A99");
  const isInside = () =>
    cell("A99").evaluate((td) => {
      const inner = td.getBoundingClientRect();
      const outer = td.closest(".sheet-cells")!.getBoundingClientRect();
      return inner.top >= outer.top && inner.bottom <= outer.bottom;
    });
  await eventually(isInside).toBe(true);
});
