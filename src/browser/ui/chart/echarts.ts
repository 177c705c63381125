import {
  BarChart,
  BoxplotChart,
  CandlestickChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  PieChart,
  ScatterChart,
} from "echarts/charts";
import {
  AriaComponent,
  DatasetComponent,
  DataZoomInsideComponent,
  DataZoomSliderComponent,
  GridComponent,
  LegendScrollComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from "echarts/components";
import { init, registerLocale, use, type ECharts } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, BoxplotChart, CandlestickChart, CustomChart, HeatmapChart, LineChart, PieChart, ScatterChart]);
use([GridComponent, LegendScrollComponent, TooltipComponent, DataZoomInsideComponent, DataZoomSliderComponent]);
use([VisualMapContinuousComponent, MarkLineComponent, MarkPointComponent, MarkAreaComponent, TitleComponent]);
use([AriaComponent, DatasetComponent, LabelLayout, CanvasRenderer]);

export type { ECharts } from "echarts/core";

/** Starts ECharts in an element, with the months and days of a language. */
export function startChart(host: HTMLElement, language: string): ECharts {
  keepFromMarkup(host);
  return init(host, null, { renderer: "canvas", locale: localeOf(language) });
}

/** ECharts empties its element by `innerHTML = ""`, which pages that trust no text refuse. */
function keepFromMarkup(host: HTMLElement): void {
  Object.defineProperty(host, "innerHTML", {
    configurable: true,
    set: (markup: string) => {
      if (markup === "") host.replaceChildren();
    },
  });
}

const known = new Set<string>();

/** Names of months and days, as `Intl` has them. */
function localeOf(language: string): string {
  const name = language.toUpperCase();
  if (known.has(name)) return name;
  known.add(name);
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 1));
  const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2023, 0, 1 + day));
  const say = (times: number[], options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
    return times.map((time) => format.format(time));
  };
  registerLocale(name, {
    time: {
      month: say(months, { month: "long" }),
      monthAbbr: say(months, { month: "short" }),
      dayOfWeek: say(days, { weekday: "long" }),
      dayOfWeekAbbr: say(days, { weekday: "short" }),
    },
  } as never);
  return name;
}

/** Where a chart's coordinates are on the screen; `undefined` where it has none. */
export function gridOf(chart: ECharts): { x: number; y: number; width: number; height: number } | undefined {
  const model = (chart as unknown as { getModel(): GridModels }).getModel();
  return model.getComponent("grid", 0)?.coordinateSystem?.getRect();
}

interface GridModels {
  getComponent(
    name: string,
    index: number,
  ): { coordinateSystem?: { getRect(): { x: number; y: number; width: number; height: number } } } | undefined;
}

/** What part of its axis a chart shows. */
export function zoomOf(chart: ECharts): { range: [number, number]; isWhole: boolean } | undefined {
  const model = (chart as unknown as { getModel(): ZoomModels }).getModel();
  const zoom = model.getComponent("dataZoom", 0);
  if (zoom === undefined) return undefined;
  const [start, end] = zoom.getPercentRange();
  return { range: zoom.getValueRange(), isWhole: start <= 0.01 && end >= 99.99 };
}

interface ZoomModels {
  getComponent(
    name: string,
    index: number,
  ): { getPercentRange(): [number, number]; getValueRange(): [number, number] } | undefined;
}
