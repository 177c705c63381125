import { describe, expect, it } from "vitest";
import { signal } from "tandem";
import { rowSource, type DataTableProps, type Filters, type KeysQuery, type RowKey, type RowSource } from "tandem/ui";
import { GRID_LIMITS, type GridConfig } from "../../../src/protocol/grid.ts";
import { promisesSettled } from "../../support/fake-clock.ts";
import { served } from "./served.tsx";
import { mountTable, summary, BIKES, type Bike } from "./support.tsx";

const MANY: readonly Bike[] = Array.from({ length: 20_000 }, (_, id) => ({
  ...BIKES[0]!,
  id,
  model: id % 2 === 0 ? "even" : "odd",
}));

const keysFrom = (query: KeysQuery<Bike>, rows: readonly Bike[]) =>
  rows
    .filter((row) => query.matches(row))
    .slice(0, query.limit)
    .map(({ id }) => id);

/** A source that counts what it is asked for. */
function asked(rows: readonly Bike[], { hasKeys = true } = {}) {
  const asks = { keys: 0, find: 0 };
  const source: RowSource<Bike> = rowSource<Bike>({
    key: "id",
    rows: async ({ from, to, matches }) => rows.filter(matches).slice(from, to),
    count: async ({ matches }) => rows.filter(matches).length,
    find: async (key) => {
      asks.find++;
      return rows[Number(key)];
    },
    ...(hasKeys && {
      keys: async (query) => {
        asks.keys++;
        return keysFrom(query, rows);
      },
    }),
  });
  return { source, asks };
}

function chosen(rows: DataTableProps<Bike>["rows"]) {
  const filter = signal<Filters>({});
  const selected = signal<readonly RowKey[]>([]);
  return { filter, selected, ...served({ rows, filter, selected, selection: "rows", filters: true }) };
}

describe("choosing all rows", () => {
  it("Z195: those that pass the filter are chosen, or not any more, and the others stay", async () => {
    const { ask, filter, selected, test } = chosen(MANY.slice(0, 1_000));
    test.session.run(() => (filter.value = { model: "odd" }));
    await ask("choose", [1], []);
    test.session.run(() => (filter.value = { model: "even" }));
    expect((await ask("chooseAll", true)).ok).toBe(true);
    expect(selected.peek()).toHaveLength(500);
    expect(selected.peek()).not.toContain(1);
    test.session.run(() => (filter.value = {}));
    expect(selected.peek()).toHaveLength(501);
  });

  it("Z195: none of those that pass are chosen, and others stay", async () => {
    const { ask, filter, selected, test } = chosen(MANY.slice(0, 100));
    await ask("chooseAll", true);
    test.session.run(() => (filter.value = { model: "odd" }));
    expect(selected.peek()).toHaveLength(50);
    await ask("chooseAll", false);
    expect(selected.peek()).toEqual([]);
    test.session.run(() => (filter.value = {}));
    expect(selected.peek()).toHaveLength(50);
    await ask("choose", [1, 3], [0, 2, 5]);
    expect(selected.peek()).toHaveLength(50);
  });

  it("Z196: a source that says which rows pass is asked once, however many are chosen, and whatever changes", async () => {
    const { source, asks } = asked(MANY);
    const { ask, filter, selected, test } = chosen(source);
    test.session.run(() => (filter.value = { model: "even" }));
    await promisesSettled();
    await ask("chooseAll", true);
    expect([selected.peek().length, asks]).toEqual([10_000, { keys: 1, find: 0 }]);
    await ask("choose", [], [0]);
    await ask("choose", [0], []);
    expect([selected.peek().length, asks.find]).toEqual([10_000, 0]);
    source.reset();
    await promisesSettled();
    expect([selected.peek().length, asks]).toEqual([10_000, { keys: 2, find: 0 }]);
  });

  it("Z196: where a source cannot say, choosing all is not offered, and does nothing", async () => {
    const { source, asks } = asked(MANY.slice(0, 60), { hasKeys: false });
    const { ask, attribute, selected } = chosen(source);
    expect(attribute<GridConfig>("config").choosesAll).toBe(false);
    await ask("chooseAll", true);
    expect([selected.peek(), asks.find]).toEqual([[], 0]);
    expect(chosen(MANY).attribute<GridConfig>("config").choosesAll).toBe(true);
    expect(served({ rows: BIKES, selection: "row" }).attribute<GridConfig>("config").choosesAll).toBe(false);
  });

  it("Z197: of too many none is chosen, and how many they would be is said", async () => {
    const { source, asks } = asked(MANY);
    const { ask, selected } = chosen(source);
    const { ok, answer } = await ask("chooseAll", true);
    const message = "These would be 20,000 rows. Choose at most 10,000 at once: filter for fewer.";
    expect([ok, (answer as Error).message, selected.peek(), asks.keys]).toEqual([false, message, [], 1]);
  });

  it("Z197: nor can more be chosen bit by bit", async () => {
    const { ask, selected } = chosen(MANY);
    const part = (from: number) => MANY.slice(from, from + GRID_LIMITS.keys).map(({ id }) => id);
    await ask("choose", part(0), []);
    await ask("choose", part(5_000), []);
    expect(selected.peek()).toHaveLength(10_000);
    const { ok, answer } = await ask("choose", [15_000], []);
    expect([ok, (answer as Error).message]).toEqual([
      false,
      "These would be 10,001 rows. Choose at most 10,000 at once: filter for fewer.",
    ]);
    expect((await ask("choose", [15_000], [3])).ok).toBe(true);
    expect(selected.peek()).toHaveLength(10_000);
  });

  it("Z195: a plain table offers it once those of a page are chosen", async () => {
    const selected = signal<readonly RowKey[]>([]);
    await using app = await mountTable({ rows: MANY.slice(0, 1_000), selection: "rows", selected });
    const offer = () => app.screen.queryByRole("button", { name: "Choose all 1,000 rows" });
    expect(offer()).toBeNull();
    await app.user.click(app.screen.getByRole("checkbox", { name: "Choose all rows on this page" }));
    await app.settle();
    await app.user.click(offer()!);
    await app.settle();
    expect([selected.peek().length, offer(), summary(app)]).toEqual([1_000, null, "1–25 of 1,000 · 1,000 chosen"]);
  });

  it("Z197: a plain table says so in a notice", async () => {
    await using app = await mountTable({ rows: MANY, selection: "rows" });
    await app.user.click(app.screen.getByRole("checkbox", { name: "Choose all rows on this page" }));
    await app.settle();
    await app.user.click(app.screen.getByRole("button", { name: "Choose all 20,000 rows" }));
    await app.settle();
    expect(app.document.body.textContent).toContain("These would be 20,000 rows.");
  });
});
