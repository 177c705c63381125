import { describe, expect, it } from "vitest";
import { bin } from "tandem/ui";
import { DataReader, type ChartData } from "../../../src/ui/chart/chart-data.ts";
import { formatsOf } from "../../../src/ui/chart/formats.ts";
import { makePlot } from "../../../src/ui/chart/plots/make-plot.ts";
import type { PlotFacts } from "../../../src/ui/chart/plots/plot.ts";
import { summaryOf } from "../../../src/ui/chart/summary.ts";

function plot(data: ChartData, facts: Partial<PlotFacts>) {
  const names = { open: "open", high: "high", low: "low", close: "close" };
  const rest = { series: undefined, value: undefined, end: undefined, whole: undefined };
  const types = { xType: undefined, yType: undefined, isStacked: false, bins: 20, y: [] };
  return makePlot({ kind: "line", x: "x", ...names, ...rest, ...types, reader: new DataReader(data), ...facts });
}

const place = { locales: ["en-GB"], timeZone: "UTC" };
const say = (...args: Parameters<typeof plot>) => {
  const made = plot(...args);
  return summaryOf(made, formatsOf(made, place));
};

describe("data", () => {
  it("Z100: rows and columns are the same, and a column of names makes series, each with its rows", () => {
    const rows = [
      { x: 2, y: 20, who: "b" },
      { x: 1, y: 10, who: "a" },
      { x: 1, y: null, who: "b" },
    ];
    const columns = { x: Float64Array.of(2, 1, 1), y: [20, 10, null], who: ["b", "a", "b"] };
    for (const data of [rows, columns]) {
      const { series } = plot(data, { y: ["y"], series: "who" });
      expect(series).toEqual([
        { name: "b", points: [[1, null], [2, 20]], rows: [2, 0] }, // prettier-ignore
        { name: "a", points: [[1, 10]], rows: [1] },
      ]);
    }
  });

  it("Z100: several y columns are series by their names, and both together by both", () => {
    const rows = [{ x: 1, low_price: 3, high: 4, who: "a" }];
    const names = (facts: Partial<PlotFacts>) => plot(rows, facts).series.map(({ name }) => name);
    expect(names({ y: ["low_price", "high"] })).toEqual(["low price", "high"]);
    expect(names({ y: ["low_price", "high"], series: "who" })).toEqual(["a · low price", "a · high"]);
  });

  it("Z100: stacked series have a point wherever another has one", () => {
    const rows = [
      { x: 1, y: 5, who: "a" },
      { x: 3, y: 6, who: "a" },
      { x: 2, y: 7, who: "b" },
    ];
    const { series } = plot(rows, { kind: "area", y: ["y"], series: "who", isStacked: true });
    expect(series).toEqual([
      { name: "a", points: [[1, 5], [2, 0], [3, 6]], rows: [0, -1, 1] }, // prettier-ignore
      { name: "b", points: [[1, 0], [2, 7], [3, 0]], rows: [-1, 2, -1] }, // prettier-ignore
    ]);
  });

  it("Z101: what is along the chart is found out, or told", () => {
    const axis = (values: unknown[], facts: Partial<PlotFacts> = {}) =>
      plot({ x: values as never, y: values.map(() => 1) }, { y: ["y"], ...facts }).x;
    expect(axis([1, 2.5])).toMatchObject({ type: "value" });
    expect(axis([3, 1], { kind: "bar" })).toMatchObject({ type: "category", categories: ["1", "3"] });
    expect(axis(["b", "a"])).toMatchObject({ type: "category", categories: ["b", "a"] });
    expect(axis(["2024-02-01", "2024-02-02"])).toMatchObject({ type: "time", precision: "day" });
    expect(axis(["2024-01", "2024-02"])).toMatchObject({ type: "time", precision: "month" });
    expect(axis([new Date(0), new Date(90_000)])).toMatchObject({ type: "time", precision: "second" });
    expect(axis(["2024-01-01T10:30", "2024-01-01 11:30Z"])).toMatchObject({ type: "time", precision: "minute" });
    expect(axis(["2024-02-01", "n/a"])).toMatchObject({ type: "category" });
    expect(axis([1, 2], { xType: "log" })).toMatchObject({ type: "log" });
    expect(axis(["__proto__", "constructor"])).toMatchObject({ categories: ["__proto__", "constructor"] });
  });

  it("Z102: each kind has its points", () => {
    const pie = plot({ x: ["a", "b", "c"], y: [1, -1, 3] }, { kind: "pie", y: ["y"] });
    expect(pie.series[0]).toMatchObject({ points: [[0, 1], [2, 3]], rows: [0, 2] }); // prettier-ignore
    const heat = plot({ x: ["a", "b"], y: ["u", "u"], v: [5, 9] }, { kind: "heatmap", y: ["y"], value: "v" });
    expect([heat.series[0]!.points, heat.extent]).toEqual([[[0, 0, 5], [1, 0, 9]], [5, 9]]); // prettier-ignore
    const day = (date: string) => ({ x: date, open: 1, high: 4, low: 0, close: 2 });
    const candles = plot([day("2024-01-02"), day("2024-01-01")], { kind: "candlestick" });
    expect(candles.series[0]!.rows).toEqual([1, 0]);
    expect(candles.series[0]!.points[0]!.slice(1)).toEqual([1, 2, 0, 4]);
    const boxes = plot({ x: Array(9).fill("a"), y: [1, 2, 3, 4, 5, 6, 7, 8, 100] }, { kind: "boxplot", y: ["y"] });
    expect(boxes.series.map(({ points }) => points)).toEqual([[[0, 1, 3, 5, 7, 8]], [[0, 100]]]);
    const bars = plot({ x: [0, 1, 1, 4] }, { kind: "histogram", bins: 4 });
    expect(bars.series[0]!.points.map((point) => point[2])).toEqual([1, 2, 0, 0, 1]);
  });

  it("Z103: bin counts every number once, between round edges", () => {
    const numbers = Array.from({ length: 1_000 }, (_, index) => Math.sin(index) * 37.3);
    const bins = bin([...numbers, NaN, Infinity, null, undefined], { count: 12 });
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(1_000);
    expect(bins.every(({ from, to }) => to > from && Number.isInteger(from))).toBe(true);
    for (const { from, to, count } of bins) {
      expect(count).toBe(numbers.filter((number) => number >= from && number < to).length);
    }
    expect(bin([])).toEqual([]);
    expect(bin([3, 3])).toEqual([{ from: 3, to: 4, count: 2 }]);
  });

  it("Z112: what is not there is named", () => {
    const code = (facts: Partial<PlotFacts>, text: RegExp) => expect(() => plot([{ x: 1 }], facts)).toThrow(text);
    code({ y: ["gone"] }, /"gone"/);
    code({ x: "gone", y: ["x"] }, /"gone"/);
    code({}, /y="…"/);
    code({ kind: "toString" as never }, /line, area, bar/);
    expect(plot([], { y: ["y"] }).series[0]!.points).toEqual([]);
  });
});

describe("a summary", () => {
  it("Z109: says kind, axes, series, span, extremes and trends", () => {
    const rows = [
      { x: "2024-01-01", y: 10, who: "A" },
      { x: "2024-03-01", y: 1_234.5, who: "A" },
      { x: "2024-02-01", y: 5, who: "B" },
    ];
    expect(say(rows, { y: ["y"], series: "who" })).toBe(
      "Line chart: y by x; 2 series: A, B. From Jan 2024 to Mar 2024. " +
        "Lowest 5 (B, Feb 2024), highest 1,234.5 (A, Mar 2024). A rises from 10 to 1,234.5.",
    );
    expect(say({ x: ["a", "b"], y: [1, 3] }, { kind: "pie", y: ["y"] })).toBe(
      "Pie chart: y by x. b 3 (75%), a 1 (25%).",
    );
    expect(say({ x: [0, 1, 1] }, { kind: "histogram", bins: 2 })).toContain("3 in");
    expect(say([], { y: ["y"] })).toBe("Line chart without data.");
  });
});

it("Z100: data that are neither rows nor columns say what to give", () => {
  const read = (data: unknown) => () => new DataReader(data as ChartData);
  expect(read(undefined)).toThrow(
    "Expected the data of a chart to be rows or columns, but got undefined. Give rows, as",
  );
  expect(read({ day: [1], price: 5 })).toThrow(
    'Expected the column "price" of a chart\'s data to be an array, but got number 5.',
  );
  expect(read(null)).toThrow(expect.objectContaining({ code: "ui/chart-data" }));
});
