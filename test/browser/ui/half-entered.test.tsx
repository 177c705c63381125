import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { signal } from "tandem";
import { ask, conversation, field as fields, show } from "tandem/flow";
import {
  Button,
  createForm,
  DateInput,
  DateRangeInput,
  DateTimeInput,
  Form,
  MonthInput,
  NumberInput,
  TimeInput,
  type DateRange,
} from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

/** Whether a control shows what is no value. */
const isHalf = (control: Locator) => control.evaluate((input: HTMLInputElement) => input.validity.badInput);
const shown = (control: Locator) =>
  control.evaluate((input: HTMLInputElement) => [input.value, input.validity.badInput]);

/** What leaves half a value in each. */
const HALVES = [
  ["Day", "11"],
  ["Time", "09"],
  ["Moment", "11"],
  ["Month", "11"],
  ["From", "11"],
  ["To", "11"],
  ["Minus", "-"],
  ["Power", "1e"],
] as const;

it("U177: a form's reset empties what is half entered, with the focus in it or without", async () => {
  await using opened = await WidgetPage.open(() => {
    const form = createForm({
      initial: {
        day: "",
        time: "",
        moment: "",
        month: "",
        stay: { from: "", to: "" },
        minus: null as number | null,
        power: null as number | null,
      },
      onSubmit: () => {},
    });
    const reset = () => form.reset();
    const { day, time, moment, month, minus, power } = form.fields;
    return (
      // What was typed before this key has been heard by then.
      <main onKeyDown={{ keys: ["F2"], handler: reset }}>
        <Form form={form}>
          <DateInput label="Day" bind={day} />
          <TimeInput label="Time" bind={time} />
          <DateTimeInput label="Moment" bind={moment} />
          <MonthInput label="Month" bind={month} />
          <DateRangeInput label="Stay" bind={form.field("stay")} />
          <NumberInput label="Minus" bind={minus} />
          <NumberInput label="Power" bind={power} />
          <Button onClick={reset}>Reset</Button>
        </Form>
      </main>
    );
  });
  const { page } = opened;
  for (const [label, keys] of HALVES) {
    const control = page.getByLabel(label, { exact: true });
    await control.focus();
    await page.keyboard.type(keys);
    expect([label, await isHalf(control)]).toEqual([label, true]);
    await page.keyboard.press("F2");
    await eventually(() => isHalf(control)).toBe(false);
    expect(await control.evaluate((input) => document.activeElement === input)).toBe(true);
  }
  for (const [label, keys] of HALVES) {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.type(keys);
  }
  await page.getByRole("button", { name: "Reset" }).click();
  for (const [label] of HALVES)
    await eventually(() => shown(page.getByLabel(label, { exact: true }))).toEqual(["", false]);
  expect(await page.locator(".tandem-error-text:not(:empty)").count()).toBe(0);
  // And each takes what is entered next.
  await page.getByLabel("Minus").focus();
  await page.keyboard.type("-4");
  await page.getByLabel("Day").fill("2026-11-26");
  await eventually(() => shown(page.getByLabel("Minus"))).toEqual(["-4", false]);
  expect(await page.locator(".tandem-error-text:not(:empty)").count()).toBe(0);
  expect(opened.troubles).toEqual([]);
});

it("U177: nothing, set in place of a value, empties what is half entered over it", async () => {
  const day = signal("2026-11-26");
  const weight = signal<number | null>(5);
  const stay = signal<DateRange>({ from: "2026-11-26", to: "2026-11-30" });
  await using opened = await WidgetPage.open(() => (
    <main>
      <DateInput label="Day" bind={day} />
      <NumberInput label="Weight" bind={weight} />
      <DateRangeInput label="Stay" bind={stay} />
      <Button
        onClick={() => {
          day.set("");
          weight.set(null);
          stay.set({ from: "", to: "" });
        }}
      >
        Clear
      </Button>
    </main>
  ));
  const { page } = opened;
  for (const label of ["Day", "From", "To"]) {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.press("Delete");
    await eventually(() => isHalf(page.getByLabel(label, { exact: true }))).toBe(true);
  }
  await page.getByLabel("Weight").focus();
  await page.keyboard.press("End");
  await page.keyboard.type("e");
  await page.getByRole("button", { name: "Clear" }).click();
  for (const label of ["Day", "Weight", "From", "To"])
    await eventually(() => shown(page.getByLabel(label, { exact: true }))).toEqual(["", false]);
  expect(opened.troubles).toEqual([]);
});

it("U177: buttons of a conversation that set its fields back do so, too", async () => {
  const answer = conversation(async () => {
    const trip = await ask.form("Trip", {
      day: fields.date("Day", { required: false }),
      stay: fields.dateRange("Stay", { required: false }),
      seats: fields.number("Seats", { required: false }),
      go: fields.actions("", ["Book", { label: "Start over", kind: "reset" }]),
    });
    show(<p>{JSON.stringify(trip)}</p>);
  });
  await using opened = await WidgetPage.open(answer);
  const { page } = opened;
  const halves = [
    ["Day", "11"],
    ["To", "11"],
    ["Seats", "-"],
  ] as const;
  for (const [label, keys] of halves) {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.type(keys);
  }
  await page.getByRole("button", { name: "Start over" }).click();
  for (const [label] of halves)
    await eventually(() => shown(page.getByLabel(label, { exact: true }))).toEqual(["", false]);
  await page.getByRole("button", { name: "Book" }).click();
  await page.getByText('{"day":"","stay":{"from":"","to":""},"seats":null,"go":"Book"}').waitFor();
  expect(opened.troubles).toEqual([]);
});
