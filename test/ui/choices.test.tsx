import { describe, expect, it } from "vitest";
import { signal, type Signal } from "tandem";
import { CheckboxGroup, RadioGroup, SegmentedControl, Select, ToggleGroup, type Option } from "tandem/ui";
import { TestSession } from "../support/test-session.ts";

interface City {
  id: number;
  secret: string;
}
const OSLO: City = { id: 1, secret: "s3cret" };
const ROME: City = { id: 2, secret: "hidden" };
const CITIES: Option<City>[] = [
  { value: OSLO, label: "Oslo", group: "North" },
  { value: ROME, label: "Rome", group: "South", help: "Warm" },
  { value: { id: 3, secret: "" }, label: "Atlantis", group: "South", disabled: true },
];

const show = (root: () => unknown) => {
  const test = new TestSession(root as never);
  return { test, client: test.connect() };
};
const said = (test: TestSession) => /tandem-error-text"[^>]*>(?:<!--\d+-->)?([^<]*)/.exec(test.html)?.[1];
/** Key and id of the input or option with this label. */
const keyOf = (test: TestSession, label: string) =>
  new RegExp(`<option[^>]*value="([^"]*)"[^>]*>(?:<!--\\d+-->)?${label}`).exec(test.html)?.[1];
const boxOf = (test: TestSession, label: string) => {
  const end = test.html.search(new RegExp(`<span[^>]*>(?:<!--\\d+-->)?${label}`));
  const input = test.html
    .slice(0, end)
    .match(/<input[^>]*>/g)!
    .at(-1)!;
  return { input, id: Number(/data-t="(\d+)"/.exec(input)![1]), key: /value="([^"]*)"/.exec(input)![1] };
};
const isChecked = (test: TestSession, label: string) => / checked/.test(boxOf(test, label).input);

describe("Select", () => {
  const choose = (client: ReturnType<TestSession["connect"]>, test: TestSession, key: string | undefined) =>
    client.event(test.idOf("select"), "input", { v: key });

  it("U100: offers texts or values with labels; values that are no texts never reach the page", () => {
    const city = signal<City | null>(null);
    const { test, client } = show(() => <Select label="City" bind={city} options={CITIES} placeholder="Choose" />);
    expect(test.html).toMatch(/<optgroup[^>]*label="South"/);
    expect(test.html).not.toMatch(/s3cret|hidden/);
    choose(client, test, keyOf(test, "Rome"));
    expect(city.peek()).toBe(ROME);
    const word = signal<"a" | "b">("a");
    const texts = show(() => <Select label="Word" bind={word} options={["a", "b"]} />);
    choose(texts.client, texts.test, "b");
    expect(word.peek()).toBe("b");
  });

  it("U101: its signal follows what is chosen and what is shown follows the signal, nothing included", () => {
    const heard: unknown[] = [];
    const city = signal<City | null>({ ...ROME });
    const { test, client } = show(() => (
      <Select label="City" bind={city} options={CITIES} placeholder="Choose" onChange={(value) => heard.push(value)} />
    ));
    expect(test.html).toMatch(/<option[^>]*selected=""[^>]*>(?:<!--\d+-->)?Rome/);
    choose(client, test, "");
    expect([city.peek(), heard]).toEqual([null, [null]]);
    test.session.run(() => (city.value = OSLO));
    expect(client.operations.at(-1)).toEqual([2, test.idOf("select"), "value", keyOf(test, "Oslo")]);
    const word = signal("");
    const texts = show(() => <Select label="Word" bind={word} options={["a"]} placeholder="Choose" />);
    choose(texts.client, texts.test, "a");
    choose(texts.client, texts.test, "");
    expect(word.peek()).toBe("");
  });

  it("U101: what is required cannot be taken back, and is asked for", () => {
    const word = signal<string | null>(null);
    const { test, client } = show(() => (
      <Select label="Word" bind={word} options={["a"]} placeholder="Choose" required />
    ));
    client.event(test.idOf("select"), "blur");
    expect(said(test)).toBe("Please choose something.");
    choose(client, test, "a");
    choose(client, test, "");
    expect([word.peek(), said(test)]).toEqual(["a", ""]);
  });

  it("U102: takes nothing that it does not offer, whatever a page sends", () => {
    for (const state of [{}, { disabled: true }, { readonly: true }]) {
      const city = signal<City | null>(null);
      const { test, client } = show(() => <Select label="City" bind={city} options={CITIES} {...state} />);
      const keys = ["x", "#9", keyOf(test, "Atlantis"), "", 3, ["#1", "#2"], null];
      if ("disabled" in state || "readonly" in state) keys.push(keyOf(test, "Oslo"));
      for (const key of keys) client.event(test.idOf("select"), "input", { v: key });
      expect(city.peek()).toBe(null);
    }
  });

  it("U103: follows its options; what is chosen stays though it is offered no longer, and is wrong", () => {
    const words = signal(["a", "b"]);
    const word = signal<string | null>("a");
    const { test, client } = show(() => <Select label="Word" bind={word} options={words} />);
    const before = keyOf(test, "b");
    test.session.run(() => (words.value = ["b", "c"]));
    expect([word.peek(), keyOf(test, "b"), keyOf(test, "a")]).toEqual(["a", before, undefined]);
    client.event(test.idOf("select"), "blur");
    expect(said(test)).toBe("Please choose one of the options.");
    choose(client, test, "c");
    expect([word.peek(), said(test)]).toEqual(["c", ""]);
  });

  it("U100: an option that is none throws, and says what to give", () => {
    const { test } = show(() => <Select label="Word" options={[{ value: 3 } as never]} />);
    expect(test.events("app/error")[0]?.["error"]).toMatchObject({ code: "ui/bad-option" });
  });
});

describe.each([
  ["RadioGroup", RadioGroup],
  ["SegmentedControl", SegmentedControl],
] as const)("%s", (_, Group) => {
  it("U104: one is chosen, both ways; its name, help and headings are read out", () => {
    const city = signal<City | null>(null);
    const { test, client } = show(() => <Group label="City" bind={city} options={CITIES} required />);
    expect(test.html).toMatch(/<fieldset[^>]*role="radiogroup"[^>]*aria-required="true"/);
    expect(test.html).toMatch(/role="group"[^>]*aria-label="South"/);
    const rome = boxOf(test, "Rome");
    client.event(rome.id, "change", { c: true, v: rome.key });
    expect(city.peek()).toBe(ROME);
    test.session.run(() => (city.value = OSLO));
    expect([isChecked(test, "Oslo"), isChecked(test, "Rome")]).toEqual([true, false]);
  });

  it("U104: left without a choice where one is required, it asks for it", () => {
    const { test, client } = show(() => <Group label="City" options={CITIES} required />);
    client.event(boxOf(test, "Oslo").id, "blur");
    expect(said(test)).toBe("Please choose something.");
  });

  it("U102: what is disabled, read-only or another's value is not chosen, whatever a page sends", () => {
    for (const state of [{}, { disabled: true }, { readonly: true }]) {
      const city = signal<City | null>(null);
      const { test, client } = show(() => <Group label="City" bind={city} options={CITIES} {...state} />);
      const [oslo, atlantis] = [boxOf(test, "Oslo"), boxOf(test, "Atlantis")];
      client.event(atlantis.id, "change", { c: true, v: atlantis.key });
      client.event(oslo.id, "change", { c: true, v: atlantis.key });
      client.event(oslo.id, "change", { c: true, v: "x" });
      if (Object.keys(state).length > 0) client.event(oslo.id, "change", { c: true, v: oslo.key });
      expect(city.peek()).toBe(null);
    }
  });
});

describe.each([
  ["CheckboxGroup", CheckboxGroup],
  ["ToggleGroup", ToggleGroup],
] as const)("%s", (_, Group) => {
  const LETTERS = ["a", "b", "c"];
  const open = (letters: Signal<string[]>, props = {}) => {
    const { test, client } = show(() => <Group label="Letters" bind={letters} options={LETTERS} {...props} />);
    const check = (label: string, c: boolean) => client.event(boxOf(test, label).id, "change", { c, v: label });
    return { test, client, check };
  };

  it("U105: any number is chosen, both ways, in the order of the options", () => {
    const letters = signal<string[]>(["c"]);
    const { test, check } = open(letters);
    check("b", true);
    check("a", true);
    check("b", false);
    expect(letters.peek()).toEqual(["a", "c"]);
    test.session.run(() => (letters.value = ["b"]));
    expect(LETTERS.map((letter) => isChecked(test, letter))).toEqual([false, true, false]);
  });

  it("U105: no fewer than min and no more than max, none at all only where that is not required", () => {
    const letters = signal<string[]>([]);
    const { test, check } = open(letters, { min: 2, max: 2, required: true });
    check("a", true);
    expect([letters.peek(), said(test), isChecked(test, "a")]).toEqual([[], "Please choose at least 2.", true]);
    check("b", true);
    check("c", true);
    expect([letters.peek(), said(test)]).toEqual([["a", "b"], "Please choose at most 2."]);
    for (const letter of LETTERS) check(letter, false);
    expect([letters.peek(), said(test)]).toEqual([["b", "c"], "Please choose something."]);
  });

  it("U102: what is disabled, read-only or another's value changes nothing, whatever a page sends", () => {
    for (const state of [{ disabled: true }, { readonly: true }, {}]) {
      const letters = signal<string[]>(["a"]);
      const { test, client, check } = open(letters, state);
      if (Object.keys(state).length > 0) check("b", true);
      client.event(boxOf(test, "b").id, "change", { c: true, v: "z" });
      client.event(boxOf(test, "b").id, "input", { c: true, v: "b" });
      expect(letters.peek()).toEqual(["a"]);
    }
  });
});
