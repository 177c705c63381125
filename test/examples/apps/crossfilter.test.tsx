import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mount } from "tandem/testing";
import crossfilterApp from "../../../examples/apps/crossfilter/app.tsx";
import { Crossfilter, difference } from "../../../examples/apps/crossfilter/crossfilter.ts";
import { dataset, loadFlights } from "../../../examples/apps/crossfilter/datasets.ts";
import { nameDimension, NO_BAR, numberDimension } from "../../../examples/apps/crossfilter/dimension.ts";

const NAMES = ["a", "b", "c"] as const;
const row = fc.record({
  x: fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constant(NaN)),
  y: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(NaN)),
  name: fc.option(fc.constantFrom(...NAMES)),
});
const range = fc.option(
  fc.tuple(fc.double({ min: -4, max: 13, noNaN: true }), fc.double({ min: -4, max: 13, noNaN: true })),
);
const step = fc.oneof(
  fc.record({ at: fc.constantFrom(0, 1), range }),
  fc.record({ at: fc.constant(2), values: fc.uniqueArray(fc.integer({ min: 0, max: 3 })) }),
);

describe("counting", () => {
  it("E240: after any filters in any order, all counts are those of a plain recount", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), fc.array(step, { maxLength: 12 }), async (rows, steps) => {
        const dimensions = [
          await numberDimension({ name: "x", title: "x", edges: [0, 3, 6, 9] }, Float64Array.from(rows, ({ x }) => x)),
          await numberDimension({ name: "y", title: "y", edges: [0, 0.5, 1] }, Float64Array.from(rows, ({ y }) => y)),
          await nameDimension({ name: "name", title: "name" }, rows.map(({ name }) => name)),
        ]; // prettier-ignore
        const crossfilter = new Crossfilter(dimensions, rows.length);
        const passes: ((value: number) => boolean)[] = [() => true, () => true, () => true];
        for (const each of steps) {
          if ("values" in each) {
            crossfilter.filterValues(2, each.values);
            passes[2] = (value) => each.values.length === 0 || each.values.includes(value);
          } else {
            const ordered = each.range && ([Math.min(...each.range), Math.max(...each.range)] as const);
            crossfilter.filterRange(each.at, ordered);
            passes[each.at] = (value) => ordered === null || (value >= ordered[0] && value <= ordered[1]);
          }
          const selected = rows.flatMap((_, at) =>
            dimensions.every(({ values }, d) => passes[d]!(values[at]!)) ? at : [],
          );
          expect(crossfilter.selectedCount).toBe(selected.length);
          expect(crossfilter.selectedRows(5)).toEqual(selected.slice(0, 5));
          for (const [d, { barOf, bars }] of dimensions.entries()) {
            const counts = bars.map(() => 0);
            for (const at of rows.keys()) {
              const bar = barOf[at]!;
              const counted = dimensions.every(({ values }, other) => other === d || passes[other]!(values[at]!));
              if (bar !== NO_BAR && counted) counts[bar]!++;
            }
            expect([...crossfilter.counts[d]!]).toEqual(counts);
          }
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("E240: a change counts only the rows between", () => {
    expect(difference([[0, 10]], [[2, 8]])).toEqual([[0, 2], [8, 10]]); // prettier-ignore
    expect(difference([[0, 5]], [[3, 9]])).toEqual([[0, 3], [5, 9]]); // prettier-ignore
    expect(difference([[1, 2], [4, 6]], [[1, 2]])).toEqual([[4, 6]]); // prettier-ignore
    expect(difference([[0, 3]], [[0, 3]])).toEqual([]);
    expect(difference([[4, 4]], [[0, 2]])).toEqual([[0, 2]]);
  });
});

describe("reading", () => {
  it("E460: others have their turn while data are read and put in order", async () => {
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns++;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    const { dimensions, rowCount, row } = await loadFlights();
    isDone = true;
    // Three columns, each of which is gone through three times in ten slices; and some forty pieces of the file.
    expect(turns).toBeGreaterThanOrEqual(3 * 3 * 10);
    expect(rowCount).toBe(200_000);
    expect(row(1)).toEqual(["00:00", "171", "2,227"]);
    for (const { values, order, bars, known } of dimensions) {
      expect(known).toBe(rowCount);
      expect(bars.reduce((sum, { total }) => sum + total, 0)).toBe(rowCount);
      expect(order.every((at, place) => place === 0 || values[order[place - 1]!]! <= values[at]!)).toBe(true);
      expect(order.toSorted().every((at, place) => at === place)).toBe(true);
    }
  });
});

describe("the app", () => {
  it("E241: shows the flights, and what passes the filters", async () => {
    await dataset("flights");
    await using app = await mount(crossfilterApp);
    await app.waitFor(() => expect(app.screen.getByRole("status").textContent).toContain("200,000 of 200,000 flights"));
    const [time] = app.document.querySelectorAll("tandem-chart");
    const tell = (range: unknown) =>
      time!.dispatchEvent(
        new app.window.CustomEvent("tandem-chart", { bubbles: true, detail: { type: "brush", range } }),
      );
    tell({ x: [6, 7] });
    await app.settle();
    expect(app.screen.getByRole("status").textContent).not.toContain("200,000 of");
    const few = app.screen.getByRole("status").textContent;
    tell({ x: [7, 6] });
    tell({ x: [6, "7"] });
    await app.settle();
    expect(app.screen.getByRole("status").textContent).toBe(few);
    await app.user.click(app.screen.getByRole("button", { name: "Clear all" }));
    expect(app.screen.getByRole("status").textContent).toContain("200,000 of 200,000");
    for (const [name, count] of [["Seattle’s weather", "1,461"], ["3,201 movies", "3,201"]] as const) {
      await app.user.click(app.screen.getByRole("button", { name }));
      await app.waitFor(() => expect(app.screen.getByRole("status").textContent).toContain(`${count} of ${count}`));
    } // prettier-ignore
  });
});
