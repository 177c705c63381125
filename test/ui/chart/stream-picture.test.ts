import { describe, expect, it } from "vitest";
import { pictureOf, type Rows } from "../../../src/browser/ui/stream/decimate.ts";
import { formatsFor } from "../../../src/browser/ui/stream/formats.ts";
import { summaryOf } from "../../../src/browser/ui/stream/summary.ts";
import { valueRange } from "../../../src/browser/ui/stream/value-range.ts";
import { ViewRange } from "../../../src/browser/ui/stream/view-range.ts";
import type { SeriesSpec, StreamSpec } from "../../../src/core/stream-spec.ts";

function rowsOf(columns: readonly (readonly number[])[], start = 0): Rows {
  const arrays = columns.map((column) => Float64Array.from(column));
  return { start, x: arrays[0]!, column: (index) => arrays[index]! };
}

const line = (column = 1): SeriesSpec => ({ kind: "line", label: "Line", columns: [column], color: "red" });
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const whole = (rows: Rows, width: number) => ({ from: 0, to: rows.x.length, width });

describe("what is drawn of rows", () => {
  it("Z170: is each row where there is room, gaps included", () => {
    const rows = rowsOf([upTo(4), [1, Number.NaN, 3, 4]]);
    const picture = pictureOf(rows, [line()], whole(rows, 100));
    expect([picture.x, picture.lines, picture.low, picture.high]).toEqual([[0, 1, 2, 3], [[[1, null, 3, 4]]], 1, 4]);
  });

  it("Z170: is two points for each pixel where there is none, so that no peak is lost", () => {
    const values = upTo(10_000).map((row) => (row === 7_777 ? 99 : row === 3_333 ? -99 : Math.sin(row)));
    const rows = rowsOf([upTo(10_000), values]);
    const picture = pictureOf(rows, [line()], whole(rows, 100));
    expect(picture.x).toHaveLength(200);
    expect([picture.lines[0]![0]!.length, picture.low, picture.high]).toEqual([200, -99, 99]);
    expect(picture.x).toEqual(picture.x.toSorted((a, b) => a - b));
  });

  it("Z170: keeps rows with their neighbours while others come and go, and a gap as wide as a pixel", () => {
    const values = upTo(1_000).map((row) => (row >= 500 && row < 520 ? Number.NaN : row % 7));
    const all = rowsOf([upTo(1_000), values]);
    const later = rowsOf([upTo(1_000).slice(13), values.slice(13)], 13);
    const [one, other] = [all, later].map((rows) =>
      pictureOf(rows, [line()], { from: 0, to: rows.x.length, width: 100 }),
    );
    expect(one!.lines[0]![0]!.slice(20, 60)).toEqual(other!.lines[0]![0]!.slice(18, 58));
    expect(one!.lines[0]![0]!.filter((value) => value === null)).toHaveLength(4);
  });

  it("Z171: merges candles and bars that are too many, and leaves out those with gaps", () => {
    const [open, high, low, close] = [
      upTo(100),
      upTo(100).map((n) => n + 5),
      upTo(100).map((n) => n - 5),
      upTo(100).map((n) => n + 1),
    ];
    const rows = rowsOf([upTo(100), open, high, low, close]);
    const candles: SeriesSpec = { kind: "candles", label: "Price", columns: [1, 2, 3, 4] };
    const picture = pictureOf(rows, [candles], whole(rows, 50));
    expect(picture.marks[0]).toHaveLength(10);
    expect(picture.marks[0]![0]).toEqual({ x: 4.5, values: [0, 14, -5, 10] });
    expect([picture.low, picture.high, picture.lines[0]]).toEqual([-5, 104, []]);
    const bars = rowsOf([upTo(4), [1, -3, Number.NaN, 2]]);
    expect(pictureOf(bars, [{ kind: "bars", label: "", columns: [1] }], whole(bars, 100)).marks[0]).toEqual([
      { x: 0, values: [1] },
      { x: 1, values: [-3] },
      { x: 3, values: [2] },
    ]);
  });

  it("Z171: draws a band from its lowest to its highest", () => {
    const rows = rowsOf([upTo(1_000), upTo(1_000).map((n) => n % 10), upTo(1_000).map((n) => 20 + (n % 10))]);
    const [[low, high]] = pictureOf(rows, [{ kind: "band", label: "", columns: [1, 2] }], whole(rows, 100)).lines as [
      (number | null)[][],
    ];
    expect([new Set(low), new Set(high)]).toEqual([new Set([0]), new Set([29])]);
  });

  it("Z172: stands on an axis with some room, from 0 for bars, and with what the app wants shown at least", () => {
    const range = (y: StreamSpec["y"], low: number, high: number, kind: SeriesSpec["kind"] = "line") =>
      valueRange({ y, series: [{ ...line(), kind }] }, { x: [], lines: [], marks: [], low, high }).map(
        (n) => Math.round(n * 100) / 100,
      );
    expect(range({}, 0, 100)).toEqual([-6, 106]);
    expect(range({}, 5, 5)).toEqual([4.7, 5.3]);
    expect(range({}, 0, 0)).toEqual([-0.06, 0.06]);
    expect(range({}, 20, 100, "bars")).toEqual([0, 104.8]);
    expect(range({ min: 0, max: 50 }, 10, 20)).toEqual([0, 50]);
    expect(range({ min: 0, max: 50 }, -10, 70)).toEqual([-14.8, 74.8]);
    expect(range({ scale: "logarithmic" }, 3, 4_000)).toEqual([1, 10_000]);
    expect(range({ min: 0, max: 1 }, Infinity, -Infinity)).toEqual([0, 1]);
  });

  it("Z173: is all rows, or the stretch that was chosen until it has rolled away", () => {
    const range = new ViewRange({ series: [line()] } as unknown as StreamSpec);
    const rows = rowsOf([upTo(101)]);
    expect([range.of(rows), range.stretch(rows)]).toEqual([[0, 100], { from: 0, to: 101 }]);
    range.choose([20, 30]);
    expect([range.of(rows), range.stretch(rows), range.chosen]).toEqual([[20, 30], { from: 19, to: 32 }, [20, 30]]);
    expect(range.of(rowsOf([upTo(101).map((n) => n + 40)]))).toEqual([40, 140]);
    range.choose(range.zoomed(rows, { around: 50, closer: true }));
    expect(range.of(rows)).toEqual([20, 80]);
    range.choose(range.zoomed(rows, { around: 50, closer: false }));
    expect([range.of(rows), range.chosen]).toEqual([[0, 100], undefined]);
    expect(range.of(rowsOf([[5]]))).toEqual([4, 6]);
    const bars = new ViewRange({ series: [{ ...line(), kind: "bars" }] } as unknown as StreamSpec);
    expect(bars.of(rows)).toEqual([-0.6, 100.6]);
  });
});

describe("a chart in words", () => {
  const spec = {
    x: { kind: "time", timeZone: "UTC", column: 0 },
    y: { unit: "MB", digits: 1 },
    series: [line()],
  } as unknown as StreamSpec;
  const formats = formatsFor(spec, "en");

  it("Z174: says how much there is, and what each series comes to", () => {
    const rows = rowsOf([[0, 1, 2].map((n) => Date.UTC(2026, 0, 1, 12, 0, n)), [3, Number.NaN, 2]]);
    expect(summaryOf(spec, rows, formats).replaceAll("\u202f", " ")).toBe(
      "3 rows, from Jan 1, 2026, 12:00:00 PM to Jan 1, 2026, 12:00:02 PM. Line: latest 2.0 MB, lowest 2.0 MB, highest 3.0 MB.",
    );
    expect(summaryOf(spec, rowsOf([[], []]), formats)).toBe("No data yet.");
  });

  it("Z174: tells moments no more exactly than they differ, and large values shortened", () => {
    const day = 86_400_000;
    expect(formats.place(Float64Array.of(0, day), 1)).toBe("Jan 2, 1970");
    expect(formats.place(Float64Array.of(0, 60_000), 1).replaceAll("\u202f", " ")).toBe("Jan 1, 1970, 12:01 AM");
    expect(formats.placeTicks([0, day], day)).toEqual(["Jan 1", "Jan 2"]);
    expect(formats.placeTicks([0, 1_000], 1_000)).toEqual(["00:00:00", "00:00:01"]);
    expect(formats.placeTicks([0, 366 * day], 366 * day)).toEqual(["1970", "1971"]);
    expect(formats.valueTicks([0, 0.25, 0.5])).toEqual(["0.00", "0.25", "0.50"]);
    expect(formats.valueTicks([0, 1_500_000])).toEqual(["0", "1.5M"]);
    expect([formats.value(1_234_567), formats.value(Number.NaN)]).toEqual(["1.235M\u202fMB", "–"]);
    const numbers = formatsFor({ x: { kind: "number", column: 0 }, y: {} }, "en");
    expect([
      numbers.place(Float64Array.of(1, 2.5), 1),
      numbers.value(0.123456789),
      numbers.placeTicks([0, 5], 5),
    ]).toEqual(["2.5", "0.123457", ["0", "5"]]);
  });
});
