import { expect, it } from "vitest";
import { signal } from "tandem";
import { Button, CheckboxGroup, RadioGroup, SegmentedControl, Select, ToggleGroup, type Option } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const SHIPPING: Option<{ days: number }>[] = [
  { value: { days: 1 }, label: "Express", group: "Fast", icon: "lightning" },
  { value: { days: 3 }, label: "Regular", group: "Slow", help: "On three days of the week", icon: "box" },
  { value: { days: 9 }, label: "By ship", group: "Slow", disabled: true, icon: "water" },
];

export function Choices() {
  const shipping = signal<{ days: number } | null>(null);
  const period = signal("Day");
  const toppings = signal<string[]>(["Olives"]);
  const [off, fixed] = [signal(false), signal(false)];
  const state = { disabled: off, readonly: fixed };
  return (
    <main>
      <h1>Choices</h1>
      <Select label="Shipping" bind={shipping} options={SHIPPING} placeholder="Choose…" help="Days." {...state} />
      <Select label="Urgency" options={["Low", "High"]} value="High" required {...state} />
      <RadioGroup label="By radio" bind={shipping} options={SHIPPING} {...state} />
      <RadioGroup
        label="In a row"
        options={["One", "Two", "Three"]}
        orientation="horizontal"
        error="Choose with care."
      />
      <SegmentedControl label="Period" bind={period} options={["Day", "Week", "Month"]} {...state} />
      <SegmentedControl
        label="Icons"
        bind={shipping}
        options={SHIPPING.map(({ value, label, icon }) => ({ value, label, icon }))}
        {...state}
      />
      <CheckboxGroup label="Toppings" bind={toppings} options={["Olives", "Onions", "Capers"]} max={2} {...state} />
      <ToggleGroup label="Toggles" bind={toppings} options={["Olives", "Onions", "Capers"]} {...state} />
      <output>{() => JSON.stringify([shipping.value?.days ?? null, period.value, toppings.value])}</output>
      <p>
        <Button onClick={() => (off.value = !off.peek())}>Switch off</Button>
        <Button onClick={() => (fixed.value = !fixed.peek())}>Fix</Button>
        <Button onClick={() => ((shipping.value = SHIPPING[1]!.value), (toppings.value = ["Capers"]))}>Set</Button>
      </p>
    </main>
  );
}

const open = (options = {}) => WidgetPage.open(Choices, options);
const value = ({ page }: WidgetPage) => page.locator("output").textContent();

it("U101: a select is chosen from by pointer and keyboard, and shows what the app sets", async () => {
  await using opened = await open();
  const { page } = opened;
  const select = page.getByLabel("Shipping");
  const shown = () => select.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.label);
  expect(await shown()).toBe("Choose…");
  await select.selectOption("Express");
  await eventually(() => value(opened)).toBe('[1,"Day",["Olives"]]');
  await select.press("ArrowDown");
  await eventually(() => value(opened)).toBe('[3,"Day",["Olives"]]');
  await select.selectOption("");
  await eventually(() => value(opened)).toBe('[null,"Day",["Olives"]]');
  await page.getByRole("button", { name: "Set" }).click();
  await eventually(shown).toBe("Regular");
  expect(opened.troubles).toEqual([]);
});

it("U104: radio buttons and segments are chosen by pointer and arrow keys", async () => {
  await using opened = await open();
  const { page } = opened;
  await page
    .getByRole("group", { name: "By radio" })
    .or(page.getByRole("radiogroup", { name: "By radio" }))
    .waitFor();
  await page.getByRole("radiogroup", { name: "By radio" }).getByLabel("Express").check();
  await eventually(() => value(opened)).toBe('[1,"Day",["Olives"]]');
  await page.keyboard.press("ArrowDown");
  await eventually(() => value(opened)).toBe('[3,"Day",["Olives"]]');
  await page.getByLabel("Week", { exact: true }).check();
  await eventually(() => value(opened)).toBe('[3,"Week",["Olives"]]');
  await page.keyboard.press("ArrowRight");
  await eventually(() => value(opened)).toBe('[3,"Month",["Olives"]]');
});

it("U105: checkboxes and toggles are chosen by pointer and keyboard; too many are shown as wrong", async () => {
  await using opened = await open();
  const { page } = opened;
  const boxes = page.getByRole("group", { name: "Toppings" });
  await boxes.getByLabel("Capers").check();
  await eventually(() => value(opened)).toBe('[null,"Day",["Olives","Capers"]]');
  await boxes.getByLabel("Onions").focus();
  await page.keyboard.press("Space");
  await page.getByText("Please choose at most 2.").waitFor();
  expect(await value(opened)).toBe('[null,"Day",["Olives","Capers"]]');
  await page.getByRole("group", { name: "Toggles" }).getByLabel("Olives").uncheck();
  await eventually(() => value(opened)).toBe('[null,"Day",["Capers"]]');
  await eventually(() => boxes.getByLabel("Onions").isChecked()).toBe(false);
});

it("U102: nothing is chosen while they are disabled or fixed, be it forged in the page", async () => {
  await using opened = await open();
  const { page } = opened;
  for (const name of ["Switch off", "Fix"]) {
    await page.getByRole("button", { name }).click();
    await eventually(() => page.getByLabel("Express").first().isDisabled()).toBe(true);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLInputElement>("fieldset, input, select, option")) {
        element.disabled = false;
        if (element.matches("input")) element.click();
      }
      const select = document.querySelector("select")!;
      select.value = select.options[1]!.value;
      select.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.getByRole("button", { name }).click();
    await eventually(() => page.getByLabel("Express").first().isDisabled()).toBe(false);
    expect(await value(opened)).toBe('[null,"Day",["Olives"]]');
  }
});

it("U106: choices pass axe in both themes, and fit on a phone", async () => {
  await using opened = await open({ viewport: { width: 390, height: 800 } });
  expect(await opened.accessibilityFaults()).toEqual([]);
  await opened.page.getByRole("button", { name: "Switch off" }).click();
  await eventually(() => opened.page.getByLabel("Shipping").isDisabled()).toBe(true);
  expect(await opened.accessibilityFaults()).toEqual([]);
  await eventually(() => opened.scrollWidth()).toBe(390);
});
