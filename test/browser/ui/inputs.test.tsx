import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signal, type Signal } from "tandem";
import {
  Checkbox,
  ColorInput,
  DateInput,
  DateRangeInput,
  DateTimeInput,
  MonthInput,
  NumberInput,
  PasswordInput,
  RangeSlider,
  Rating,
  SearchInput,
  Slider,
  SwitchInput,
  Textarea,
  TextInput,
  TimeInput,
  WeekInput,
  type DateRange,
  type NumberRange,
} from "tandem/ui";
import { currentSession } from "../../../src/session/current.ts";
import type { Session } from "../../../src/session/session.ts";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const values = {
  name: signal("Ada"),
  search: signal("oslo"),
  password: signal(""),
  weight: signal<number | null>(1.5),
  note: signal("One"),
  agreed: signal(false),
  alarm: signal(false),
  volume: signal(40),
  price: signal<NumberRange>({ from: 20, to: 80 }),
  day: signal("2026-11-26"),
  time: signal("09:30"),
  moment: signal("2026-11-26T09:30"),
  month: signal("2026-11"),
  week: signal("2026-W48"),
  stay: signal<DateRange>({ from: "2026-11-26", to: "2026-11-30" }),
  ink: signal("#1f5fbf"),
  stars: signal(2),
};
const off = signal(false);
const fixed = signal(false);
const searches: string[] = [];
const submitted: string[] = [];
/** What people made of the slider, as the server was told. */
const volumes: number[] = [];

let session: Session;

function Inputs() {
  session = currentSession();
  const state = { disabled: off, readonly: fixed };
  return (
    <main>
      <h1>Inputs</h1>
      <TextInput
        label="Name"
        bind={values.name}
        clearable
        maxLength={20}
        showCount
        suggestions={["Grace"]}
        {...state}
      />
      <SearchInput label="Search" bind={values.search} onSearch={(text) => searches.push(text)} {...state} />
      <PasswordInput label="Password" bind={values.password} help="Twelve characters." minLength={3} {...state} />
      <NumberInput label="Weight" bind={values.weight} min={0} max={30} step={0.5} suffix="kg" {...state} />
      <Textarea
        label="Note"
        bind={values.note}
        autoGrow
        rows={2}
        maxRows={6}
        onSubmit={(text) => submitted.push(text)}
        {...state}
      />
      <Checkbox label="Agreed" bind={values.agreed} {...state} />
      <SwitchInput label="Alarm" bind={values.alarm} {...state} />
      <Slider
        label="Volume"
        bind={values.volume}
        step={5}
        marks={[0, 50, 100]}
        onChange={(now) => volumes.push(now)}
        {...state}
      />
      <RangeSlider label="Price" bind={values.price} step={5} {...state} />
      <DateInput label="Day" bind={values.day} min="2026-11-01" {...state} />
      <TimeInput label="Time" bind={values.time} {...state} />
      <DateTimeInput label="Moment" bind={values.moment} {...state} />
      <MonthInput label="Month" bind={values.month} {...state} />
      <WeekInput label="Week" bind={values.week} {...state} />
      <DateRangeInput label="Stay" bind={values.stay} {...state} />
      <ColorInput label="Ink" bind={values.ink} swatches={["#b3261e"]} {...state} />
      <Rating label="Stars" bind={values.stars} half {...state} />
    </main>
  );
}

const write = (change: () => void) => session.run(change);
const set = <T,>(target: Signal<T>, value: T) => write(() => (target.value = value));

let opened: WidgetPage;
let page: Page;
beforeAll(async () => {
  opened = await WidgetPage.open(Inputs);
  page = opened.page;
});
afterAll(() => opened[Symbol.asyncDispose]());

const field = (label: string) => page.getByLabel(label, { exact: true });
const complaint = (label: string) =>
  page
    .locator(".tandem-field", { has: field(label) })
    .locator(".tandem-error-text")
    .textContent();

describe("what is entered is in its signal, and what the app writes is shown", () => {
  it.each<[label: string, value: Signal<string>, typed: string, held: string, written: string]>([
    ["Name", values.name, "Grace", "Grace", "Edith"],
    ["Search", values.search, "bergen", "bergen", "oslo"],
    ["Note", values.note, "Two\nlines", "Two\nlines", "Three"],
    ["Day", values.day, "2026-12-01", "2026-12-01", "2026-12-24"],
    ["Time", values.time, "10:15", "10:15", "23:59"],
    ["Moment", values.moment, "2026-12-01T10:15", "2026-12-01T10:15", "2027-01-01T00:00"],
    ["Month", values.month, "2026-12", "2026-12", "2027-01"],
    ["Week", values.week, "2026-W49", "2026-W49", "2027-W01"],
    ["Ink", values.ink, "#00ff00", "#00ff00", "#123456"],
    ["Ink, as digits", values.ink, "ABC", "#aabbcc", "#654321"],
  ])("U81: %s", async (label, value, typed, held, written) => {
    await field(label).fill(typed);
    await eventually(() => value.peek()).toBe(held);
    set(value, written);
    await eventually(() => field(label).inputValue()).toBe(written);
  });

  it("U81, U40: a number, as it is typed, stepped by arrow keys", async () => {
    const weight = field("Weight");
    await weight.fill("1.50");
    await page.keyboard.press("Tab");
    await eventually(() => values.weight.peek()).toBe(1.5);
    expect(await weight.inputValue()).toBe("1.50");
    await weight.press("ArrowUp");
    await eventually(() => values.weight.peek()).toBe(2);
    set(values.weight, null);
    await eventually(() => weight.inputValue()).toBe("");
  });

  it.each([
    ["Agreed", values.agreed],
    ["Alarm", values.alarm],
  ])("U81: %s, by its label and by the space bar", async (label, value) => {
    await page.locator("label", { hasText: label }).click();
    await eventually(() => value.peek()).toBe(true);
    await page.keyboard.press("Space");
    await eventually(() => value.peek()).toBe(false);
    set(value, true);
    await eventually(() => field(label).isChecked()).toBe(true);
  });

  it("U81, U75: stars, by the pointer and by arrow keys", async () => {
    await field("4 stars").click();
    await eventually(() => values.stars.peek()).toBe(4);
    await page.keyboard.press("ArrowLeft");
    await eventually(() => values.stars.peek()).toBe(3.5);
    set(values.stars, 0);
    await eventually(() => field("No rating").isChecked()).toBe(true);
  });

  it("U81, U61: a range of dates", async () => {
    await field("From").fill("2026-12-01");
    await field("To").fill("2026-12-05");
    await eventually(() => values.stay.peek()).toEqual({ from: "2026-12-01", to: "2026-12-05" });
    await eventually(() => field("To").getAttribute("min")).toBe("2026-12-01");
    set(values.stay, { from: "", to: "" });
    await eventually(() => field("To").inputValue()).toBe("");
  });

  it("U81: a swatch", async () => {
    await page.getByRole("button", { name: "#b3261e" }).click();
    await eventually(() => values.ink.peek()).toBe("#b3261e");
    await eventually(() => field("Ink").inputValue()).toBe("#b3261e");
  });
});

/** Where the filled part of a slider's track ends, and its last thumb stands, from 0 to 1. */
const trackOf = (label: string) =>
  field(label).evaluate((input: HTMLInputElement) => {
    const track = input.parentElement!.querySelector<HTMLElement>(".tandem-range-track")!;
    const part = (name: string) => Number(getComputedStyle(track).getPropertyValue(name));
    return [part("--range-from"), part("--range-part")];
  });

describe("sliders", () => {
  it("U50, U81: the keyboard moves one, its track goes with it, and it follows the app", async () => {
    set(values.volume, 40);
    await eventually(() => field("Volume").inputValue()).toBe("40");
    await field("Volume").press("ArrowRight");
    await eventually(() => values.volume.peek()).toBe(45);
    await eventually(() => trackOf("Volume")).toEqual([0, 0.45]);
    set(values.volume, 80);
    await eventually(() => trackOf("Volume")).toEqual([0, 0.8]);
  });

  it("U50: while it is dragged its track goes with it, and the end is told exactly", async () => {
    const box = (await field("Volume").boundingBox())!;
    const at = (part: number) => [box.x + 10 + part * (box.width - 20), box.y + box.height / 2] as const;
    set(values.volume, 0);
    await eventually(() => field("Volume").inputValue()).toBe("0");
    await page.mouse.move(...at(0));
    await page.mouse.down();
    for (let step = 1; step <= 10; step++) await page.mouse.move(...at(step / 10));
    await eventually(() => trackOf("Volume")).toEqual([0, 1]);
    await page.mouse.up();
    await eventually(() => values.volume.peek()).toBe(100);
  });

  it("U50: what comes faster than it is told is told now and then: its first and its last", async () => {
    set(values.volume, 0);
    await eventually(() => field("Volume").inputValue()).toBe("0");
    volumes.length = 0;
    await field("Volume").evaluate((input: HTMLInputElement) => {
      for (let value = 5; value <= 100; value += 5) {
        input.value = String(value);
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    await eventually(() => values.volume.peek()).toBe(100);
    // The first may wait, too, where something was told just before.
    expect([[5, 100], [100]]).toContainEqual(volumes);
  });

  it("U52: two thumbs do not pass each other, by keyboard or by pointer", async () => {
    set(values.price, { from: 70, to: 80 });
    await eventually(() => field("Price, from").inputValue()).toBe("70");
    for (let presses = 0; presses < 5; presses++) await field("Price, from").press("ArrowRight");
    await eventually(() => values.price.peek()).toEqual({ from: 80, to: 80 });
    const box = (await field("Price, from").boundingBox())!;
    await page.mouse.move(box.x + 10 + 0.8 * (box.width - 20), box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 10 + 0.3 * (box.width - 20), box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await eventually(() => values.price.peek()).toEqual({ from: 30, to: 80 });
    await eventually(() => trackOf("Price, from")).toEqual([0.3, 0.8]);
  });
});

describe("in the page", () => {
  it("U32: a clear button empties at once, and is there only where there is something", async () => {
    const clear = page.getByRole("button", { name: "Clear Name" });
    await field("Name").fill("Grace");
    await clear.click();
    expect(await field("Name").inputValue()).toBe("");
    await page.keyboard.type("E");
    await eventually(() => values.name.peek()).toBe("E");
    expect(await field("Name").inputValue()).toBe("E");
    await field("Name").fill("");
    await clear.waitFor({ state: "hidden" });
  });

  it("U35: a search waits for a pause, or for Enter", async () => {
    await field("Search").fill("");
    await field("Search").pressSequentially("tromso");
    await page.keyboard.press("Enter");
    await eventually(() => searches.at(-1)).toBe("tromso");
    expect(values.search.peek()).toBe("tromso");
    await field("Search").press("Escape");
    await eventually(() => values.search.peek()).toBe("");
  });

  it("U37: a password is shown and hidden by keyboard, in the page alone", async () => {
    await field("Password").fill("hunter2");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await field("Password").getAttribute("type")).toBe("text");
    expect(await field("Password").inputValue()).toBe("hunter2");
    expect(await page.evaluate(() => document.activeElement!.ariaLabel)).toBe("Hide the password");
    await page.keyboard.press("Space");
    expect(await field("Password").getAttribute("type")).toBe("password");
    await eventually(() => values.password.peek()).toBe("hunter2");
    set(values.password, "");
    await eventually(() => field("Password").inputValue()).toBe("");
  });

  it("U36: the page's source has no password", async () => {
    set(values.password, "correct horse");
    expect(await (await page.request.get(opened.server.url)).text()).not.toContain("correct horse");
    set(values.password, "");
  });

  it("U30: half a date and half a number keep what was there, and are complained of", async () => {
    set(values.day, "2026-11-26");
    await eventually(() => field("Day").inputValue()).toBe("2026-11-26");
    await field("Day").focus();
    await page.keyboard.press("Backspace");
    await eventually(() => field("Day").inputValue()).toBe("");
    await page.keyboard.press("Shift+Tab");
    await eventually(() => complaint("Day")).toBe("Please enter a whole date.");
    expect(values.day.peek()).toBe("2026-11-26");
    set(values.weight, 5);
    await eventually(() => field("Weight").inputValue()).toBe("5");
    await field("Weight").press("End");
    await page.keyboard.type("e");
    await page.keyboard.press("Tab");
    await eventually(() => complaint("Weight")).toBe("Please enter a number.");
    expect(values.weight.peek()).toBe(5);
  });

  it("U42: a text area grows to its limit, and Ctrl+Enter hands its text on", async () => {
    const height = () => field("Note").evaluate((area) => area.clientHeight);
    await field("Note").fill("1");
    const low = await height();
    await field("Note").fill("1\n2\n3\n4");
    const high = await height();
    expect(high).toBeGreaterThan(low);
    await field("Note").fill(Array(30).fill("line").join("\n"));
    const highest = await height();
    await field("Note").fill(Array(60).fill("line").join("\n"));
    expect(await height()).toBe(highest);
    await field("Note").fill("done");
    await page.keyboard.press("Control+Enter");
    await eventually(() => submitted.at(-1)).toBe("done");
  });

  it("U46: what HTML does not know as read-only does not move", async () => {
    set(values.agreed, true);
    set(values.stars, 2);
    set(values.volume, 40);
    write(() => (fixed.value = true));
    await eventually(() => field("Volume").getAttribute("readonly")).toBe("");
    await field("Agreed").click();
    await field("4 stars").click();
    await field("2 stars").press("ArrowRight");
    await field("Volume").press("ArrowRight");
    const states = () =>
      Promise.all([field("Agreed").isChecked(), field("2 stars").isChecked(), field("Volume").inputValue()]);
    expect(await states()).toEqual([true, true, "40"]);
    expect([values.agreed.peek(), values.stars.peek(), values.volume.peek()]).toEqual([true, 2, 40]);
    write(() => (fixed.value = false));
  });

  it("U81: disabled, nothing can be entered", async () => {
    write(() => (off.value = true));
    await eventually(() => page.locator("input:enabled, textarea:enabled, .tandem-field button:enabled").count()).toBe(
      0,
    );
    write(() => (off.value = false));
    await eventually(() => page.locator("main :is(input, textarea):disabled").count()).toBe(0);
  });

  it("U80: nothing of it overflows from 390 to 1280 pixels, in either direction, and the page stays silent", async () => {
    for (const direction of ["ltr", "rtl"]) {
      await page.evaluate((dir) => void (document.documentElement.dir = dir), direction);
      for (const width of [390, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await eventually(() => opened.scrollWidth()).toBe(width);
      }
    }
    await page.evaluate(() => void (document.documentElement.dir = "ltr"));
    // Chromium's advice for pages that log people in, where no form is.
    expect(opened.troubles.filter((trouble) => !trouble.includes("not contained in a form"))).toEqual([]);
  });

  it("U80: passes axe, also disabled, read-only and complaining", async () => {
    expect(await opened.accessibilityFaults()).toEqual([]);
    for (const [state, looks] of [
      [off, ":disabled"],
      [fixed, ":read-only"],
    ] as const) {
      const name = page.locator(`input[maxlength="20"]${looks}`);
      write(() => (state.value = true));
      await name.waitFor();
      expect(await opened.accessibilityFaults()).toEqual([]);
      write(() => (state.value = false));
      await name.waitFor({ state: "detached" });
    }
  });
});
