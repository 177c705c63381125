import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { NumberInput, Textarea, TextInput } from "tandem/ui";
import { enter } from "./support.ts";

it("U180: controls declare how long they wait, and are heard of each keystroke unless told", () => {
  const { test } = enter(() => (
    <main>
      <TextInput label="A" debounce={300} />
      <Textarea label="B" debounce="left" />
      <NumberInput label="C" debounce={50} />
      <TextInput label="D" />
    </main>
  ));
  expect(test.html.match(/input:d\d+/g)).toEqual(["input:d300", "input:d86400000", "input:d50"]);
});

describe("a number's steppers and its reading", () => {
  it("U181: are disabled with it, and as it is read-only", () => {
    const off = signal(false);
    for (const state of [{ disabled: off }, { readonly: off }]) {
      off.set(false);
      const { test, run } = enter(() => <NumberInput label="Seats" steppers {...state} />);
      const isOff = () => [...test.html.matchAll(/<button[^>]*>/g)].map(([tag]) => / disabled/.test(tag));
      expect(isOff()).toEqual([false, false]);
      run(() => off.set(true));
      expect(isOff()).toEqual([true, true]);
    }
  });

  it("U181: the reading follows the value, and describes the control", () => {
    const price = signal<number | null>(null);
    const { test, control } = enter(() => (
      <NumberInput label="Price" bind={price} format={(value) => `${value.toLocaleString("en")} kr`} />
    ));
    const reading = () => /tandem-count"[^>]*>(?:<!--\d+-->)?([^<]*)/.exec(test.html)?.[1];
    expect(reading()).toBe("");
    control("input").input("1250000");
    expect([price.peek(), reading()]).toEqual([1_250_000, "1,250,000 kr"]);
    expect(test.html).toMatch(/aria-describedby="[^"]*-count /);
  });
});
