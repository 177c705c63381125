import { expect, it } from "vitest";
import { signal, type Child } from "tandem";
import {
  Accordion,
  Breadcrumb,
  CheckboxGroup,
  Combobox,
  DataTable,
  Menu,
  MultiSelect,
  RadioGroup,
  Select,
  Stepper,
  Tabs,
} from "tandem/ui";
import { TestSession } from "../support/test-session.ts";

/** What JavaScript lets an app give, where types would not. */
const WRONG = { options: ["a", "b"] } as never;

it.each<[what: string, root: () => Child]>([
  ["options={…}", () => <Select label="Word" options={WRONG} />],
  ["options={…}", () => <RadioGroup label="Word" options={WRONG} />],
  ["options={…}", () => <CheckboxGroup label="Words" options={WRONG} />],
  ["options={…}", () => <Combobox label="Word" options={WRONG} />],
  ["options={…}", () => <MultiSelect label="Words" options={WRONG} />],
  ["items={…} of a Menu", () => <Menu label="More" items={WRONG} />],
  ["items={…} of a Breadcrumb", () => <Breadcrumb items={WRONG} />],
  ["tabs={…} of Tabs", () => <Tabs label="Settings" tabs={WRONG} />],
  ["sections={…} of an Accordion", () => <Accordion sections={WRONG} />],
  ["steps={…} of a Stepper", () => <Stepper label="Order" steps={WRONG} current={signal(0)} />],
  ["columns={…} of a DataTable", () => <DataTable label="Bikes" rows={[]} columns={WRONG} />],
])("U14: %s that is no list says what was expected, what came and what to do", (what, root) => {
  expect(new TestSession(root).events("app/error")[0]?.["error"]).toMatchObject({
    code: "ui/bad-list",
    message: `Expected ${what} to be an array, but got an object of class Object. Write […], or make one with Array.from(…).`,
  });
});

it("U14: one that was forgotten is named, too", () => {
  const test = new TestSession(() => <Select label="Word" options={undefined as never} />);
  expect(test.events("app/error")[0]?.["error"]).toMatchObject({
    message: expect.stringContaining("but got undefined."),
  });
});
