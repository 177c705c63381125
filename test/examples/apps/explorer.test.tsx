import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mount } from "tandem/testing";
import explorerApp from "../../../examples/apps/explorer/app.tsx";
import { csvOf, jsonOf } from "../../../examples/apps/explorer/data/export.ts";
import { filteredRows, problemOf, type Filter } from "../../../examples/apps/explorer/data/filter.ts";
import { groupedRows } from "../../../examples/apps/explorer/data/group.ts";
import { loadFrame } from "../../../examples/apps/explorer/data/load.ts";
import { sortedRows } from "../../../examples/apps/explorer/data/sort.ts";

const source = (text: string, name = "file.csv") => ({
  name,
  sizeInBytes: text.length,
  stream: () => new Blob([text]).stream() as ReadableStream<Uint8Array>,
});
const never = new AbortController().signal;
const PEOPLE = "name,age,since,team\nAda,36,2020-01-05,red\nBo,,2021-06-30,blue\nCy,41,,red\nDee,36,2020-02-01,\n";

describe("questions", () => {
  it("E356: filters ask what makes sense of a column, and all of them must pass", async () => {
    const frame = await loadFrame(source(PEOPLE));
    const rows = async (...filters: Filter[]) => [...(await filteredRows(frame, filters, never))];
    const ask = (column: string, question: Filter["question"], value = ""): Filter => ({ column, question, value });
    expect(await rows(ask("age", "at least", "36"))).toEqual([0, 2, 3]);
    expect(await rows(ask("age", "at most", "36"), ask("team", "is", "RED"))).toEqual([0]);
    expect(await rows(ask("since", "at least", "2020-02-01"))).toEqual([1, 3]);
    expect(await rows(ask("age", "is empty"))).toEqual([1]);
    expect(await rows(ask("team", "is not empty"))).toEqual([0, 1, 2]);
    expect(await rows(ask("name", "contains", "D"))).toEqual([0, 3]);
    expect(problemOf(frame, ask("age", "at least", "old"))).toBe("Please enter a number.");
    expect(problemOf(frame, ask("since", "at least", "5"))).toContain("a date");
    expect(problemOf(frame, ask("age", "contains", "3"))).toContain("cannot be asked");
    expect(problemOf(frame, ask("gone", "is", "3"))).toContain("no column");
  });

  it("E356: sorting is stable, either way, empty ones last", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.integer({ min: -5, max: 5 })), { minLength: 1, maxLength: 50 }),
        fc.boolean(),
        async (values, isDown) => {
          const frame = await loadFrame(
            source(`id,v\n${values.map((value, at) => `${at},${value ?? ""}`).join("\n")}\n`),
          );
          const rows = Uint32Array.from(values.keys());
          const sorted = [...(await sortedRows(rows, frame.columns[1]!, { isDown, signal: never }))];
          const there = [...values.keys()].filter((row) => values[row] !== null);
          const expected = there.toSorted((a, b) => (isDown ? values[b]! - values[a]! : values[a]! - values[b]!));
          expect(sorted).toEqual([...expected, ...[...values.keys()].filter((row) => values[row] === null)]);
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });

  it("E356: many rows are sorted in runs that are merged", async () => {
    const count = 200_000;
    const numbers = Float64Array.from({ length: count }, (_, at) => (at * 7_919) % 1_000);
    const column = { name: "v", type: "number", length: count, missing: 0, numbers, words: null } as const;
    const sorted = await sortedRows(Uint32Array.from(numbers.keys()), column, { isDown: false, signal: never });
    for (let at = 1; at < count; at++) {
      const [a, b] = [sorted[at - 1]!, sorted[at]!];
      if (numbers[a]! > numbers[b]! || (numbers[a] === numbers[b] && a > b)) expect.fail(`not in order at ${at}`);
    }
  });

  it("E357: groups are counted up, dates by their months, numbers by steps", async () => {
    const frame = await loadFrame(source(PEOPLE));
    const [, age, since, team] = frame.columns as [never, never, never, never];
    const rows = Uint32Array.of(0, 1, 2, 3);
    const groups = async (options: Parameters<typeof groupedRows>[1]) =>
      (await groupedRows(rows, options, never)).map(({ label, value }) => [label, value]);
    expect(await groups({ by: team, aggregate: "count" })).toEqual([["red", 2], ["blue", 1]]); // prettier-ignore
    expect(await groups({ by: team, of: age, aggregate: "mean" })).toEqual([["red", 38.5], ["blue", null]]); // prettier-ignore
    expect(await groups({ by: since, aggregate: "count" })).toEqual([
      ["2020-01-01", 1],
      ["2020-02-01", 1],
      ["2021-06-01", 1],
    ]);
    const by = async (aggregate: "median" | "sum" | "smallest" | "largest") =>
      (await groups({ by: team, of: age, aggregate }))[0];
    expect(
      [await by("median"), await by("sum"), await by("smallest"), await by("largest")].map((each) => each![1]),
    ).toEqual([38.5, 77, 36, 41]);
  });

  it("E358: what is exported reads as it was, and spreadsheets find no formula in it", async () => {
    const frame = await loadFrame(source('name,n\n"a,""b",1\n=1+1,-2\n-x,3\n'));
    const rows = Uint32Array.of(0, 1, 2);
    expect([...csvOf(frame, rows)].join("")).toBe('name,n\r\n"a,""b",1\r\n\'=1+1,-2\r\n\'-x,3\r\n');
    expect(JSON.parse([...jsonOf(frame, rows)].join(""))).toEqual([
      { name: 'a,"b', n: 1 },
      { name: "=1+1", n: -2 },
      { name: "-x", n: 3 },
    ]);
    expect(JSON.parse([...jsonOf(frame, new Uint32Array())].join(""))).toEqual([]);
  });
});

describe("the app", () => {
  it("E359: a file is uploaded and filtered", async () => {
    await using app = await mount(explorerApp);
    const { screen, user } = app;
    await user.upload(screen.getByLabelText("Choose a file"), new File([PEOPLE], "people.csv"));
    await screen.findByRole("heading", { name: "people.csv" });
    const says = (text: string) =>
      app.waitFor(() => expect(screen.getAllByRole("status")[0]!.textContent).toContain(text));
    await says("4 rows, 4 columns");
    await user.selectOptions(screen.getByLabelText("Column"), "team");
    await user.selectOptions(screen.getByLabelText("Question"), "is");
    await user.type(screen.getByLabelText("Value"), "red");
    await user.click(screen.getByRole("button", { name: "Add filter" }));
    await says("2 of 4 rows");
    await user.click(screen.getByRole("button", { name: "Remove team is red" }));
    await says("4 rows,");
  });

  it("E359: what cannot be read is explained, and another file can be chosen", async () => {
    await using app = await mount(explorerApp);
    const { screen, user } = app;
    await user.upload(screen.getByLabelText("Choose a file"), new File(['[{"a":1},{"a"'], "broken.json"));
    await screen.findByText(/Was it cut off/);
    await user.click(screen.getByRole("button", { name: /Weather/ }));
    await screen.findByRole("heading", { name: "seattle-weather.csv" });
    await app.waitFor(() => expect(screen.getAllByRole("status")[0]!.textContent).toContain("1,461 rows"));
  });
});
