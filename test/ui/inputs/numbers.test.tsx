import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { NumberInput, RangeSlider, Rating, Slider, type NumberRange } from "tandem/ui";
import { parseNumber } from "../../../src/ui/inputs/number-rules.ts";
import { enter } from "./support.ts";

describe("a number", () => {
  it("U40: stays as typed, and is null when there is none", () => {
    const weight = signal<number | null>(2);
    const { test, client, control, run } = enter(() => <NumberInput label="Weight" bind={weight} />);
    expect(test.html).toContain('value="2"');
    const { input } = control("input");
    input("1.50");
    expect(weight.peek()).toBe(1.5);
    expect(test.html).toContain('value="1.50"');
    const before = client.operations.length;
    run(() => (weight.value = 1.5));
    expect(client.operations.slice(before)).toEqual([]);
    input("");
    expect(weight.peek()).toBeNull();
    run(() => (weight.value = 1e21));
    expect(test.html).toContain('value="1e+21"');
  });

  it("U41: is what HTML writes, and finite", () => {
    expect(["1", "-1.50", "+.5", "1e3", "1.", "-0"].map(parseNumber)).toEqual([1, -1.5, 0.5, 1000, 1, 0]);
    for (const text of ["NaN", "Infinity", "1e999", "0x10", " 1", "1 ", "1,5", "1_000", "", ".", "e5", "١"])
      expect(parseNumber(text)).toBeUndefined();
  });

  it("U41: forged text, what is out of range, off the steps or no whole number is refused", () => {
    const cases = [
      [{}, "NaN", "Please enter a number."],
      [{}, "1e999", "Please enter a number."],
      [{ min: 0 }, "-1", "Please choose 0 or more."],
      [{ max: () => 10 }, "10.1", "Please choose 10 or less."],
      [{ step: 0.1 }, "0.25", "Please choose a multiple of 0.1."],
      [{ min: 1, step: 2 }, "4", "Please choose 1, or steps of 2 from there."],
      [{ integer: true }, "1.5", "Please enter a whole number."],
      [{ required: true }, "", "Please fill this in."],
      [{ validate: (value: number | null) => (value === 13 ? "Not 13." : undefined) }, "13", "Not 13."],
    ] as const;
    for (const [rules, forged, complaint] of cases) {
      const number = signal<number | null>(5);
      const { control, said } = enter(() => <NumberInput label="Number" bind={number} {...rules} />);
      control("input").input(forged);
      control("input").blur();
      expect([number.peek(), said()]).toEqual([5, complaint]);
    }
    const sum = signal<number | null>(null);
    const { control } = enter(() => <NumberInput label="Number" bind={sum} step={0.1} />);
    control("input").input("0.3");
    expect(sum.peek()).toBe(0.3);
  });

  it("U30: half a number keeps the one before, and is not sent back", () => {
    const number = signal<number | null>(5);
    const { client, control, said, run } = enter(() => <NumberInput label="Number" bind={number} />);
    const { input, blur } = control("input");
    const before = client.operations.length;
    input("", { bad: 1 });
    expect(client.operations.slice(before)).toEqual([]);
    expect([number.peek(), said()]).toEqual([5, ""]);
    blur({ bad: 1 });
    expect([number.peek(), said()]).toEqual([5, "Please enter a number."]);
    run(() => (number.value = 6));
    expect(said()).toBe("");
  });

  it("U5: disabled or read-only, it is not changed", () => {
    for (const state of [{ disabled: true }, { readonly: true }]) {
      const number = signal<number | null>(5);
      const { control } = enter(() => <NumberInput label="Number" bind={number} {...state} />);
      control("input").input("6");
      control("input").blur({ v: "6", bad: 1 });
      expect(number.peek()).toBe(5);
    }
  });
});

describe("a slider", () => {
  it("U50: says how often the page tells of it, and its last value", () => {
    const volume = signal(40);
    const { test, control } = enter(() => <Slider label="Volume" bind={volume} />);
    expect(test.html).toMatch(/data-on="[^"]*input:t50[^"]*change[^"]*"/);
    control("input").input("50");
    expect(volume.peek()).toBe(50);
    control("input").change("51");
    expect(volume.peek()).toBe(51);
    expect(test.html).toMatch(/--range-part: ?0\.51/);
  });

  it("U51: what its page cannot have sent is put back", () => {
    for (const forged of ["NaN", "1e999", "-1", "101", "42", "", "50 "]) {
      const volume = signal(40);
      const { control, said } = enter(() => <Slider label="Volume" bind={volume} step={5} />);
      const { input, told } = control("input");
      input(forged);
      expect([volume.peek(), told("value"), said()]).toEqual([40, "40", ""]);
    }
  });

  it("U11, U51: what the app sets is shown, be it in range or not, and limits may be live", () => {
    const [volume, max] = [signal(150), signal(100)];
    const { test, control, run } = enter(() => <Slider label="Volume" bind={volume} max={max} />);
    expect(test.html).toContain('value="150"');
    run(() => (max.value = 200));
    expect(test.html).toContain('max="200"');
    control("input").input("180");
    expect(volume.peek()).toBe(180);
  });

  it("U46: disabled or read-only, it is put back", () => {
    for (const state of [{ disabled: true }, { readonly: true }]) {
      const volume = signal(40);
      const { control } = enter(() => <Slider label="Volume" bind={volume} {...state} />);
      const { input, told } = control("input");
      input("50");
      expect([volume.peek(), told("value")]).toEqual([40, "40"]);
    }
  });

  it("U53: is called by its format, and its marks", () => {
    const { test } = enter(() => (
      <Slider label="Volume" value={40} format={(value) => `${value} %`} marks={[0, { value: 50, label: "half" }]} />
    ));
    expect(test.html).toContain('aria-valuetext="40 %"');
    expect(test.html).toMatch(/tandem-range-value"[^>]*>(?:<!--\d+-->)?40 %/);
    expect(test.html).toMatch(/0 %[\s\S]*half/);
  });
});

describe("a range slider", () => {
  const open = (rules: object = {}) => {
    const price = signal<NumberRange>({ from: 20, to: 80 });
    const heard: NumberRange[] = [];
    const at = enter(() => (
      <RangeSlider label="Price" bind={price} step={10} onChange={(range) => heard.push(range)} {...rules} />
    ));
    return { ...at, price, heard };
  };

  it("U52: its ends follow, and forged ones that pass each other or its limits are put back", () => {
    const { price, heard, control } = open();
    const [from, to] = [control("input", 0), control("input", 1)];
    from.input("30");
    to.input("30");
    expect(price.peek()).toEqual({ from: 30, to: 30 });
    for (const [end, forged, back] of [
      [from, "40", "30"],
      [to, "20", "30"],
      [to, "110", "30"],
      [from, "25", "30"],
      [from, "NaN", "30"],
    ] as const) {
      end.input(forged);
      expect(end.told("value")).toBe(back);
    }
    from.change("30");
    expect(heard).toEqual([
      { from: 30, to: 80 },
      { from: 30, to: 30 },
    ]);
  });

  it("U2, U46: what the app sets is shown; disabled and read-only, nothing is entered", () => {
    const { test, price, run } = open();
    run(() => (price.value = { from: 0, to: 100 }));
    expect(test.html).toMatch(/value="0"[\s\S]*value="100"/);
    for (const state of [{ disabled: true }, { readonly: true }]) {
      const locked = open(state);
      locked.control("input", 0).input("30");
      expect(locked.price.peek()).toEqual({ from: 20, to: 80 });
    }
  });

  it("U9: a name cannot stand for it", () => {
    const { test } = enter(() => <RangeSlider label="Price" bind={"price" as never} />);
    expect(test.events("app/error")).toHaveLength(1);
  });
});

describe("stars", () => {
  const open = (rules: object = {}) => {
    const stars = signal(2);
    return { ...enter(() => <Rating label="Rating" bind={stars} {...rules} />), stars };
  };
  const star = (at: ReturnType<typeof open>, value: string) => at.control(`input value="${value}"`);

  it("U75: are radio buttons of one group, of which none is none", () => {
    const at = open();
    expect([...at.test.html.matchAll(/type="radio"/g)]).toHaveLength(6);
    expect(at.test.html).toMatch(/aria-label="1 star"/);
    star(at, "4").change("4", { c: true });
    expect(at.stars.peek()).toBe(4);
    star(at, "0").change("0", { c: true });
    expect(at.stars.peek()).toBe(0);
    const required = open({ required: true, half: true, max: 3 });
    expect([...required.test.html.matchAll(/type="radio"/g)]).toHaveLength(6);
    star(required, "2.5").change("2.5", { c: true });
    expect(required.stars.peek()).toBe(2.5);
  });

  it("U46, U75: forged values, and any of a disabled or read-only one, are put back", () => {
    const at = open();
    star(at, "4").change("9", { c: true });
    star(at, "4").change("4.5", { c: true });
    expect(at.stars.peek()).toBe(2);
    for (const state of [{ disabled: true }, { readonly: true }]) {
      const locked = open(state);
      star(locked, "4").change("4", { c: true });
      expect(locked.stars.peek()).toBe(2);
      expect(star(locked, "4").told("checked")).toBe(false);
    }
  });
});
