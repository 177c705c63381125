import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { streamData } from "tandem/ui";
import { StreamRows } from "../../../src/browser/ui/stream/rows.ts";
import { RollingColumns } from "../../../src/core/rolling-columns.ts";
import { ArrayReader } from "../../../src/protocol/typed-arrays.ts";
import { StreamSource, type StreamPart } from "../../../src/ui/chart/stream-data.ts";

const COLUMNS = ["time", "price"] as const;
const made = (rollover = 5) => new StreamSource({ columns: COLUMNS, rollover });
const rowsOf = (source: StreamSource<"time" | "price">) =>
  [...source.column("time")].map((time, row) => [time, source.column("price")[row]]);
const pageRows = (rollover: number) =>
  new StreamRows({
    columns: COLUMNS,
    rollover,
    x: { column: 0, kind: "number" },
    y: {},
    series: [],
    label: "",
    toolbar: true,
  });

function take(rows: StreamRows, { from, lengths, body }: StreamPart): void {
  const reader = new ArrayReader(body.slice().buffer);
  rows.extend(
    from,
    lengths.map((length) => reader.read(["f64", length])),
  );
}

describe("rows that keep coming", () => {
  it("Z160: keep the last of them, given one by one, many at once, or as columns", () => {
    const source = made();
    source.push({ time: 1, price: 10 });
    source.push({ time: new Date(2), price: null }, { time: 3, price: 30 });
    source.append({ time: [4, 5], price: new Float64Array([40, 50]) });
    expect([source.length, rowsOf(source)]).toEqual([
      5,
      [
        [1, 10],
        [2, Number.NaN],
        [3, 30],
        [4, 40],
        [5, 50],
      ],
    ]);
    source.append({ time: Float64Array.of(6, 7), price: [60, undefined] });
    expect(rowsOf(source).map(([time]) => time)).toEqual([3, 4, 5, 6, 7]);
    source.append({ time: [...Array(9).keys()], price: Array(9).fill(1) });
    expect([source.length, [...source.column("time")]]).toEqual([5, [4, 5, 6, 7, 8]]);
    source.append({ time: [], price: [] });
    source.push();
    expect(source.length).toBe(5);
  });

  it("Z160: give copies, so that nobody changes them from outside", () => {
    const source = made();
    const given = Float64Array.of(1, 2);
    source.append({ time: given, price: given });
    given[0] = 9;
    source.column("time")[1] = 9;
    expect(rowsOf(source)).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it("Z161: replace the last, or have the first put where there is none, and forget all", () => {
    const source = made();
    source.replaceLast({ time: 1, price: 1 });
    source.push({ time: 2, price: 2 });
    source.replaceLast({ time: 2, price: 3 });
    expect(rowsOf(source)).toEqual([
      [1, 1],
      [2, 3],
    ]);
    source.clear();
    source.push({ time: 5, price: 5 });
    expect(rowsOf(source)).toEqual([[5, 5]]);
  });

  it("Z162: refuse columns, a rollover and rows that make no sense", () => {
    const code = (value: string) => expect.objectContaining({ code: value });
    for (const columns of [[], ["a", "a"], "a", [1], undefined]) {
      expect(() => streamData({ columns: columns as never, rollover: 1 })).toThrow(code("ui/stream-columns"));
    }
    for (const rollover of [0, 1.5, -1, 1_000_001, Number.NaN, "5"]) {
      expect(() => streamData({ columns: ["a"], rollover: rollover as never })).toThrow(code("ui/stream-rollover"));
    }
    expect(() => streamData({ columns: ["a"], rollover: 1, roll: 2 } as never)).toThrow(code("options/unknown"));
    const source = made();
    for (const row of [null, 5, { time: 1 }, { time: "1", price: 1 }, { time: 1n, price: 1 }]) {
      expect(() => source.push(row as never)).toThrow(code("ui/stream-row"));
    }
    for (const columns of [
      null,
      { time: [1] },
      { time: [1], price: 2 },
      { time: [1], price: [1, 2] },
      { time: ["1"], price: [1] },
    ]) {
      expect(() => source.append(columns as never)).toThrow(code("ui/stream-row"));
    }
    expect(() => source.column("prise" as never)).toThrow(code("ui/stream-column"));
    expect(source.length).toBe(0);
  });

  it("Z163: reach each page as they are, however far it was and however little it takes at once", () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant("push" as const), count: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constantFrom("replace" as const, "clear" as const), count: fc.constant(1) }),
      fc.record({ kind: fc.constant("take" as const), count: fc.integer({ min: 0, max: 200 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(change, { maxLength: 40 }), (rollover, changes) => {
        const source = made(rollover);
        const rows = pageRows(rollover);
        let [time, position] = [0, undefined as number | undefined];
        const next = (maxBytes: number) => {
          const part = source.after(position, maxBytes);
          if (part === undefined) return false;
          position = part.position;
          take(rows, part);
          return true;
        };
        for (const { kind, count } of changes) {
          if (kind === "push") for (let n = 0; n < count; n++) source.push({ time: ++time, price: -time });
          else if (kind === "replace") source.replaceLast({ time: ++time, price: -time });
          else if (kind === "clear") source.clear();
          else next(count);
        }
        while (next(20)) continue;
        expect([...rows.x]).toEqual([...source.column("time")]);
        expect([...rows.column(1)]).toEqual([...source.column("price")]);
        expect(source.after(position, 20)).toBeUndefined();
      }),
      { seed: 7 },
    );
  });

  it("Z164: are encoded once for all who are equally far", () => {
    const source = made();
    source.push({ time: 1, price: 1 });
    const part = source.after(undefined, 1_000)!;
    expect(source.after(undefined, 1_000)).toBe(part);
    source.push({ time: 2, price: 2 });
    expect(source.after(part.position, 1_000)!.from).toBe(1);
    expect(source.after(undefined, 1_000)).not.toBe(part);
  });
});

describe("columns that roll", () => {
  it("Z160: hold the same as a plain list of the last rows, whatever is pushed, and move rarely", () => {
    const step = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant("truncate" as const));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(step, { maxLength: 60 }), (capacity, steps) => {
        const columns = new RollingColumns(1, capacity);
        let plain: number[] = [];
        let value = 0;
        for (const count of steps) {
          if (count === "truncate") {
            if (plain.length === 0) continue;
            plain.pop();
            columns.truncate(columns.end - 1);
            continue;
          }
          const added = Array.from({ length: count }, () => value++);
          plain = [...plain, ...added].slice(-capacity);
          columns.push([added]);
          expect([...columns.column(0)]).toEqual(plain);
          expect(columns.end - columns.start).toBe(plain.length);
        }
      }),
      { seed: 7 },
    );
  });
});
