import { expect, it } from "vitest";
import type { Child } from "tandem";
import { BusyButton, Chart, Chat, createChat, DataTable, Split, Stepper, Tabs } from "tandem/ui";
import { TestSession } from "../support/test-session.ts";

/** What JavaScript lets an app give, where types would not. */
const one = 1 as never;
const rows = [{ id: 1, day: 1, sold: 2 }];
const table = { label: "Rows", rows, columns: [{ key: "day" as const }] };
const chart = { label: "Sold", kind: "line" as const, data: rows, x: "day" as const, y: "sold" as const };

it.each<[what: string, root: () => Child]>([
  ["active={…} of Tabs", () => <Tabs label="Settings" tabs={[]} active={one} />],
  ["current={…} of a Stepper", () => <Stepper label="Order" steps={[]} current={one} />],
  ["position={…} of a Split", () => <Split label="Sizes" start="" end="" position={one} />],
  [
    "busy={…} of a BusyButton",
    () => (
      <BusyButton task={() => {}} busy={one}>
        Import
      </BusyButton>
    ),
  ],
  ["draft={…} of a Chat", () => <Chat label="Help" chat={createChat({ reply: async function* () {} })} draft={one} />],
  ["sort={…} of a DataTable", () => <DataTable {...table} sort={one} />],
  ["filter={…} of a DataTable", () => <DataTable {...table} filter={one} />],
  ["selected={…} of a DataTable", () => <DataTable {...table} selected={one} />],
  ["brush={…} of a Chart", () => <Chart {...chart} brush={one} />],
  ["zoom={…} of a Chart", () => <Chart {...chart} zoom={one} />],
  ["selected={…} of a Chart", () => <Chart {...chart} selected={one} />],
  ["hidden={…} of a Chart", () => <Chart {...chart} hidden={one} />],
])("W218: %s that is no signal says what was expected, what came and what to do", (what, root) => {
  expect(new TestSession(root).events("app/error")[0]?.["error"]).toMatchObject({
    code: "ui/bad-signal",
    message: `Expected ${what} to be a signal, as people change it, but got number 1. Make one with signal(…), outside of the JSX.`,
  });
});
