/** Choices: values are of the type that the options have. */
import { signal } from "tandem";
import { CheckboxGroup, Combobox, MultiSelect, RadioGroup, Select, type Option } from "tandem/ui";
import { expectType, type Equal } from "./expect-type.ts";

const people: Option<{ id: number }>[] = [{ value: { id: 1 }, label: "Ada" }];
const person = signal<{ id: number } | null>(null);
const several = signal<{ id: number }[]>([]);
const size = signal<"s" | "m">("s");

// U100: what is bound and heard has the type of the options' values.
export const good = [
  <Select label="Person" bind={person} options={people} />,
  <Select label="Size" bind={size} options={["s", "m"]} />,
  <RadioGroup
    label="Number"
    options={[
      { value: 1, label: "One" },
      { value: 2, label: "Two" },
    ]}
    onChange={(value) => {
      expectType<Equal<typeof value, 1 | 2 | null>>();
    }}
  />,
  <Combobox label="Person" bind={person} search={async () => people} labelOf={({ id }) => `No. ${id}`} />,
  <MultiSelect label="People" bind={several} options={() => people} />,
  <CheckboxGroup
    label="Sizes"
    options={["s", "m"]}
    onChange={(values) => {
      expectType<Equal<typeof values, ("s" | "m")[]>>();
    }}
  />,
  <Select
    label="Size"
    bind={size}
    options={["s", "m"]}
    onChange={(value) => {
      expectType<Equal<typeof value, "s" | "m">>();
    }}
  />,
  <MultiSelect
    label="Sizes"
    bind={signal<("s" | "m")[]>([])}
    options={["s"]}
    onChange={(values) => {
      expectType<Equal<typeof values, ("s" | "m")[]>>();
    }}
  />,
  <Select
    label="Size"
    value="s"
    options={["s", "m"]}
    onChange={(value) => {
      expectType<Equal<typeof value, "s" | "m" | null>>();
    }}
  />,
];

export const bad = [
  // @ts-expect-error a signal of a number holds no text
  <Select label="Size" bind={signal(1)} options={["s", "m"]} />,
  // @ts-expect-error the signal cannot hold each option
  <Select label="Size" bind={size} options={["s", "l"]} />,
  // @ts-expect-error the signal cannot hold each option
  <CheckboxGroup label="Sizes" bind={signal<("s" | "m")[]>([])} options={["s", "l"]} />,
  // @ts-expect-error what it holds at first is not offered
  <RadioGroup label="Size" value="l" options={["s", "m"]} />,
  // @ts-expect-error an option has a label
  <Select label="Size" options={[{ value: { id: 1 } }] satisfies Option<{ id: number }>[]} />,
  // @ts-expect-error a group of checkboxes holds a list
  <CheckboxGroup label="Size" bind={size} options={["s", "m"]} />,
  // @ts-expect-error what is to be chosen must be said
  <Select options={["s", "m"]} />,
];
