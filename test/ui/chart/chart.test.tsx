import { describe, expect, it } from "vitest";
import { Show, signal, type Child } from "tandem";
import { Chart, type ChartBrush, type ChartExtent } from "tandem/ui";
import type { ChartPoints, ChartSpec } from "../../../src/ui/chart/wire.ts";
import { TestSession, type TestClient } from "../../support/test-session.ts";

const ROWS = [
  { day: "2024-01-01", price: 10, who: "A" },
  { day: "2024-01-02", price: 12, who: "A" },
  { day: "2024-01-01", price: 7, who: "B" },
];

function show(root: () => Child) {
  const test = new TestSession(root);
  const client = test.connect();
  const id = test.idOf("tandem-chart");
  const tell = (detail: unknown) => client.event(id, "tandem-chart", { d: detail });
  return { test, client, tell };
}

/** What the page was last told of a property. */
const told = <T,>(client: TestClient, name: string): T =>
  client.operations.findLast((operation) => operation[0] === 2 && operation[2] === name)?.[3] as T;
const count = (client: TestClient, name: string) =>
  client.operations.filter((operation) => operation[0] === 2 && operation[2] === name).length;

describe("a chart", () => {
  it("Z113: has its size and summary before any script, and asks for its part of the runtime", () => {
    const { test } = show(() => <Chart label="Prices" kind="line" data={ROWS} x="day" y="price" height={240} />);
    expect(test.html).toMatch(/<figure[^>]*aria-labelledby="(tandem-chart-\w+)-label"/);
    expect(test.html).toMatch(/<tandem-chart[^>]*style="height:\s?240px;?"/);
    expect(test.html).toContain("Lowest 7");
  });

  it("Z104: changed data sends points alone; what it looks like, only if that changes", () => {
    const rows = signal(ROWS);
    const { test, client } = show(() => (
      <Chart label="Prices" kind="line" data={rows} x="day" y="price" series="who" />
    ));
    expect(told<ChartSpec>(client, "spec")).toMatchObject({ kind: "line", series: ["A", "B"], canClick: false });
    const before = count(client, "spec");
    test.session.run(() => (rows.value = [...ROWS, { day: "2024-01-03", price: 15, who: "A" }]));
    expect(count(client, "spec")).toBe(before);
    expect(told<ChartPoints>(client, "points").series[0]).toHaveLength(3);
    test.session.run(() => (rows.value = [...ROWS, { day: "2024-01-03", price: 15, who: "C" }]));
    expect(told<ChartSpec>(client, "spec").series).toEqual(["A", "B", "C"]);
  });

  it("Z105: pages get as many points as a screen has room for, and rows are known all the same", () => {
    const clicks: unknown[] = [];
    const x = Float64Array.from({ length: 50_000 }, (_, at) => at);
    const { client, tell } = show(() => (
      <Chart label="Many" kind="line" data={{ x, y: x }} x="x" y="y" onClick={({ index }) => clicks.push(index)} />
    ));
    const { series, version } = told<ChartPoints>(client, "points");
    expect(series[0]!.length).toBe(4_000);
    tell({ type: "click", version, at: [0, 3_999] });
    expect(clicks).toEqual([49_999]);
  });

  it("Z106: a click tells its point, also of data that has changed since", () => {
    const clicks: unknown[] = [];
    const rows = signal(ROWS);
    const { test, client, tell } = show(() => (
      <Chart
        label="Prices"
        kind="line"
        data={rows}
        x="day"
        y="price"
        series="who"
        onClick={(click) => clicks.push(click)}
      />
    ));
    const { version } = told<ChartPoints>(client, "points");
    tell({ type: "click", version, at: [1, 0] });
    test.session.run(() => (rows.value = ROWS.slice(0, 1)));
    tell({ type: "click", version, at: [0, 1] });
    const client1 = { client: expect.anything() };
    expect(clicks).toEqual([
      { series: "B", index: 2, row: ROWS[2], x: "2024-01-01", y: 7, ...client1 },
      { series: "A", index: 1, row: ROWS[1], x: "2024-01-02", y: 12, ...client1 },
    ]);
  });

  it("Z107: what no page of this chart could tell changes nothing", () => {
    const heard: unknown[] = [];
    const brush = signal<ChartBrush | null>(null);
    const zoom = signal<ChartExtent | null>(null);
    const selected = signal<readonly number[]>([]);
    const hidden = signal<readonly string[]>([]);
    const hear = (what: unknown) => heard.push(what);
    const { client, tell } = show(() => (
      <Chart label="Days" kind="bar" data={{ x: ["a", "b", "c"], y: [1, 2, 3] }} x="x" y="y" {...{ brush, zoom, selected, hidden }}
        onClick={hear} onBrush={hear} onZoom={hear} onLegend={hear} /> // prettier-ignore
    ));
    const { version } = told<ChartPoints>(client, "points");
    const forged: unknown[] = [
      null, 1, "click", [], {}, { type: "close" }, { type: "__proto__" }, { type: "constructor" },
      ...[[0, 3], [1, 0], [-1, 0], [0, 0.5], [0, "0"], ["__proto__", 0], [0], [0, 0, 0], null, "00", { 0: 0, 1: 0 }].map((at) => ({ type: "click", version, at })),
      ...[version + 1, version - 1, "1", null, 1.5].map((other) => ({ type: "click", version: other, at: [0, 0] })),
      ...[{ x: [0, 3] }, { x: [-1, 1] }, { x: [2, 1] }, { x: [0.5, 1] }, { x: [0, null] }, { x: [0, 1], y: [0, 1] }, { y: [0, 1] }, {}, [0, 1], { x: "01" }, { x: [0, 1, 2] }, 5].map((range) => ({ type: "brush", range })),
      ...[[0, 3], [2, 1], [0, "1"], [0], {}, "01", [0, null]].map((range) => ({ type: "zoom", range })),
      ...[[1], [-1], ["y"], [0, 0, 0], {}, null, "0"].map((series) => ({ type: "legend", hidden: series })),
    ]; // prettier-ignore
    for (const detail of forged) tell(detail);
    expect(heard).toEqual([]);
    expect([brush, zoom, selected, hidden].map((each) => each.peek())).toEqual([null, null, [], []]);
  });

  it("Z107: a chart hears only of what it was made for", () => {
    const { test, client, tell } = show(() => <Chart label="Days" kind="bar" data={ROWS} x="day" y="price" />);
    const before = test.html;
    const { version } = told<ChartPoints>(client, "points");
    tell({ type: "click", version, at: [0, 0] });
    tell({ type: "brush", range: { x: [0, 1] } });
    tell({ type: "zoom", range: [0, 1] });
    expect(test.html).toBe(before);
    expect(test.events("app/error")).toEqual([]);
  });

  it("Z108: ranges, zoom, selection and hidden series are signals both ways; handlers hear of people", () => {
    const heard: unknown[] = [];
    const brush = signal<ChartBrush | null>(null);
    const zoom = signal<ChartExtent | null>(null);
    const selected = signal<readonly number[]>([]);
    const hidden = signal<readonly string[]>([]);
    const { test, client, tell } = show(() => (
      <Chart label="Prices" kind="line" data={ROWS} x="day" y="price" series="who" {...{ brush, zoom, selected, hidden }}
        onBrush={(range) => heard.push(range)} onZoom={(range) => heard.push(range)} onLegend={(names) => heard.push(names)} /> // prettier-ignore
    ));
    const { version } = told<ChartPoints>(client, "points");
    tell({ type: "brush", range: { x: [1, 2] } });
    tell({ type: "zoom", range: [3, 4.5] });
    tell({ type: "legend", hidden: [1] });
    tell({ type: "click", version, at: [1, 0] });
    tell({ type: "click", version, at: [0, 0], isAdding: true });
    const now = () => [brush, zoom, hidden, selected].map((each) => each.peek());
    expect(now()).toEqual([{ x: [1, 2] }, [3, 4.5], ["B"], [2, 0]]);
    expect(heard).toEqual([{ x: [1, 2] }, [3, 4.5], ["B"]]);
    tell({ type: "click", version, at: [0, 0], isAdding: true });
    tell({ type: "click", version, at: [1, 0] });
    expect(selected.peek()).toEqual([]);
    test.session.run(() => {
      brush.value = { x: [5, 6] };
      zoom.value = null;
      hidden.value = ["A"];
      selected.value = [1];
    });
    expect(["brush", "zoom", "hiddenSeries", "selected"].map((name) => told(client, name))).toEqual([
      { x: [5, 6] },
      null,
      [0],
      [[0, 1]],
    ]);
    expect(heard).toHaveLength(3);
  });

  it("Z109: the summary follows the data, in the person's formats", () => {
    const rows = signal([{ x: 1, y: 1234.5 }]);
    const test = new TestSession(() => <Chart label="N" kind="line" data={rows} x="x" y="y" />, {
      headers: { "accept-language": "de-DE" },
    });
    test.connect();
    expect(test.html).toContain("1.234,5");
    test.session.run(() => (rows.value = [{ x: 1, y: 99 }]));
    expect(test.html).toContain("Lowest 99 (1), highest 99 (1)");
  });

  it("Z110: the table is made when it is opened, a hundred rows at a time", () => {
    const x = Array.from({ length: 250 }, (_, at) => at);
    const { test, client } = show(() => <Chart label="Many" kind="line" data={{ x, y: x }} x="x" y="y" />);
    expect(test.html).not.toContain("<table");
    client.event(test.idOf("details"), "toggle", { o: true });
    const rows = () => test.html.match(/<tr/g)!.length - 1;
    expect(rows()).toBe(100);
    for (const expected of [200, 250]) {
      client.event(test.idOf("button"), "click");
      expect(rows()).toBe(expected);
    }
    expect(test.html).not.toContain("Show more");
  });

  it("Z111: an option goes as it is; its clicks are checked, and functions in it throw", () => {
    const clicks: unknown[] = [];
    const option = { xAxis: {}, yAxis: {}, series: [{ type: "bar", data: [1, 2] }] };
    const { client, tell } = show(() => (
      <Chart label="Own" option={option} onClick={({ series, index }) => clicks.push([series, index])} />
    ));
    expect(told<ChartSpec>(client, "spec")).toMatchObject({ kind: "option", options: option });
    for (const at of [[0, 1], [0, 2], [1, 0], [0, -1]]) tell({ type: "click", version: 0, at }); // prettier-ignore
    expect(clicks).toEqual([[0, 1]]);
    const bad = new TestSession(() => <Chart label="Own" option={{ tooltip: { formatter: () => "" } }} />);
    expect(String(bad.events("app/error")[0]?.error)).toContain("option.tooltip.formatter is a function");
  });

  it("Z112: a column that goes missing is an error of the app, and the session goes on", () => {
    const column = signal<"price" | "day">("price");
    const shown = signal(true);
    const test = new TestSession(() => (
      <Show when={shown}>
        {() => (
          <Chart
            label="Prices"
            kind="line"
            data={ROWS}
            x="day"
            y={() => (column.value === "price" ? "price" : ("gone" as never))}
          />
        )}
      </Show>
    ));
    test.connect();
    test.session.run(() => (column.value = "day"));
    expect(String(test.events("app/error")[0]?.error)).toContain('"gone"');
    test.session.run(() => (shown.value = false));
    expect(test.html).not.toContain("tandem-chart");
  });
});
