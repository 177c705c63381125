import { describe, expect, it } from "vitest";
import { arraySource, rowSource, type SourceChange } from "tandem/ui";
import { rowOrder } from "../../../src/ui/table/sorting.ts";
import { rowTest } from "../../../src/ui/table/filtering.ts";
import { tableColumns } from "../../../src/ui/table/table-column.ts";
import type { Filters, SortBy } from "../../../src/protocol/grid.ts";

interface Item {
  id: number | string;
  name: string;
  size: number;
}

const ITEMS: readonly Item[] = [
  { id: 1, name: "b", size: 3 },
  { id: "1", name: "a", size: 1 },
  { id: 2, name: "c", size: 2 },
];

/** What a table asks for, and how often its order was worked out. */
function wanted(sort: readonly SortBy[], filter: Filters = {}) {
  const columns = tableColumns<Item>([{ key: "name" }, { key: "size", type: "number" }]);
  const order = rowOrder(columns, sort);
  const counted = { compares: 0 };
  const compare = order && ((a: Item, b: Item) => (counted.compares++, order(a, b)));
  const restsOn = new Set([...sort.map(({ column }) => column), ...Object.keys(filter)]);
  const id = JSON.stringify([sort, filter]);
  const signal = new AbortController().signal;
  return { counted, query: { sort, filter, matches: rowTest(columns, filter), compare, id, restsOn, signal } };
}

describe("arraySource", () => {
  it("Z2: tells keys apart by their type, and refuses two that are the same, and none", () => {
    const source = arraySource(ITEMS);
    expect([source.find(1)?.name, source.find("1")?.name]).toEqual(["b", "a"]);
    const twice = [ITEMS[0]!, ITEMS[0]!];
    expect(() => arraySource(twice)).toThrow(expect.objectContaining({ code: "ui/bad-row-key" }));
    expect(() => arraySource([{ name: "x" }])).toThrow(expect.objectContaining({ code: "ui/bad-row-key" }));
    expect(() => arraySource(ITEMS, { key: ({ name }) => name })).not.toThrow();
  });

  it("Z15: works an order out once, until what it rests on changes", () => {
    const source = arraySource(ITEMS);
    const { counted, query } = wanted([{ column: "name" }]);
    const names = () => source.rows({ ...query, from: 0, to: 9 }).map(({ name }) => name);
    expect([names(), source.count(query)]).toEqual([["a", "b", "c"], 3]);
    const once = counted.compares;
    source.update(2, { size: 9 });
    names();
    expect(counted.compares).toBe(once);
    source.update(2, { name: "0" });
    expect(names()).toEqual(["0", "a", "b"]);
    expect(counted.compares).toBeGreaterThan(once);
  });

  it("Z15: keeps some orders, and forgets the one used longest ago", () => {
    const source = arraySource(ITEMS);
    const first = wanted([{ column: "name" }]);
    source.count(first.query);
    const once = first.counted.compares;
    for (let size = 0; size < 7; size++) source.count(wanted([{ column: "name" }], { size: [size, null] }).query);
    source.count(first.query);
    expect(first.counted.compares).toBe(once);
    for (let size = 0; size < 8; size++) source.count(wanted([{ column: "name" }], { size: [size, null] }).query);
    source.count(first.query);
    expect(first.counted.compares).toBe(2 * once);
  });

  it("Z14: tells what changed, and nothing where nothing did", () => {
    const source = arraySource(ITEMS);
    const heard: SourceChange<Item>[] = [];
    const stop = source.listen((change) => heard.push(change));
    source.update(1, { name: "b" });
    source.update(7, { name: "x" });
    source.remove(7);
    expect(heard).toEqual([]);
    source.update(1, { name: "x", size: 3 });
    expect(heard).toEqual([{ kind: "cells", key: 1, properties: ["name"], row: expect.any(Function) }]);
    source.reset(source.all.map((row) => (row.id === 2 ? { ...row, size: 5 } : row)));
    expect(heard[1]).toMatchObject({ kind: "cells", key: 2, properties: ["size"] });
    source.reset(source.all.slice(1));
    expect(heard[2]).toEqual({ kind: "rows" });
    stop();
    source.insert(ITEMS[0]!);
    expect(heard).toHaveLength(3);
  });
});

describe("rowSource", () => {
  it("Z2: needs its three functions", () => {
    const rest = { key: "id", rows: () => [], count: () => 0 } as never;
    expect(() => rowSource<Item>(rest)).toThrow(expect.objectContaining({ code: "ui/bad-rows" }));
  });

  it("Z14: finds a changed row once, however many tables want it", async () => {
    let finds = 0;
    const source = rowSource<Item>({ key: "id", rows: () => [], count: () => 0, find: () => (finds++, ITEMS[0]) });
    const found: unknown[] = [];
    for (let table = 0; table < 3; table++) {
      source.listen((change) => change.kind === "cells" && found.push(change.row()));
    }
    source.update(1, { name: "x" });
    expect([finds, await Promise.all(found)]).toEqual([1, [ITEMS[0], ITEMS[0], ITEMS[0]]]);
  });
});

describe("columns", () => {
  it("Z1: are named by key or id, and titled by that", () => {
    const columns = tableColumns<Item & { firstName: string }>([
      { key: "firstName" },
      { id: "total_size" },
      { key: "id", title: "No." },
    ]);
    expect(columns.map(({ name, title }) => [name, title])).toEqual([
      ["firstName", "First name"],
      ["total_size", "Total size"],
      ["id", "No."],
    ]);
  });

  it("Z1: that have no name, or that of another, or cannot be what they say, are refused", () => {
    for (const columns of [
      [{}],
      [{ key: "" }],
      [{ key: "__proto__" }],
      [{ key: "name" }, { id: "name" }],
      [{ key: "name", type: "select", editable: true }],
      [{ key: "name", type: "currency" }],
      ["name"],
      [null],
    ]) {
      expect(() => tableColumns<Item>(columns as never)).toThrow(expect.objectContaining({ code: "ui/bad-column" }));
    }
  });
});
