import { expect, it } from "vitest";
import { signal } from "tandem";
import { Button, Combobox, MultiSelect } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const CITIES = [
  { value: 1, label: "Oslo", group: "North", icon: "snow" },
  { value: 2, label: "Tromsø", group: "North", help: "Beyond the circle", icon: "snow" },
  { value: 3, label: "Rome", group: "South", icon: "sun" },
  { value: 4, label: "Atlantis", group: "South", disabled: true, icon: "water" },
  { value: 5, label: "Porto", group: "South", icon: "sun" },
] as const;
const WORDS = Array.from({ length: 1000 }, (_, index) => `word ${index}`);
const find = async (query: string) => WORDS.filter((word) => word.includes(query));

export function Pickers() {
  const city = signal<number | null>(null);
  const word = signal<string | null>("word 7");
  const free = signal("");
  const cities = signal<number[]>([1]);
  const [off, fixed] = [signal(false), signal(false)];
  const state = { disabled: off, readonly: fixed };
  return (
    <main>
      <h1>Pickers</h1>
      <Combobox label="City" bind={city} options={CITIES} placeholder="Type a city" help="Where to?" {...state} />
      <Combobox label="Word" bind={word} search={find} limit={20} debounce={50} {...state} />
      <Combobox label="Long" options={WORDS} required {...state} />
      <Combobox label="Free" bind={free} options={["red", "green"]} freeText {...state} />
      <MultiSelect label="Cities" bind={cities} options={CITIES} max={3} selectAll placeholder="Any" {...state} />
      <output>{() => JSON.stringify([city.value, word.value, free.value, cities.value])}</output>
      <p>
        <Button onClick={() => (off.value = !off.peek())}>Switch off</Button>
        <Button onClick={() => (fixed.value = !fixed.peek())}>Fix</Button>
        <Button onClick={() => ((city.value = 3), (cities.value = [3, 5]))}>Set</Button>
      </p>
    </main>
  );
}

const open = (options = {}) => WidgetPage.open(Pickers, options);
const value = async ({ page }: WidgetPage) => JSON.parse((await page.locator("output").textContent())!) as unknown[];

it("U110: a combobox is opened, found in and chosen from by keyboard, without waiting for the server", async () => {
  await using opened = await open();
  const { page } = opened;
  const city = page.getByRole("combobox", { name: "City" });
  await city.focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option", { name: "Oslo" }).first().waitFor();
  expect(await city.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.type("tro");
  await eventually(() => page.getByRole("option").count()).toBe(1);
  const active = async () => page.locator(`#${await city.getAttribute("aria-activedescendant")}`).textContent();
  await eventually(active).toContain("Tromsø");
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.keyboard.press("Enter");
  await eventually(async () => (await value(opened))[0]).toBe(2);
  await eventually(() => city.inputValue()).toBe("Tromsø");
  expect(await city.getAttribute("aria-expanded")).toBe("false");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await eventually(async () => (await value(opened))[0]).toBe(5);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("option").count()).toBe(0);
  expect(opened.troubles).toEqual([]);
});

it("U110: by pointer, and shows what the app sets; what is no option is said to be none when it is left", async () => {
  await using opened = await open();
  const { page } = opened;
  const city = page.getByRole("combobox", { name: "City" });
  await city.click();
  await page.getByRole("option", { name: "Rome" }).click();
  await eventually(async () => (await value(opened))[0]).toBe(3);
  expect(await city.inputValue()).toBe("Rome");
  await city.fill("Nowhere");
  await page.keyboard.press("Tab");
  await page.getByText("Please choose one of the options.").waitFor();
  expect([(await value(opened))[0], await city.inputValue()]).toEqual([3, "Nowhere"]);
  await city.fill("porto");
  await page.keyboard.press("Tab");
  await eventually(async () => [(await value(opened))[0], await city.inputValue()]).toEqual([5, "Porto"]);
  await page.getByRole("button", { name: "Set" }).click();
  await eventually(() => city.inputValue()).toBe("Rome");
  await page.getByRole("button", { name: "Clear City" }).click();
  await eventually(async () => (await value(opened))[0]).toBe(null);
});

it("U111: a search is made on the server; Enter pressed too early chooses what comes", async () => {
  await using opened = await open();
  const { page } = opened;
  const word = page.getByRole("combobox", { name: "Word" });
  expect(await word.inputValue()).toBe("word 7");
  await word.fill("word 77");
  await page.keyboard.press("Enter");
  await eventually(async () => (await value(opened))[1]).toBe("word 77");
  await word.fill("word 8");
  await page.getByText("And 91 more: type to find them.").waitFor();
  await eventually(() => page.getByRole("option").count()).toBe(20);
  expect(await opened.accessibilityFaults()).toEqual([]);
  await word.fill("zebra");
  await page.getByText("Nothing found.").filter({ visible: true }).waitFor();
  const long = page.getByRole("combobox", { name: "Long" });
  await long.fill("999");
  await eventually(() => page.getByRole("option").count()).toBe(1);
  await page.keyboard.press("Enter");
  await eventually(() => long.inputValue()).toBe("word 999");
});

it("U112: free text counts as it is, and Enter does not take an option for it", async () => {
  await using opened = await open();
  const { page } = opened;
  const free = page.getByRole("combobox", { name: "Free" });
  await free.fill("gre");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await eventually(async () => (await value(opened))[2]).toBe("gre");
  await free.fill("gre");
  await page.getByRole("option", { name: "green" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await eventually(async () => (await value(opened))[2]).toBe("green");
});

it("U113: several are chosen and taken back, by pointer and keyboard, all at once too", async () => {
  await using opened = await open();
  const { page } = opened;
  const cities = page.getByRole("combobox", { name: "Cities" });
  await cities.click();
  await page.getByRole("option", { name: "Porto" }).click();
  await eventually(async () => (await value(opened))[3]).toEqual([1, 5]);
  await eventually(() => page.getByRole("option", { name: "Porto" }).getAttribute("aria-selected")).toBe("true");
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.keyboard.type("rome");
  await eventually(() => page.getByRole("option").count()).toBe(1);
  await page.keyboard.press("Enter");
  await eventually(async () => (await value(opened))[3]).toEqual([1, 3, 5]);
  expect(await cities.inputValue()).toBe("");
  await page.keyboard.press("Backspace");
  await eventually(async () => (await value(opened))[3]).toEqual([1, 3]);
  await page.getByRole("button", { name: "Choose all" }).click();
  await page.keyboard.press("Escape");
  await page.getByText("Please choose at most 3.").waitFor();
  await page.getByRole("button", { name: "Remove Oslo" }).click();
  await eventually(async () => (await value(opened))[3]).toEqual([2, 3, 5]);
  await page.getByRole("button", { name: "Set" }).click();
  await eventually(() => page.locator(".tandem-picked").allTextContents()).toEqual(["Rome", "Porto"]);
  expect(opened.troubles).toEqual([]);
});

it("U114: nothing is chosen while they are disabled or read-only, be it forged in the page", async () => {
  await using opened = await open();
  const { page } = opened;
  // The options are there by now.
  for (const box of await page.getByRole("combobox").all()) await box.focus();
  await eventually(() => page.locator("[role=option]").count()).toBeGreaterThan(40);
  const before = await value(opened);
  for (const name of ["Switch off", "Fix"]) {
    await page.getByRole("button", { name }).click();
    await eventually(() => page.getByRole("combobox", { name: "City" }).isEditable()).toBe(false);
    await page.evaluate(() => {
      for (const control of document.querySelectorAll<HTMLInputElement>("tandem-picker :is(input, button)")) {
        control.disabled = control.readOnly = false;
        if (control.matches("button")) control.click();
        control.value = "Rome";
        control.dispatchEvent(new Event("input", { bubbles: true }));
        control.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
      }
    });
    await page.getByRole("button", { name }).click();
    await eventually(() => page.getByRole("combobox", { name: "City" }).isEditable()).toBe(true);
    expect(await value(opened)).toEqual(before);
  }
});

it("U115: pickers pass axe in both themes, and fit on a phone, opened and closed", async () => {
  await using opened = await open({ viewport: { width: 390, height: 700 }, hasTouch: true });
  const { page } = opened;
  expect(await opened.accessibilityFaults()).toEqual([]);
  await page.getByRole("combobox", { name: "Cities" }).tap();
  await page.getByRole("option", { name: "Rome" }).tap();
  await eventually(async () => (await value(opened))[3]).toEqual([1, 3]);
  // Its box grows with what is chosen, and it follows.
  await eventually(async () => {
    const { x, y, width, height } = (await page.locator(".tandem-picker-popup:popover-open").boundingBox())!;
    return [x >= 0, x + width <= 390, y + height <= 700];
  }).toEqual([true, true, true]);
  await eventually(() => opened.scrollWidth()).toBe(390);
});
