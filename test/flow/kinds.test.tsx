import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ask, field } from "tandem/flow";
import { currentSession } from "../../src/session/current.ts";
import type { Session } from "../../src/session/session.ts";
import { TestSession } from "../support/test-session.ts";
import { answering, mounted, type Outcome } from "./support.tsx";

/** A question in a session by itself, whose page says whatever a test wants. */
async function asked<T>(make: () => Promise<T>) {
  const test = new TestSession(() => <main>Page</main>);
  const client = test.connect();
  const outcome: Outcome<T> = {};
  void test.session.run(make).then((value) => (outcome.value = value));
  await test.settled();
  const html = () => test.session.firstPaint().layers;
  const idOf = (tag: RegExp, which = 0) => Number([...html().matchAll(tag)][which]![1]);
  const control = (which = 0) => idOf(/<(?:input|textarea|select)[^>]*? data-t="(\d+)"/g, which);
  return {
    outcome,
    html,
    async says(type: string, payload: object = {}, which = 0) {
      client.event(control(which), type, payload);
      await test.settled();
    },
    async submits(payload: object = {}) {
      client.event(idOf(/<form[^>]*? data-t="(\d+)"/g), "submit", payload);
      for (let turn = 0; turn < 6; turn++) await test.settled();
    },
  };
}

const enters = (value: string) => ({ v: value });

describe("kinds of fields", () => {
  it.each([
    ["text", () => ask.text("x", { maxLength: 3 }), "abcd", "abc"],
    ["email", () => ask.email("x"), "nobody", "ada@sea.example"],
    ["url", () => ask.url("x"), "not an address", "https://sea.example/"],
    ["password", () => ask.password("x", { minLength: 8 }), "secret", "longer secret"],
    ["search", () => ask.search("x", { maxLength: 3 }), "abcd", "abc"],
    ["textarea", () => ask.textarea("x", { maxLength: 3 }), "a\nbc", "a\nb"],
    ["number", () => ask.number("x", { min: 1, max: 5 }), "9", 5],
    ["whole number", () => ask.number("x", { integer: true }), "1.5", 2],
    ["date", () => ask.date("x", { min: "2026-11-26" }), "2026-11-25", "2026-11-26"],
    ["time", () => ask.time("x", { max: "18:00" }), "18:01", "18:00"],
    ["dateTime", () => ask.dateTime("x", { min: "2026-11-26T00:00" }), "2026-11-25T23:59", "2026-11-26T00:00"],
    ["color", () => ask.color("x"), "red; x: y", "#1f5fbf"],
  ] as const)("Y53: %s takes no answer but one that is allowed, whatever its page says", async (_, make, bad, good) => {
    const { outcome, says, submits } = await asked<unknown>(make);
    await says("input", enters(bad));
    await says("blur");
    await submits();
    expect(outcome).toEqual({});
    await says("input", enters(String(good)));
    await submits();
    expect(outcome).toEqual({ value: good });
  });

  it.each([
    ["slider", () => ask.slider("x", { min: 10, max: 20, step: 5 }), ["11", "25", "abc"], { value: 10 }],
    ["rating", () => ask.rating("x", { required: false }), ["9"], { value: 0 }],
  ] as const)("Y53: %s puts back what its page cannot have sent", async (_, make, values, answer) => {
    const { outcome, says, submits } = await asked<unknown>(make);
    for (const value of values) await says("change", { ...enters(value), checked: true });
    await submits();
    expect(outcome).toEqual(answer);
  });

  it("Y53: a checkbox that must be so is asked for, and one that need not is false", async () => {
    const free = await asked(() => ask.checkbox("News"));
    await free.submits();
    expect(free.outcome).toEqual({ value: false });
    await using test = await mounted();
    const { outcome } = await test.start(() => ask.checkbox("I agree", { required: true }));
    const { press, complaints } = answering(test.app);
    await press("Continue");
    expect([complaints().length, outcome]).toEqual([1, {}]);
    await test.app.user.click(test.app.screen.getByRole("checkbox"));
    await press("Continue");
    expect(outcome).toEqual({ value: true });
    const on = await test.start(() => ask.switch("Alarm", { value: true }));
    await press("Continue");
    expect(on.outcome).toEqual({ value: true });
  });

  it("Y53: a number that was left out is null where it may be, and half a number is none", async () => {
    const none = await asked(() => ask.number("x", { required: false }));
    await none.submits();
    expect(none.outcome).toEqual({ value: null });
    const half = await asked(() => ask.number("x", { value: 3 }));
    await half.says("input", { v: "", badInput: true, b: 1 });
    await half.says("input", enters("1e"));
    await half.submits();
    expect(half.outcome).toEqual({});
  });

  it("Y53: ranges are from one to the other, and begin as wide as they may be", async () => {
    await using test = await mounted();
    const { press } = answering(test.app);
    const both = await test.start(() => ask.range("Price", { min: 10, max: 90 }));
    await press("Continue");
    expect(both.outcome).toEqual({ value: { from: 10, to: 90 } });
    const days = await test.start(() => ask.dateRange("Stay", { value: { from: "2026-11-26", to: "2026-11-28" } }));
    await press("Continue");
    expect(days.outcome).toEqual({ value: { from: "2026-11-26", to: "2026-11-28" } });
  });

  it("Y53: select and radio take what they offer, whose values stay on the server", async () => {
    const boats = [
      { label: "Argo", value: { id: "secret-1" } },
      { label: "Nina", value: { id: "secret-2" }, disabled: true },
    ];
    for (const kind of ["select", "radio"] as const) {
      const { outcome, html, says, submits } = await asked(() => ask[kind]("Boat", boats));
      expect(html()).not.toContain("secret");
      await submits();
      const [first, second] = [...html().matchAll(/value="(#\d)"/g)].map(([, key]) => key!);
      for (const forged of ["secret-1", "#9", second]) {
        await says("input", { v: forged, vs: [forged], c: true });
        await says("change", { v: forged, vs: [forged], c: true });
        await submits();
      }
      expect(outcome).toEqual({});
      await says("input", { v: first, vs: [first], c: true });
      await says("change", { v: first, vs: [first], c: true });
      await submits();
      expect(outcome.value).toBe(boats[0]!.value);
    }
  });

  it("Y53: choices may follow another field, and one that is no longer offered is no answer", async () => {
    await using test = await mounted();
    const towns: Record<string, string[]> = { Norway: ["Oslo", "Bergen"], Japan: ["Kyoto"] };
    const country = field.radio("Country", ["Norway", "Japan"], { value: "Norway" });
    const town = field.select("Town", () => towns[country.value ?? ""] ?? []);
    const { outcome } = await test.start(() => ask.form("Where to?", { country, town }));
    const { press, complaints } = answering(test.app);
    await test.app.user.selectOptions(test.app.screen.getByLabelText(/Town/), "Bergen");
    await test.app.user.click(test.app.screen.getByLabelText("Japan"));
    await test.app.settle();
    await press("Continue");
    expect([outcome, complaints()]).toEqual([{}, ["Please choose one of the options."]]);
    await test.app.user.selectOptions(test.app.screen.getByLabelText(/Town/), "Kyoto");
    await press("Continue");
    expect(outcome).toEqual({ value: { country: "Japan", town: "Kyoto" } });
  });

  it("Y53: of several there may be none, and as many as are allowed", async () => {
    await using test = await mounted();
    const { press, complaints } = answering(test.app);
    const none = await test.start(() => ask.checkboxes("Toppings", ["Cheese", "Basil"]));
    await press("Continue");
    expect(none.outcome).toEqual({ value: [] });
    const some = await test.start(() =>
      ask.checkboxes("Toppings", ["Cheese", "Basil", "Ham"], { min: 2, required: true }),
    );
    await press("Continue");
    expect(complaints().length).toBe(1);
    for (const name of ["Ham", "Cheese"]) await test.app.user.click(test.app.screen.getByLabelText(name));
    await press("Continue");
    expect((some.outcome.value as string[]).toSorted()).toEqual(["Cheese", "Ham"]);
  });

  it("Y53: what is looked for on the server, or chosen out of a list that opens, is offered first", async () => {
    await using test = await mounted();
    const { press, complaints } = answering(test.app);
    const towns = ["Oslo", "Bergen", "Kyoto"];
    const search = async (query: string) => towns.filter((town) => town.startsWith(query));
    const town = await test.start(() => ask.lookup("Town", search, { value: "Kyoto" }));
    await press("Continue");
    const none = await test.start(() => ask.combobox("Town", towns, { cancelable: true }));
    await press("Continue");
    expect(complaints()).toHaveLength(1);
    await press("Cancel");
    const team = await test.start(() => ask.multiSelect("Towns", towns, { value: ["Oslo"], min: 1 }));
    await press("Continue");
    expect([town.outcome, none.outcome, team.outcome]).toEqual([
      { value: "Kyoto" },
      { value: null },
      { value: ["Oslo"] },
    ]);
  });

  it("Y54: a file is there whole before it is an answer, and of what is allowed", async () => {
    await using test = await mounted();
    const { press, complaints } = answering(test.app);
    const file = (name: string, text: string) => new test.app.window.File([text], name, { type: "text/plain" });
    const choose = async (...files: File[]) => {
      await test.app.user.upload(test.app.document.querySelector<HTMLInputElement>("input[type=file]")!, files);
      await test.app.settle();
    };
    const { outcome } = await test.start(() => ask.file("A text", { types: ["txt"], maxSize: 10 }));
    await press("Continue");
    expect(complaints()).toEqual(["Please choose a file."]);
    await choose(file("long.txt", "x".repeat(11)));
    await test.app.waitFor(() => test.app.screen.getByText(/at most/));
    await press("Continue");
    expect(outcome).toEqual({});
    await choose(file("short.txt", "hello"));
    await test.app.waitFor(() => test.app.screen.getByText("1 file has arrived."));
    await press("Continue");
    expect([outcome.value?.name, await outcome.value?.text()]).toEqual(["short.txt", "hello"]);

    const many = await test.start(() => ask.file("Texts", { multiple: true, maxCount: 2, cancelable: true }));
    await choose(file("a.txt", "a"), file("b.txt", "b"));
    await test.app.waitFor(() => test.app.screen.getByText("2 files have arrived."));
    await press("Continue");
    expect(many.outcome.value?.map(({ name }) => name)).toEqual(["a.txt", "b.txt"]);

    const left = await test.start(() => ask.file("Texts", { cancelable: true, required: false }));
    await choose(file("c.txt", "c"));
    await test.app.waitFor(() => test.app.screen.getByText("1 file has arrived."));
    await press("Cancel");
    expect(left.outcome).toEqual({ value: null });
  });

  it("Y53: an answer from app code that its control would not allow is none either", async () => {
    const sneaky = field.number("x", { max: 5 });
    const { outcome, submits } = await asked(() => {
      sneaky.value = 9;
      return ask.form("x", { sneaky });
    });
    await submits();
    expect([outcome, sneaky.error]).toEqual([{}, "Please choose 5 or less."]);
  });

  it("Y53: limits and labels may follow other fields", async () => {
    await using test = await mounted();
    const least = field.number("Least", { value: 3 });
    const most = field.number(() => `At least ${least.value}`, { min: () => least.value ?? 0 });
    const { outcome } = await test.start(() =>
      ask.form("x", { least, most }, { validate: z.object({ most: z.number() }) }),
    );
    const { type, press, complaints } = answering(test.app);
    await type("At least 3", "2");
    await press("Continue");
    expect(complaints()).toEqual(["Please choose 3 or more."]);
    await test.app.user.clear(test.app.screen.getByLabelText(/Least/));
    await type("Least", "1");
    await press("Continue");
    expect(outcome).toEqual({ value: { most: 2 } });
  });
});

it("Y53: fields are made without a session, and asked for in one", () => {
  const text = field.text("x", { value: "y" });
  expect(text.value).toBe("y");
  const session: Session = new TestSession(() => null).session;
  session.run(() => expect(currentSession()).toBe(session));
});
