import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import {
  Checkbox,
  ColorInput,
  DateInput,
  DateRangeInput,
  DateTimeInput,
  MonthInput,
  SwitchInput,
  TimeInput,
  WeekInput,
  type DateRange,
} from "tandem/ui";
import { parseTemporal, type TemporalType } from "../../../src/ui/inputs/temporal.ts";
import { enter } from "./support.ts";

describe("a checkbox", () => {
  it("U45: is on or off, a switch too, and a required one is not switched off", () => {
    for (const Input of [Checkbox, SwitchInput]) {
      const agreed = signal(false);
      const { control, said, run, test } = enter(() => <Input label="Agreed" bind={agreed} required />);
      control("input").says("change", { c: true });
      expect(agreed.peek()).toBe(true);
      control("input").says("change", { c: false });
      expect([agreed.peek(), said()]).toEqual([true, "Please check this."]);
      run(() => (agreed.value = false));
      expect(test.html).not.toMatch(/ checked/);
    }
    expect(enter(() => <SwitchInput label="On" />).test.html).toContain('role="switch"');
  });

  it("U45: an indeterminate one is neither, until it is decided", () => {
    const [mixed, all] = [signal(true), signal(false)];
    const { client, control } = enter(() => <Checkbox label="All" bind={all} indeterminate={mixed} />);
    expect(client.operations).toContainEqual([2, expect.any(Number), "indeterminate", true]);
    control("input").says("change", { c: true });
    expect(all.peek()).toBe(true);
  });

  it("U46: disabled or read-only, what is forged for it is put back", () => {
    for (const state of [{ disabled: true }, { readonly: true }]) {
      const agreed = signal(false);
      const { control } = enter(() => <Checkbox label="Agreed" bind={agreed} {...state} />);
      control("input").says("change", { c: true });
      expect([agreed.peek(), control("input").told("checked")]).toEqual([false, false]);
    }
  });
});

describe("dates and times", () => {
  it.each<[TemporalType, real: string[], none: string[]]>([
    [
      "date",
      ["2026-11-26", "2024-02-29", "0001-01-01"],
      [
        "2026-02-29",
        "2026-11-31",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "26-11-2026",
        "2026-11-26T00:00",
        "2026-1-1",
        "",
      ],
    ],
    ["time", ["00:00", "23:59", "09:30:15", "09:30:15.5"], ["24:00", "09:60", "9:30", "09:30:60", "09", ""]],
    [
      "datetime-local",
      ["2026-11-26T09:30", "2024-02-29T23:59:59"],
      ["2026-02-30T09:30", "2026-11-26T24:00", "2026-11-26", "2026-11-26T09:30Z"],
    ],
    ["month", ["2026-11"], ["2026-13", "2026-00", "2026", "0000-01"]],
    ["week", ["2026-W53", "2026-W01", "2025-W52"], ["2025-W53", "2026-W00", "2026-W54", "2026-48"]],
  ])("U60: a %s is text that stands for one there is", (type, real, none) => {
    for (const text of real) expect([text, parseTemporal(type, text)]).toEqual([text, expect.any(Number)]);
    for (const text of none) expect([text, parseTemporal(type, text)]).toEqual([text, undefined]);
  });

  it("U60: what is forged, too early, too late or between the steps is refused", () => {
    const cases = [
      [DateInput, {}, "2026-02-30", "Please enter a whole date."],
      [DateInput, {}, "<b>", "Please enter a whole date."],
      [DateInput, { min: "2026-11-02" }, "2026-11-01", "Please choose 2 November 2026 or later."],
      [DateInput, { max: () => "2026-11-30" }, "2026-12-01", "Please choose 30 November 2026 or earlier."],
      [DateInput, { min: "2026-11-02", step: 7 }, "2026-11-03", "Please choose one of the options."],
      [DateInput, { required: true }, "", "Please fill this in."],
      [TimeInput, { min: "08:00", max: "18:00" }, "07:59", "Please choose 08:00 or later."],
      [TimeInput, { step: 900 }, "09:10", "Please choose one of the options."],
      [TimeInput, { min: "22:00", max: "06:00" }, "12:00", "Please choose 22:00 or later."],
      [
        DateTimeInput,
        { max: "2026-11-26T09:30" },
        "2026-11-26T09:31",
        "Please choose 26 November 2026, 09:30 or earlier.",
      ],
      [MonthInput, { max: "2026-12" }, "2027-01", "Please choose 2026-12 or earlier."],
      [WeekInput, { min: "2026-W01" }, "2025-W52", "Please choose 2026-W01 or later."],
    ] as const;
    for (const [Input, rules, forged, complaint] of cases) {
      const text = signal("kept");
      const { control, said } = enter(() => <Input label="When" bind={text} {...rules} />);
      control("input").input(forged);
      control("input").blur();
      expect([text.peek(), said()]).toEqual(["kept", complaint]);
    }
    for (const late of ["23:15", "05:59", "22:00", "06:00"]) {
      const time = signal("");
      const { control } = enter(() => <TimeInput label="Night" bind={time} min="22:00" max="06:00" />);
      control("input").input(late);
      expect(time.peek()).toBe(late);
    }
  });

  it("U30: half a date keeps the one before, and is complained of when it is left", () => {
    const day = signal("2026-11-26");
    const { client, control, said } = enter(() => <DateInput label="Day" bind={day} />);
    const before = client.operations.length;
    control("input").input("", { bad: 1 });
    expect([day.peek(), said(), client.operations.length]).toEqual(["2026-11-26", "", before]);
    control("input").blur({ bad: 1 });
    expect([day.peek(), said()]).toEqual(["2026-11-26", "Please enter a whole date."]);
    control("input").input("2026-12-01");
    expect([day.peek(), said()]).toEqual(["2026-12-01", ""]);
    control("input").input("");
    expect(day.peek()).toBe("");
  });

  it("U61: a range is taken once it is whole and in order", () => {
    const stay = signal<DateRange>({ from: "", to: "" });
    const heard: DateRange[] = [];
    const { control, said } = enter(() => (
      <DateRangeInput label="Stay" bind={stay} min="2026-11-01" onChange={(range) => heard.push(range)} />
    ));
    const [from, to] = [control("input", 0), control("input", 1)];
    from.input("2026-11-26");
    from.blur();
    expect([stay.peek().from, said()]).toEqual(["", ""]);
    to.blur();
    expect(said()).toBe("Please choose both dates.");
    to.input("2026-11-25");
    to.blur();
    expect(said()).toBe("Please choose an end that is not before the start.");
    to.input("2026-11-26");
    expect([stay.peek(), said()]).toEqual([{ from: "2026-11-26", to: "2026-11-26" }, ""]);
    to.blur();
    from.input("2026-10-31");
    from.blur();
    expect(said()).toBe("Please choose 1 November 2026 or later.");
    to.input("", { bad: 1 });
    to.blur({ bad: 1 });
    expect(said()).toBe("Please enter a whole date.");
    expect(heard).toEqual([{ from: "2026-11-26", to: "2026-11-26" }]);
  });

  it("U2, U5: a range follows its signal, and is not entered disabled or read-only", () => {
    const stay = signal<DateRange>({ from: "", to: "" });
    const { test, run } = enter(() => <DateRangeInput label="Stay" bind={stay} />);
    run(() => (stay.value = { from: "2026-11-26", to: "2026-11-27" }));
    expect(test.html).toMatch(/value="2026-11-26"[\s\S]*value="2026-11-27"/);
    for (const state of [{ disabled: true }, { readonly: true }]) {
      const kept = signal<DateRange>({ from: "2026-11-26", to: "2026-11-27" });
      const { control } = enter(() => <DateRangeInput label="Stay" bind={kept} {...state} />);
      control("input").input("2026-11-25");
      control("input").blur({ v: "2026-11-25" });
      expect(kept.peek().from).toBe("2026-11-26");
    }
  });
});

describe("a colour", () => {
  const open = (rules: object = {}) => {
    const ink = signal("#1f5fbf");
    const at = enter(() => <ColorInput label="Ink" bind={ink} swatches={["#B3261E"]} {...rules} />);
    return { ...at, ink, picker: at.control('input type="color"'), digits: at.control("input", 1) };
  };

  it("U70: comes from the picker, its digits or a swatch, in one form", () => {
    const { ink, picker, digits, control, test } = open();
    picker.input("#00ff00");
    expect(ink.peek()).toBe("#00ff00");
    digits.input("ABC");
    expect(ink.peek()).toBe("#aabbcc");
    expect(test.html).toMatch(/type="color"[^>]*value="#aabbcc"/);
    expect(test.html).toContain('value="ABC"');
    control("button").says("click");
    expect(ink.peek()).toBe("#b3261e");
    expect(test.html).toContain('aria-pressed="true"');
  });

  it("U70: anything else is refused", () => {
    const { ink, picker, digits, said } = open();
    for (const forged of ["red", "#12345", "url(x)", "#1f5fbf;background:url(//x)", ""]) {
      picker.change(forged);
      digits.input(forged);
      digits.blur();
      expect([ink.peek(), said()]).toEqual(["#1f5fbf", "Please enter a colour, such as #1f5fbf."]);
    }
  });

  it("U46: disabled or read-only, it is not changed by any of them", () => {
    for (const state of [{ disabled: true }, { readonly: true }]) {
      const { ink, picker, digits, control } = open(state);
      picker.input("#00ff00");
      digits.input("#00ff00");
      control("button").says("click");
      expect([ink.peek(), picker.told("value")]).toEqual(["#1f5fbf", "#1f5fbf"]);
    }
  });
});
