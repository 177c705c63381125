import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { Combobox, createForm, Form, MultiSelect, SubmitButton, type Option } from "tandem/ui";
import { deferred, type Deferred } from "../support/promises.ts";
import { TestSession } from "../support/test-session.ts";

const CITIES: Option<number>[] = [
  { value: 1, label: "Oslo" },
  { value: 2, label: "Rome", help: "Warm" },
  { value: 3, label: "Atlantis", disabled: true },
];
const WORDS = Array.from({ length: 500 }, (_, index) => `word ${index}`);

function show(root: () => unknown) {
  const test = new TestSession(root as never);
  const client = test.connect();
  const input = () => test.idOf('input role="combobox"');
  const type = (text: string) => client.event(input(), "input", { v: text });
  const focus = () => client.event(input(), "focus");
  const leave = () => client.event(input(), "blur");
  /** The last one that is called this: options come after what is chosen. */
  const buttonOf = (label: string) => {
    const at = [...test.html.matchAll(new RegExp(`(?:>(?:<!--\\d+-->)?|aria-label=")${label}`, "g"))].at(-1)!.index;
    return Number(
      /data-t="(\d+)"/.exec(
        test.html
          .slice(0, at)
          .match(/<button[^>]*/g)!
          .at(-1)!,
      )![1],
    );
  };
  const click = (label: string) => client.event(buttonOf(label), "click");
  const options = () =>
    [...test.html.matchAll(/role="option".*?<span[^>]*>(?:<!--\d+-->)?<span[^>]*>([^<]*)/g)].map(([, label]) => label);
  const status = () => /role="status">([^<]*)/.exec(test.html.replace(/<!--.*?-->/g, ""))?.[1];
  const shown = () =>
    /role="combobox"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*role="combobox"/
      .exec(test.html)
      ?.slice(1)
      .find((text) => text !== undefined);
  const said = () => /tandem-error-text"[^>]*>(?:<!--\d+-->)?([^<]*)/.exec(test.html)?.[1];
  return { test, client, input, type, focus, leave, click, buttonOf, options, status, shown, said };
}

describe("Combobox", () => {
  it("U110: takes the option that is chosen, or typed in full, and nothing else", () => {
    const heard: unknown[] = [];
    const city = signal<number | null>(null);
    const { type, focus, leave, click, options, shown, said } = show(() => (
      <Combobox label="City" bind={city} options={CITIES} onChange={(value) => heard.push(value)} />
    ));
    expect(options()).toEqual([]);
    focus();
    expect(options()).toEqual(["Oslo", "Rome", "Atlantis"]);
    click("Rome");
    expect([city.peek(), shown()]).toEqual([2, "Rome"]);
    type("os");
    expect([city.peek(), said()]).toEqual([2, ""]);
    leave();
    expect([city.peek(), said(), shown()]).toEqual([2, "Please choose one of the options.", "os"]);
    type("ÓSLO ");
    leave();
    expect([city.peek(), said(), shown()]).toEqual([1, "", "Oslo"]);
    type("Atlantis");
    leave();
    expect([city.peek(), said()]).toEqual([1, "Please choose one of the options."]);
    type("");
    expect([city.peek(), heard]).toEqual([null, [2, 1, null]]);
  });

  it("U110: shows what the app sets, and asks for what is required", () => {
    const city = signal<number | null>(1);
    const { test, type, leave, shown, said } = show(() => (
      <Combobox label="City" bind={city} options={CITIES} required />
    ));
    expect(shown()).toBe("Oslo");
    test.session.run(() => (city.value = 2));
    expect(shown()).toBe("Rome");
    type("");
    leave();
    expect([city.peek(), said()]).toEqual([2, "Please choose something."]);
  });

  it("U111: of many options the server finds those that fit, so many at a time", () => {
    const { type, focus, options, status } = show(() => <Combobox label="Word" options={WORDS} limit={3} />);
    focus();
    expect([options(), status()]).toEqual([["word 0", "word 1", "word 2"], "And 497 more: type to find them."]);
    type(" WORD 49");
    expect([options(), status()]).toEqual([["word 49", "word 490", "word 491"], "And 8 more: type to find them."]);
    type("x");
    expect([options(), status()]).toEqual([[], "Nothing found."]);
  });

  it("U111: of searches the latest counts, the one before is aborted, and one that failed can be made again", async () => {
    const searches: { query: string; signal: AbortSignal; found: Deferred<string[]> }[] = [];
    const search = (query: string, context: { signal: AbortSignal }) => {
      const found = deferred<string[]>();
      searches.push({ query, signal: context.signal, found });
      return found.promise;
    };
    const { test, type, focus, click, options, status } = show(() => <Combobox label="Word" search={search} />);
    expect(searches).toEqual([]);
    focus();
    type("a");
    expect([searches.map(({ query }) => query), searches[0]!.signal.aborted, status()]).toEqual([
      ["", "a"],
      true,
      "Looking…",
    ]);
    searches[1]!.found.resolve(["ab", "ac"]);
    searches[0]!.found.resolve(["zz"]);
    await test.settled();
    expect([options(), status()]).toEqual([["ab", "ac"], ""]);
    type("b");
    searches[2]!.found.reject(new Error("down"));
    await test.settled();
    expect(status()).toBe("That could not be looked up.");
    click("Try again");
    searches[3]!.found.resolve(["b"]);
    await test.settled();
    expect([options(), status()]).toEqual([["b"], ""]);
  });

  it("U111: what is found no more keeps its name; one that was never found is named by the app", async () => {
    const city = signal<number | null>(7);
    const search = async (query: string) => (query === "r" ? [{ value: 2, label: "Rome" }] : []);
    const { test, type, focus, click, leave, shown } = show(() => (
      <Combobox label="City" bind={city} search={search} labelOf={async (value) => `City ${value}`} />
    ));
    await test.settled();
    expect(shown()).toBe("City 7");
    focus();
    type("r");
    await test.settled();
    click("Rome");
    type("Ro");
    leave();
    await test.settled();
    test.session.run(() => (city.value = 7));
    expect(shown()).toBe("City 7");
    test.session.run(() => (city.value = 2));
    expect(shown()).toBe("Rome");
  });

  it("U112: free text counts as it is", () => {
    const color = signal("red");
    const { type, leave, shown } = show(() => <Combobox label="Colour" bind={color} options={["red"]} freeText />);
    type("mauve");
    expect(color.peek()).toBe("mauve");
    leave();
    type("RED");
    leave();
    expect([color.peek(), shown()]).toEqual(["red", "red"]);
    type("");
    expect(color.peek()).toBe("");
  });

  it("U114: takes nothing while it is disabled or read-only, or all of its form is, and no disabled option", async () => {
    const saving = deferred();
    for (const state of [{}, { disabled: true }, { readonly: true }]) {
      const city = signal<number | null>(null);
      const { type, client, click, focus, buttonOf } = show(() => (
        <Combobox label="City" bind={city} options={CITIES} {...state} />
      ));
      focus();
      if (Object.keys(state).length > 0) for (const text of ["Rome", "Oslo"]) type(text);
      if ("readonly" in state) click("Rome");
      if ("disabled" in state) continue; // The options are not even shown.
      click("Atlantis");
      client.event(buttonOf("Atlantis"), "input", { v: "Rome" });
      expect(city.peek()).toBe(null);
    }
    const form = show(() => {
      const made = createForm({ initial: { city: 1 }, onSubmit: () => saving.promise });
      return (
        <Form form={made}>
          <Combobox label="City" bind={made.fields.city} options={CITIES} />
          <SubmitButton>Go</SubmitButton>
          <output>{() => made.values.value.city}</output>
        </Form>
      );
    });
    form.focus();
    form.client.event(form.test.idOf("form"), "submit", { f: [], by: "tandem-submit=" });
    form.click("Rome");
    form.type("Rome");
    expect(form.test.html).toMatch(/<output[^>]*>(?:<!--\d+-->)?1/);
  });
});

describe("MultiSelect", () => {
  it("U113: any number is chosen and taken back, by option and by chip, in the order of the options", () => {
    const cities = signal<number[]>([2]);
    const { test, focus, click, type, options, said } = show(() => (
      <MultiSelect label="Cities" bind={cities} options={CITIES} max={1} />
    ));
    focus();
    type("os");
    expect(options()).toEqual(["Oslo", "Rome", "Atlantis"]);
    click("Oslo");
    expect([cities.peek(), said()]).toEqual([[2], "Please choose at most 1."]);
    click("Remove Rome");
    expect([cities.peek(), said()]).toEqual([[1], ""]);
    test.session.run(() => (cities.value = [2]));
    expect(test.html).toMatch(/aria-label="Remove Rome"/);
    click("Rome");
    expect(cities.peek()).toEqual([]);
  });

  it("U113: all that are found are chosen at once, or none of them", () => {
    const words = signal<string[]>(["word 3"]);
    const { focus, type, click } = show(() => <MultiSelect label="Words" bind={words} options={WORDS} selectAll />);
    focus();
    type("word 49");
    click("Choose all");
    expect(words.peek()).toHaveLength(12);
    click("Choose none");
    expect(words.peek()).toEqual(["word 3"]);
  });

  it("U113: what is found by searches is kept in the order of choosing, with its names", async () => {
    const words = signal<string[]>(["zebra"]);
    const search = async (query: string) => ["apple", "pear"].filter((word) => word.startsWith(query));
    const { test, focus, type, click } = show(() => <MultiSelect label="Words" bind={words} search={search} />);
    focus();
    type("p");
    await test.settled();
    click("pear");
    type("a");
    await test.settled();
    click("apple");
    expect(words.peek()).toEqual(["zebra", "pear", "apple"]);
    expect(test.html).toContain('aria-label="Remove pear"');
  });

  it("U114: takes nothing while it is disabled or read-only, and no disabled option", () => {
    for (const state of [{}, { readonly: true }, { disabled: true }]) {
      const cities = signal<number[]>([2]);
      const { focus, click } = show(() => (
        <MultiSelect label="Cities" bind={cities} options={CITIES} selectAll {...state} />
      ));
      focus();
      if (Object.keys(state).length > 0) click("Remove Rome");
      if ("readonly" in state) for (const label of ["Oslo", "Choose all"]) click(label);
      if (!("disabled" in state)) click("Atlantis");
      expect(cities.peek()).toEqual([2]);
    }
  });
});
