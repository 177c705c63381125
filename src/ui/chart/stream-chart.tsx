import { expectObject } from "../../core/options.ts";
import { TandemError } from "../../core/errors.ts";
import { kindOf } from "../../core/kind-of.ts";
import type { PlaceAxis, StreamSpec, ValueAxis } from "../../core/stream-spec.ts";
import { onCleanup } from "../../reactive/cleanup.ts";
import { currentSession } from "../../session/current.ts";
import { needPart } from "../../session/parts.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { ref } from "../../view/ref.ts";
import { freshId } from "../base/fresh-id.ts";
import { StreamSource, type StreamData } from "./stream-data.ts";
import { feedChart } from "./stream-feed.ts";
import { columnIndex, seriesSpec, type StreamSeries } from "./stream-series.ts";

export interface StreamChartProps<Column extends string> {
  /** What it shows, read by everybody. */
  label: string;
  data: StreamData<Column>;
  /** What is drawn, from back to front; a line for each column but that of the x axis unless told. */
  series?: Live<readonly StreamSeries<Column>[]>;
  /** The column along the bottom, whose values only grow, or more about it; moments of the first one unless told. */
  x?: Column | (Partial<PlaceAxis> & { column?: Column });
  y?: ValueAxis;
  /** Of the plot, in pixels; 280 unless told. */
  height?: number;
  /** Whether there are buttons to pause, and to show all again; there are unless told. */
  toolbar?: boolean;
  /** Charts of one group show the same stretch and the pointer at the same place, and stand still together. */
  group?: string;
  class?: string;
}

/**
 * A chart of rows that keep coming, drawn by the browser as fast as it can.
 *
 * @example
 * ```tsx
 * import { every, watch } from "tandem";
 * import { StreamChart, streamData } from "tandem/ui";
 *
 * export default function Noise() {
 *   const walk = streamData({ columns: ["step", "value"], rollover: 10_000 });
 *   let [step, value] = [0, 0];
 *   watch(every(16), () => walk.push({ step: ++step, value: (value += Math.random() - 0.5) }));
 *   return (
 *     <StreamChart
 *       label="A random walk"
 *       data={walk}
 *       x={{ kind: "number", label: "Step" }}
 *       series={[{ column: "value", label: "Value", kind: "area" }]}
 *     />
 *   );
 * }
 * ```
 *
 * People drag over a stretch to look at it more closely, or use the arrow keys, plus and minus; the legend shows the values
 * at the pointer, or else the latest; a summary and, on demand, a table say the same in words. It can be paused: rows keep
 * coming, what is shown stands still. Throws a `TandemError` for a column that the data do not have.
 * From Bokeh's streaming and Shiny's plots.
 */
export function StreamChart<Column extends string>(props: StreamChartProps<Column>): Child {
  const source = expectSource(props.data);
  const { height = 280, toolbar = true } = props;
  needPart("ui");
  needPart("stream");
  const chart = ref();
  const id = freshId("chart");
  onCleanup(feedChart(source, chart.key, currentSession()));
  return (
    <figure class={["tandem-stream", props.class]} aria-labelledby={id}>
      <figcaption id={id} class="tandem-stream-caption">
        {props.label}
      </figcaption>
      <tandem-stream-chart
        ref={chart}
        style={{ "--tandem-stream-height": `${height}px`, ...(toolbar ? {} : BARE) }}
        prop:spec={() => chartSpec(props, source.columns)}
      />
    </figure>
  );
}

/** What JSON can say, as properties of elements are. */
type PropertyValue = { [name: string]: string };

/** Without buttons and table it takes less room. */
const BARE = { "--tandem-stream-around": "2rem" };

function chartSpec<Column extends string>(
  { label, data, series, x = {}, y = {}, toolbar = true, group }: StreamChartProps<Column>,
  columns: readonly string[],
): PropertyValue {
  const axis = typeof x === "string" ? { column: x } : x;
  const column = columnIndex(columns, axis.column ?? columns[0]!);
  const all = columns.filter((_, index) => index !== column).map((name) => ({ column: name }));
  const spec: StreamSpec = {
    label,
    rollover: data.rollover,
    x: { kind: "time", ...axis, column },
    y,
    series: (series === undefined ? all : readLive(series)).map((each) => seriesSpec(columns, each)),
    columns,
    toolbar,
    group,
  };
  return spec as unknown as PropertyValue;
}

function expectSource(data: unknown): StreamSource {
  if (data instanceof StreamSource) return data;
  expectObject("the data of a StreamChart", data);
  throw new TandemError(
    "ui/stream-data",
    `Expected data={…} of a StreamChart to be what streamData() made, but got another ${kindOf(data)}.`,
  );
}
