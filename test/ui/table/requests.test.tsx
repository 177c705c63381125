import { describe, expect, it } from "vitest";
import { signal, UserFacingError } from "tandem";
import { arraySource, DataTable, rowSource, type CellEdit, type Filters, type RowKey, type SortBy } from "tandem/ui";
import {
  GRID_LIMITS,
  type FirstBlock,
  type GridBlock,
  type GridConfig,
  type GridNews,
  type GridState,
} from "../../../src/protocol/grid.ts";
import { rowsOf } from "../../../src/browser/ui/grid/grid-row.ts";
import { gridBlock, packed } from "../../../src/ui/table/virtual/grid-block.ts";
import { tableColumns } from "../../../src/ui/table/table-column.ts";
import { promisesSettled } from "../../support/fake-clock.ts";
import { TestSession } from "../../support/test-session.ts";
import { served } from "./served.tsx";
import { BIKES, COLUMNS, EDITABLE, type Bike } from "./support.tsx";

describe("what a grid asks", () => {
  it("Z30: it has the first rows, and what it is, before it asks for any", () => {
    const { attribute, test } = served({ selection: "rows", filters: true });
    expect(attribute<GridConfig>("config")).toMatchObject({
      label: "Bikes",
      selection: "rows",
      hasFilters: true,
      block: 100,
    });
    expect(rowsOf(attribute<FirstBlock>("first").block).map(({ values }) => values[0])).toEqual(
      BIKES.map(({ model }) => model),
    );
    expect(test.html).toContain("4 rows");
    for (const { model } of BIKES) expect(test.html).toMatch(new RegExp(`<td[^>]*>${model}</td>`));
  });

  it("Z31: blocks come out as they went in", () => {
    const columns = tableColumns<Bike>([
      { key: "model" },
      { key: "kind", format: (kind) => `<${kind}>` },
      { key: "price", type: "number", look: (price) => (price === null ? { class: "none" } : undefined) },
      { key: "day", type: "date", editable: ({ sold }) => sold },
    ]);
    const block = gridBlock(columns, { keyOf: ({ id }) => id }, BIKES, { data: 1, from: 0, total: 4 });
    const rows = rowsOf(JSON.parse(JSON.stringify(block)) as GridBlock);
    expect(rows.map(({ values }) => values)).toEqual(
      BIKES.map(({ model, kind, price, day }) => [model, kind, price, day]),
    );
    expect(rows.map(({ texts }) => texts[1])).toEqual(BIKES.map(({ kind }) => `<${kind}>`));
    expect(rows.map(({ marks }) => marks.get(2)?.[0])).toEqual([undefined, undefined, "none", undefined]);
    expect(rows.map(({ fixed }) => fixed.has(3))).toEqual([true, false, true, false]);
    expect(packed(["a", "b", "a", "a"])).toEqual({ of: ["a", "b"], at: [0, 1, 0, 0] });
    expect(packed(["a", "b", "c", "d"])).toEqual(["a", "b", "c", "d"]);
  });

  it("Z32: what is no request, or asks for what cannot be, is refused and does nothing", async () => {
    const edits: unknown[] = [];
    const sort = signal<readonly SortBy[]>([]);
    const filter = signal<Filters>({});
    const { ask, test } = served({
      sort,
      filter,
      selection: "rows",
      columns: EDITABLE,
      onEdit: (edit) => void edits.push(edit),
    });
    const many = (count: number, item: unknown) => Array.from({ length: count }, () => item);
    const text = "x".repeat(GRID_LIMITS.text + 1);
    for (const args of [
      [],
      ["drop"],
      ["rows"],
      ["rows", 0, GRID_LIMITS.rows + 1],
      ["rows", -1, 5],
      ["rows", 5, 5],
      ["rows", 0.5, 5],
      ["rows", "0", "5"],
      ["rows", 0, 5, 6],
      ["rows", 0, Number.MAX_VALUE],
      ["show"],
      ["show", [], null],
      ["show", [], []],
      ["show", {}, {}],
      ["show", [null], {}],
      ["show", [{ column: "id" }], {}],
      ["show", [{ column: "__proto__" }], {}],
      ["show", [{ column: "model" }, { column: "model" }], {}],
      ["show", [], { id: "1" }],
      ["show", [], { constructor: "x" }],
      ["show", [], { model: 5 }],
      ["show", [], { model: ["a", "b"] }],
      ["show", [], { model: text }],
      ["show", [], { price: "5" }],
      ["show", [], { price: [1, 2, 3] }],
      ["show", [], { price: ["1", null] }],
      ["show", [], { day: [1, 2] }],
      ["show", [], { kind: { in: ["boat"] } }],
      ["show", [], { kind: { in: many(9, "city") } }],
      ["show", [], { sold: "yes" }],
      ["edit"],
      ["edit", {}],
      ["edit", [1]],
      ["edit", [[1, "model"]]],
      ["edit", [[1, "model", { toString: "x" }]]],
      ["edit", [[null, "model", "x"]]],
      ["edit", [[1, 1, "x"]]],
      ["edit", [[1, "model", text]]],
      ["edit", many(GRID_LIMITS.cells + 1, [1, "model", "x"])],
      ["undo", 1],
      ["choose"],
      ["choose", [1]],
      ["choose", [{}], []],
      ["choose", [], [{}]],
      ["choose", many(GRID_LIMITS.keys + 1, 1), []],
      ["choose", [], many(GRID_LIMITS.keys + 1, 1)],
      ["chooseAll"],
      ["chooseAll", 1],
      ["look"],
      ["look", {}],
      ["look", [null]],
      ["look", many(GRID_LIMITS.looked + 1, 1)],
    ]) {
      expect([args[0], JSON.stringify(args).slice(0, 60), (await ask(...args)).ok]).toEqual([
        args[0],
        expect.any(String),
        false,
      ]);
    }
    expect([edits, sort.peek(), filter.peek(), test.events("app/error")]).toEqual([[], [], {}, []]);
  });

  it("Z13: changes of what cannot be changed are refused one by one, whoever claims them", async () => {
    const rows = signal(BIKES);
    const edits: unknown[] = [];
    const columns = [...EDITABLE, { key: "id" }, { id: "twice", value: () => 2 }] as const;
    const { ask } = served({ rows, columns, onEdit: (edit) => void edits.push(edit) });
    const { ok, answer } = await ask("edit", [
      [1, "id", 99],
      [1, "twice", 4],
      [1, "gone", "x"],
      [1, "__proto__", "x"],
      [77, "model", "x"],
      ["1", "model", "x"],
      [1, "day", "2026-05-05"],
      [2, "day", "1999-01-01"],
      [2, "kind", "boat"],
      [2, "sold", "maybe"],
      [2, "model", "Fine"],
    ]);
    const fixed = "This cannot be changed.";
    const gone = "This row is not there any more.";
    expect([ok, answer]).toEqual([
      true,
      [
        fixed,
        fixed,
        fixed,
        fixed,
        gone,
        gone,
        fixed,
        expect.stringMatching(/^Please choose .*2026.* or later\.$/),
        "Please choose one of the options.",
        "Please say yes or no.",
        null,
      ],
    ]);
    expect(edits).toHaveLength(1);
    expect(rows.peek().filter((row, at) => row !== BIKES[at])).toEqual([{ ...BIKES[1], model: "Fine" }]);
  });

  it("Z13: a table that is disabled changes nothing, nor how it is shown, nor what is chosen", async () => {
    const rows = signal(BIKES);
    const selected = signal<readonly RowKey[]>([]);
    const { ask } = served({ rows, columns: EDITABLE, disabled: true, selection: "rows", selected });
    for (const args of [
      ["edit", [[2, "model", "x"]]],
      ["show", [{ column: "model" }], {}],
      ["choose", [1], []],
      ["chooseAll", true],
      ["undo"],
    ]) {
      expect((await ask(...args)).ok).toBe(false);
    }
    expect([(await ask("rows", 0, 2)).ok, rows.peek(), selected.peek()]).toEqual([true, BIKES, []]);
  });

  it("Z33: sort, filter and choice are what the app reads, and what rows are asked by", async () => {
    const sort = signal<readonly SortBy[]>([]);
    const filter = signal<Filters>({});
    const selected = signal<readonly RowKey[]>([]);
    const { ask, test, attribute } = served({ sort, filter, selected, selection: "rows" });
    expect(
      (
        await ask("show", [{ column: "price", descending: true }], {
          kind: { in: ["city", "gravel"] },
          price: [1_000, null],
        })
      ).ok,
    ).toBe(true);
    const { answer } = await ask("rows", 0, 100);
    expect([(answer as GridBlock).total, (answer as GridBlock).keys]).toEqual([2, [2, 1]]);
    expect([sort.peek(), filter.peek()]).toEqual([
      [{ column: "price", descending: true }],
      { kind: { in: ["city", "gravel"] }, price: [1_000, null] },
    ]);
    await ask("choose", [1, 4, 77], []);
    expect(selected.peek()).toEqual([1]);
    test.session.run(() => (filter.value = {}));
    expect(selected.peek()).toEqual([1, 4]);
    expect(attribute<GridState>("state")).toMatchObject({ filter: {}, selected: [1, 4] });
  });

  it("Z11: a paste is saved as one, or not at all", async () => {
    const rows = signal(BIKES);
    const batches: CellEdit<Bike>[][] = [];
    let refuses = true;
    const onEdits = (edits: readonly CellEdit<Bike>[]) => {
      if (refuses) throw new UserFacingError("Not now.");
      batches.push([...edits]);
    };
    const { ask } = served({ rows, columns: EDITABLE, onEdits });
    const paste = [
      [1, "model", "One"],
      [2, "price", "x"],
      [4, "price", " 12.5 "],
      [3, "model", "Alpin"],
    ];
    expect((await ask("edit", paste)).answer).toEqual(["Not now.", "Please enter a number.", "Not now.", null]);
    expect(rows.peek()).toEqual(BIKES);
    refuses = false;
    expect((await ask("edit", paste)).answer).toEqual([null, "Please enter a number.", null, null]);
    expect(batches.map((batch) => batch.map(({ key, column, value }) => [key, column, value]))).toEqual([
      [
        [1, "model", "One"],
        [4, "price", 12.5],
      ],
    ]);
    expect((await ask("undo")).answer).toBeNull();
    expect([rows.peek(), batches[1]?.map(({ value }) => value)]).toEqual([BIKES, ["Roadster", 900]]);
  });

  it("Z37: cells that change are told as such; rows that move, and what changes much, are asked for again", async () => {
    const source = arraySource(BIKES);
    const { news, test } = served({
      rows: source,
      flash: true,
      sort: signal<readonly SortBy[]>([{ column: "price" }]),
    });
    source.update(1, { model: "X" });
    source.update(4, { model: "Y" });
    source.update(4, { model: "Z" });
    await promisesSettled();
    expect(news()).toHaveLength(1);
    const [first] = news() as [Extract<GridNews, { kind: "cells" }>];
    expect([first.kind, first.flash, rowsOf(first.rows).map(({ key, values }) => [key, values[0]])]).toEqual([
      "cells",
      true,
      [
        [1, "X"],
        [4, "Z"],
      ],
    ]);
    source.update(1, { price: 1 });
    await promisesSettled();
    expect(news()[1]).toEqual({ kind: "rows", data: 2 });
    source.insert({ ...BIKES[0]!, id: 5 });
    await promisesSettled();
    expect(news()[2]).toEqual({ kind: "rows", data: 3 });
    expect(test.html).toContain("5 rows");
  });

  it("Z16: a source that fails says so in the grid's place, and is asked again", async () => {
    let isDown = true;
    const rows = rowSource<Bike>({
      key: "id",
      rows: async ({ from, to }) => {
        if (isDown) throw new Error("offline");
        return BIKES.slice(from, to);
      },
      count: () => BIKES.length,
      find: () => undefined,
    });
    const { ask, attribute, test } = served({ rows });
    expect(test.html).not.toContain(' first="');
    expect((await ask("rows", 0, 100)).ok).toBe(false);
    expect(test.html).toContain("The rows could not be loaded.");
    isDown = false;
    const before = attribute<GridState>("state").data;
    const button = /data-t="(\d+)"[^>]*>(?:<!--\d+-->)?Try again/.exec(test.html)!;
    test.connect().event(Number(button[1]), "click");
    expect(attribute<GridState>("state").data).toBe(before + 1);
    expect((await ask("rows", 0, 100)).ok).toBe(true);
    expect(test.html).not.toContain("The rows could not be loaded.");
  });

  it("Z2: rows that are none are refused", () => {
    const test = new TestSession(() => <DataTable label="Bikes" rows={5 as never} columns={COLUMNS} />);
    expect(test.events("app/error")).toHaveLength(1);
  });
});
