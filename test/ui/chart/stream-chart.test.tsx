import { describe, expect, it } from "vitest";
import { Show, signal, type Child, type TandemError } from "tandem";
import { mount } from "tandem/testing";
import { StreamChart, streamData, type StreamSeries } from "tandem/ui";
import { StreamSource } from "../../../src/ui/chart/stream-data.ts";
import { TestSession } from "../../support/test-session.ts";
import type { StreamSpec } from "../../../src/core/stream-spec.ts";

interface PageChart extends HTMLElement {
  spec?: StreamSpec;
  rows?: number[][];
}

/** The charts of a page, which keep their rows by number, as the real element does. */
function chartsOf({ window, document }: { window: Window & typeof globalThis; document: Document }) {
  class Chart extends window.HTMLElement {
    rows: number[][] = [];
    next = 0;
    extend(from: number, columns: Float64Array[]) {
      if (from > this.next) this.rows = [];
      else this.rows.length -= this.next - from;
      const added = [...columns[0]!].map((_, row) => columns.map((column) => column[row]!));
      this.rows.push(...added);
      this.next = from + added.length;
    }
  }
  window.customElements.define("tandem-stream-chart", Chart);
  return (index = 0) => document.querySelectorAll<PageChart>("tandem-stream-chart")[index];
}

const prices = (rollover = 100) => streamData({ columns: ["time", "price"], rollover });
const push = (data: ReturnType<typeof prices>, from: number, count: number) => {
  for (let time = from; time < from + count; time++) data.push({ time, price: time * 10 });
};
const times = (chart: PageChart | undefined) => chart?.rows?.map(([time]) => time);
const upTo = (end: number, start = 0) => Array.from({ length: end - start }, (_, index) => start + index);

describe("a chart of rows that keep coming", () => {
  it("Z165: has each page get all that is kept when it comes, and then what is added", async () => {
    const data = prices();
    push(data, 0, 3);
    await using app = await mount(() => <StreamChart label="Price" data={data} />);
    const chart = chartsOf(app);
    await app.waitFor(() => expect(times(chart())).toEqual([0, 1, 2]));
    push(data, 3, 2);
    await app.waitFor(() => expect(times(chart())).toEqual([0, 1, 2, 3, 4]));
    const other = await app.openTab();
    const late = chartsOf(other);
    await other.waitFor(() => expect(times(late())).toEqual([0, 1, 2, 3, 4]));
    push(data, 5, 1);
    await other.waitFor(() => expect([times(late()), times(chart())]).toEqual([upTo(6), upTo(6)]));
  });

  it("Z165: loses and doubles nothing when the line breaks, and sends no more than is kept to who was away", async () => {
    const data = prices(10);
    await using app = await mount(() => <StreamChart label="Price" data={data} />);
    const chart = chartsOf(app);
    push(data, 0, 4);
    await app.waitFor(() => expect(times(chart())).toEqual(upTo(4)));
    app.network.drop();
    push(data, 4, 2);
    await app.network.reconnect();
    await app.waitFor(() => expect(times(chart())).toEqual(upTo(6)));
    app.network.drop();
    await app.settle();
    app.frames.clear();
    push(data, 6, 50);
    await app.network.reconnect();
    await app.waitFor(() => expect(times(chart())).toEqual(upTo(56, 46)));
    expect(app.frames.down.reduce((sum, { dataBytes = 0 }) => sum + dataBytes, 0)).toBe(10 * 2 * 8);
  });

  it("Z166: ends with what shows it, and starts over where that is shown again", async () => {
    const source = new StreamSource({ columns: ["time", "price"], rollover: 10 });
    const shown = signal(true);
    await using app = await mount(() => (
      <Show when={shown}>
        <StreamChart label="Price" data={source} />
      </Show>
    ));
    const chart = chartsOf(app);
    push(source, 0, 2);
    await app.waitFor(() => expect(times(chart())).toEqual([0, 1]));
    shown.value = false;
    await app.waitFor(() => expect(app.document.querySelector("figure")).toBeNull());
    expect(source.watchers.size).toBe(0);
    shown.value = true;
    await app.waitFor(() => expect(times(chart())).toEqual([0, 1]));
    await app.session.close();
    expect(source.watchers.size).toBe(0);
  });

  it("Z167: says what it draws: by default a line for each column, or series that may change", async () => {
    const data = streamData({ columns: ["n", "open", "high", "low", "close"], rollover: 5 });
    const series = signal<readonly StreamSeries<"open" | "high" | "low" | "close">[]>([
      { column: "close", width: 3, dashed: true },
    ]);
    await using app = await mount(() => (
      <>
        <StreamChart label="All" data={data} x={{ kind: "number" }} />
        <StreamChart label="Some" data={data} x="n" series={series} y={{ unit: "$" }} height={200} toolbar={false} />
      </>
    ));
    const chart = chartsOf(app);
    await app.waitFor(() => expect(chart(1)?.spec).toBeDefined());
    const [all, some] = [chart(0)!.spec, chart(1)!.spec];
    expect([all!.label, all!.x, all!.series.map(({ columns }) => columns)]).toEqual([
      "All",
      { kind: "number", column: 0 },
      [[1], [2], [3], [4]],
    ]);
    expect(some).toMatchObject({ x: { kind: "time", column: 0 }, y: { unit: "$" }, toolbar: false, rollover: 5 });
    expect(some!.series).toEqual([{ kind: "line", label: "close", columns: [4], width: 3, dashed: true }]);
    series.value = [
      { kind: "candles", open: "open", high: "high", low: "low", close: "close", label: "Price" },
      { kind: "band", low: "low", high: "high" },
    ];
    await app.waitFor(() =>
      expect(chart(1)!.spec!.series).toEqual([
        { kind: "candles", label: "Price", columns: [1, 2, 3, 4] },
        { kind: "band", label: "low to high", columns: [3, 2] },
      ]),
    );
  });

  it("Z168: takes nothing from its page, so that no page can forge anything", async () => {
    await using app = await mount(() => <StreamChart label="Price" data={prices()} />);
    expect(app.html()).not.toContain("data-on");
    expect(app.screen.getByRole("figure", { name: "Price" })).toBeTruthy();
  });

  it("Z162: refuses a column that the data do not have, and data that are none", () => {
    const data = prices();
    const codes = (render: () => Child) =>
      new TestSession(render).events("app/error").map(({ error }) => (error as TandemError).code);
    expect(
      codes(() => (
        <main>
          <StreamChart label="" data={data} series={[{ column: "prise" as never }]} />
        </main>
      )),
    ).toEqual(["ui/stream-column"]);
    expect(
      codes(() => (
        <main>
          <StreamChart label="" data={data} x={"tim" as never} />
        </main>
      )),
    ).toEqual(["ui/stream-column"]);
    expect(
      codes(() => (
        <main>
          <StreamChart label="" data={{} as never} />
        </main>
      )),
    ).toEqual(["ui/stream-data"]);
  });
});
