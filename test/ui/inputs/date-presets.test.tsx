import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { DateRangeInput, dateRanges, type DateRange, type DateRangeInputProps, type DateRangePreset } from "tandem/ui";
import { todayAt } from "../../../src/ui/inputs/date-ranges.ts";
import { TestSession } from "../../support/test-session.ts";
import { enter } from "./support.ts";

const NOVEMBER = { from: "2026-11-01", to: "2026-11-30" };
const PRESETS: readonly DateRangePreset[] = [
  { label: "November", range: NOVEMBER },
  { label: "A week", range: () => ({ from: "2026-11-20", to: "2026-11-26" }) },
];

describe("ranges that people often want", () => {
  it("U178: count from the day, over months and years", () => {
    const { today, yesterday, lastDays, nextDays, thisWeek, thisMonth, lastMonth, thisYear } = dateRanges;
    expect(today("2026-11-26")).toEqual({ from: "2026-11-26", to: "2026-11-26" });
    expect(yesterday("2026-03-01")).toEqual({ from: "2026-02-28", to: "2026-02-28" });
    expect(lastDays(7)("2026-01-03")).toEqual({ from: "2025-12-28", to: "2026-01-03" });
    expect(lastDays(1)("2026-01-03")).toEqual({ from: "2026-01-03", to: "2026-01-03" });
    expect(nextDays(3)("2024-02-28")).toEqual({ from: "2024-02-28", to: "2024-03-01" });
    expect(thisWeek("2026-11-26")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(thisWeek("2026-11-29")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(thisWeek("2026-11-23")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(thisMonth("2024-02-10")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
    expect(thisMonth("2026-12-31")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
    expect(lastMonth("2026-01-31")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
    expect(lastMonth("2026-03-31")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(thisYear("2026-11-26")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  });

  it("U178: the day is the person's", () => {
    const late = Date.UTC(2026, 10, 26, 23, 30);
    expect(todayAt(late, "UTC")).toBe("2026-11-26");
    expect(todayAt(late, "Europe/Oslo")).toBe("2026-11-27");
    expect(todayAt(late, "America/New_York")).toBe("2026-11-26");
  });
});

describe("presets of a range of dates", () => {
  function start(more: Partial<DateRangeInputProps> = {}) {
    const stay = signal<DateRange>({ from: "", to: "" });
    const heard: DateRange[] = [];
    const at = enter(() => (
      <DateRangeInput label="Stay" bind={stay} presets={PRESETS} onChange={(range) => heard.push(range)} {...more} />
    ));
    const pressed = () => [...at.test.html.matchAll(/aria-pressed="(\w+)"/g)].map(([, is]) => is);
    const isOff = () => [...at.test.html.matchAll(/<button[^>]*>/g)].map(([tag]) => / disabled/.test(tag));
    return { ...at, stay, heard, pressed, isOff };
  }

  it("U178: are chosen by their names, and tell which is", () => {
    const { control, stay, heard, pressed, said, run } = start();
    expect(pressed()).toEqual(["false", "false"]);
    control("button", 1).says("click");
    expect([stay.peek(), pressed()]).toEqual([{ from: "2026-11-20", to: "2026-11-26" }, ["false", "true"]]);
    expect([control("input", 0).told("value"), control("input", 1).told("value")]).toEqual([
      "2026-11-20",
      "2026-11-26",
    ]);
    control("button", 0).says("click");
    expect([stay.peek(), heard.length, said()]).toEqual([NOVEMBER, 2, ""]);
    run(() => stay.set({ from: "2026-11-20", to: "2026-11-26" }));
    expect(pressed()).toEqual(["false", "true"]);
  });

  it("U178: take the place of what was half entered, with its complaint", () => {
    const { control, stay, said } = start();
    control("input", 0).input("2026-11-26");
    control("input", 1).blur({ bad: 1 });
    expect(said()).toBe("Please enter a whole date.");
    control("button", 0).says("click");
    expect([stay.peek(), said()]).toEqual([NOVEMBER, ""]);
  });

  it("U178: are checked as any: one that is not allowed cannot be chosen, whatever a page sends", () => {
    const min = signal("2026-11-05");
    const { control, stay, isOff, run } = start({ min });
    expect(isOff()).toEqual([true, false]);
    control("button", 0).says("click");
    expect(stay.peek()).toEqual({ from: "", to: "" });
    run(() => min.set("2026-11-01"));
    expect(isOff()).toEqual([false, false]);
    const checked = start({ validate: ({ from }) => (from === NOVEMBER.from ? "Not in November." : undefined) });
    checked.control("button", 0).says("click");
    expect([checked.stay.peek().from, checked.said()]).toEqual(["", "Not in November."]);
  });

  it("U178: nothing is chosen while it is disabled or read-only", () => {
    for (const state of [{ disabled: true }, { readonly: true }]) {
      const { control, stay } = start(state);
      control("button", 0).says("click");
      expect(stay.peek().from).toBe("");
    }
  });

  it("U178: may change, and follow the session's clock", () => {
    const presets = signal<readonly DateRangePreset[]>([]);
    const { control, stay, run, test } = start({ presets });
    expect(test.html).not.toContain("<button");
    run(() => presets.set([{ label: "Today", range: dateRanges.today }]));
    control("button").says("click");
    const today = todayAt(test.session.clock.now(), "UTC");
    expect(stay.peek()).toEqual({ from: today, to: today });
  });

  it("U178: one that is no range says what was expected, what came and what to do", () => {
    const wrong = { label: "Ever", range: () => "always" } as never;
    const error = new TestSession(() => <DateRangeInput label="Stay" presets={[wrong]} />).events("app/error")[0]?.[
      "error"
    ];
    expect(error).toMatchObject({
      code: "ui/bad-preset",
      message: expect.stringMatching(/^Expected the range of the preset "Ever" to be two dates, but got .*Write \{/),
    });
  });
});
