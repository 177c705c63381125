import type { Child } from "../../view/node.ts";
import type { ChartData } from "./chart-data.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartModel } from "./chart-model.ts";
import type { AnyChartProps, DataChartProps, OptionChartProps } from "./chart-props.ts";
import { ChartTable } from "./chart-table.tsx";
import { OptionModel } from "./option-model.ts";

export type ChartProps<Data extends ChartData = ChartData> = DataChartProps<Data> | OptionChartProps;

/**
 * A chart: lines, areas, bars, points, a pie, a heat map, candlesticks, boxes or a histogram.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { Chart, type ChartBrush } from "tandem/ui";
 *
 * const prices = signal([
 *   { date: "2024-01-01", price: 31.5, symbol: "ACME" },
 *   { date: "2024-02-01", price: 33.1, symbol: "ACME" },
 * ]);
 *
 * export default function Prices() {
 *   const range = signal<ChartBrush | null>(null);
 *   return <Chart label="Prices" kind="line" data={prices} x="date" y="price" series="symbol" brush={range} />;
 * }
 * ```
 *
 * `data` is rows or columns, usually a signal: what it gets is shown in place. `onClick`, `brush`, `zoom`, `selected`
 * and `hidden` are what people do with it, in the data's own numbers, and checked on the server. More points than a
 * screen can show are thinned out before they are sent. Screen readers get a summary, the points by the arrow keys,
 * and a table. `option` takes an option of ECharts instead. Throws a `TandemError` for a column that is not there.
 * From Shiny's `render.plot` with `click` and `brush`, and Rio's `Plot`.
 */
export function Chart<const Data extends ChartData>(props: ChartProps<Data>): Child {
  return props.option === undefined ? (
    <DataChart {...(props as unknown as AnyChartProps)} />
  ) : (
    <OptionChart {...props} />
  );
}

function DataChart(props: AnyChartProps): Child {
  const model = new ChartModel(props);
  const { points, selected, hidden, brush, zoom } = model;
  return (
    <ChartFrame
      props={props}
      spec={model.spec}
      told={{ points, selected, hiddenSeries: hidden, brush, zoom }}
      summary={model.summary}
      receive={(detail, client) => model.receive(detail, client)}
    >
      {props.table === false ? null : <ChartTable table={model.table} label={props.label} />}
    </ChartFrame>
  );
}

function OptionChart(props: OptionChartProps): Child {
  const model = new OptionModel(props);
  return (
    <ChartFrame
      props={props}
      spec={model.spec}
      summary={props.summary ?? props.label}
      receive={(detail, client) => model.receive(detail, client)}
    />
  );
}
