import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import {
  createField,
  createForm,
  DateInput,
  DateRangeInput,
  Form,
  NumberInput,
  TextInput,
  TimeInput,
  type DateRange,
  type Field,
} from "tandem/ui";
import { enter } from "./support.ts";

/** How often the server told the page what the control is to hold. */
const countTold = (client: { operations: readonly (readonly unknown[])[] }) =>
  client.operations.filter(([code, , name]) => code === 2 && name === "value").length;

describe("half a value in a control", () => {
  it("U177: a reset of its field empties it, though the value was empty before", () => {
    const date = createField("day", signal(""));
    const time = createField("time", signal(""));
    const weight = createField("weight", signal<number | null>(null));
    const cases = [
      [date, () => <DateInput label="Day" bind={date} />],
      [time, () => <TimeInput label="Time" bind={time} />],
      [weight, () => <NumberInput label="Weight" bind={weight} />],
    ] as const;
    for (const [field, root] of cases) {
      const { client, control, said, run } = enter(root);
      control("input").input("", { bad: 1 });
      control("input").blur({ bad: 1 });
      const before = countTold(client);
      expect(said()).toMatch(/^Please enter a /);
      run(() => (field as Field<unknown>).reset());
      expect([countTold(client) - before, control("input").told("value"), said()]).toEqual([1, "", ""]);
    }
  });

  it("U177: so does a reset that comes before the page has said a word of it", () => {
    const day = createField("day", signal(""));
    const { client, control, run } = enter(() => <DateInput label="Day" bind={day} />);
    run(() => day.reset());
    expect([countTold(client), control("input").told("value")]).toEqual([1, ""]);
  });

  it("U177: so does another value by the app, also one that looks as what the control holds", () => {
    const day = signal("2026-11-26");
    const weight = signal<number | null>(5);
    const { control, run } = enter(() => (
      <main>
        <DateInput label="Day" bind={day} />
        <NumberInput label="Weight" bind={weight} />
      </main>
    ));
    for (const which of [0, 1]) {
      control("input", which).input("", { bad: 1 });
      control("input", which).blur({ bad: 1 });
      expect(control("input", which).told("value")).toBeUndefined();
    }
    run(() => (day.set(""), weight.set(null)));
    expect([control("input", 0).told("value"), control("input", 1).told("value")]).toEqual(["", ""]);
  });

  it("U177: of a range, each half is emptied, and what is entered next counts", () => {
    const stay = createField<DateRange>("stay", signal({ from: "", to: "" }));
    const { control, said, run } = enter(() => <DateRangeInput label="Stay" bind={stay} />);
    control("input", 0).input("", { bad: 1 });
    control("input", 1).blur({ bad: 1 });
    run(() => stay.reset());
    expect([control("input", 0).told("value"), control("input", 1).told("value"), said()]).toEqual(["", "", ""]);
    control("input", 0).input("2026-11-26");
    control("input", 1).input("2026-11-27");
    expect([stay.value.peek(), said()]).toEqual([{ from: "2026-11-26", to: "2026-11-27" }, ""]);
  });

  it("U177: a reset of the form empties all of them, and leaves texts alone that are right", () => {
    let reset = (): void => {};
    const { client, control, run } = enter(() => {
      const form = createForm({ initial: { day: "", weight: null as number | null, name: "Ada" }, onSubmit: () => {} });
      reset = () => form.reset();
      return (
        <Form form={form}>
          <DateInput label="Day" bind={form.fields.day} />
          <NumberInput label="Weight" bind={form.fields.weight} />
          <TextInput label="Name" bind={form.fields.name} />
        </Form>
      );
    });
    control("input", 0).blur({ bad: 1 });
    control("input", 1).input("", { bad: 1 });
    run(reset);
    expect([0, 1, 2].map((which) => control("input", which).told("value"))).toEqual(["", "", undefined]);
    expect(countTold(client)).toBe(2);
  });

  it("U177: what a person enters themselves is not told back", () => {
    const weight = signal<number | null>(5);
    const { client, control } = enter(() => <NumberInput label="Weight" bind={weight} />);
    for (const text of ["", "1", "1.", "1.5", "1.50"]) control("input").input(text, text === "1." ? { bad: 1 } : {});
    expect([weight.peek(), countTold(client)]).toEqual([1.5, 0]);
  });
});
