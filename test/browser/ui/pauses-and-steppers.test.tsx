import { expect, it } from "vitest";
import { signal } from "tandem";
import { Button, NumberInput, Textarea, TextInput } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { overlappingTexts, surplusWidth } from "../../support/page-checks.ts";
import { WidgetPage } from "../../support/widget-page.ts";

it("U180: what waits is heard when the control is left, on Enter, and before anything else", async () => {
  const name = signal("");
  const note = signal("");
  const weight = signal<number | null>(null);
  const heard: string[] = [];
  await using opened = await WidgetPage.open(() => (
    <main>
      <TextInput label="Name" bind={name} debounce="left" onChange={(text) => heard.push(text)} />
      <Textarea label="Note" bind={note} debounce="left" onChange={(text) => heard.push(text)} />
      <NumberInput label="Weight" bind={weight} debounce="left" onChange={(value) => heard.push(String(value))} />
      <Button onClick={() => heard.push("click")}>Go</Button>
    </main>
  ));
  const { page } = opened;
  await page.getByLabel("Name").focus();
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  await eventually(() => name.peek()).toBe("Ada");
  await page.keyboard.type(" Lovelace");
  await page.keyboard.press("Tab");
  await eventually(() => name.peek()).toBe("Ada Lovelace");
  await page.keyboard.type("One\nTwo");
  await page.getByLabel("Weight").focus();
  await page.keyboard.type("1.50");
  await page.getByRole("button", { name: "Go" }).click();
  await eventually(() => heard).toEqual(["Ada", "Ada Lovelace", "One\nTwo", "1.5", "click"]);
  expect(await page.getByLabel("Weight").inputValue()).toBe("1.50");
  expect(opened.troubles).toEqual([]);
});

it("U181: steppers step in the page, within what is allowed, and leave the focus where it is", async () => {
  const seats = signal<number | null>(1);
  const free = signal<number | null>(0.25);
  const off = signal(false);
  await using opened = await WidgetPage.open(() => (
    <main>
      <NumberInput label="Seats" bind={seats} min={1} max={4} integer steppers disabled={off} />
      <NumberInput label="Free" bind={free} max={2} steppers suffix="kg" format={(value) => `${value.toFixed(2)} kg`} />
    </main>
  ));
  const { page } = opened;
  const more = page.getByRole("button", { name: "More: Seats" });
  await page.getByLabel("Seats", { exact: true }).focus();
  for (let presses = 0; presses < 5; presses++) await more.click();
  await eventually(() => seats.peek()).toBe(4);
  expect(await page.getByLabel("Seats", { exact: true }).inputValue()).toBe("4");
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe("number");
  for (let presses = 0; presses < 5; presses++) await page.getByRole("button", { name: "Less: Seats" }).click();
  await eventually(() => seats.peek()).toBe(1);
  for (let presses = 0; presses < 3; presses++) await page.getByRole("button", { name: "More: Free" }).click();
  await eventually(() => free.peek()).toBe(2);
  await page.getByRole("button", { name: "Less: Free" }).click();
  await eventually(() => free.peek()).toBe(1);
  await page.getByText("1.00 kg").waitFor();
  off.set(true);
  await eventually(() => more.isDisabled()).toBe(true);
  await more.click({ force: true });
  off.set(false);
  await eventually(() => more.isEnabled()).toBe(true);
  await more.click();
  await eventually(() => seats.peek()).toBe(2);
  expect(await opened.accessibilityFaults()).toEqual([]);
  expect(opened.troubles).toEqual([]);
});

it("U181: steppers are large enough for fingers, and fit on a phone, either way text runs", async () => {
  for (const dir of ["ltr", "rtl"] as const) {
    await using opened = await WidgetPage.open(
      () => (
        <main dir={dir}>
          <NumberInput label="Seats" value={2} steppers prefix="No." help="Up to four." format={(n) => `${n} seats`} />
        </main>
      ),
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    );
    const { page } = opened;
    const box = (await page.getByRole("button", { name: "More: Seats" }).boundingBox())!;
    expect([box.width, box.height].every((length) => length >= 42)).toBe(true);
    expect([await surplusWidth(page), await overlappingTexts(page, "main")]).toEqual([0, []]);
  }
});
