import { TandemError } from "../../../core/errors.ts";
import type { ChartKind } from "../wire.ts";
import { boxplotPlot } from "./boxplot-plot.ts";
import { candlestickPlot } from "./candlestick-plot.ts";
import { heatmapPlot } from "./heatmap-plot.ts";
import { histogramPlot } from "./histogram-plot.ts";
import { piePlot } from "./pie-plot.ts";
import type { Plot, PlotFacts } from "./plot.ts";
import { xyPlot } from "./xy-plot.ts";

const PLOTS: Readonly<Record<ChartKind, (facts: PlotFacts) => Plot>> = {
  line: xyPlot,
  area: xyPlot,
  bar: xyPlot,
  scatter: xyPlot,
  pie: piePlot,
  heatmap: heatmapPlot,
  candlestick: candlestickPlot,
  boxplot: boxplotPlot,
  histogram: histogramPlot,
};

/** Makes points of the data, as the kind of chart has them. */
export function makePlot(facts: PlotFacts): Plot {
  if (Object.hasOwn(PLOTS, facts.kind)) return PLOTS[facts.kind](facts);
  throw new TandemError(
    "ui/chart-kind",
    `Expected kind to be one of ${Object.keys(PLOTS).join(", ")}, but got ${JSON.stringify(facts.kind)}.`,
  );
}
