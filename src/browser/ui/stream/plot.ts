import uPlot from "uplot";
import type { StreamSpec } from "../../../core/stream-spec.ts";
import type { Picture } from "./decimate.ts";
import type { Formats } from "./formats.ts";
import { drawMarks } from "./marks.ts";
import type { PlotTheme } from "./theme.ts";
import { Touch, type Pinch } from "./touch.ts";
import { valueRange } from "./value-range.ts";

export interface PlotParts {
  readonly host: HTMLElement;
  readonly spec: StreamSpec;
  readonly formats: Formats;
  readonly theme: PlotTheme;
  /** The pointer is over this place of the x axis, or over none. */
  pointed(place: number | undefined): void;
  /** The person marked a stretch to be shown more closely, or wants all again. */
  zoomed(range: Range | undefined): void;
  /** With two fingers the person drew or moved what is shown to be this stretch, as far as there is that much. */
  drawn(range: Range): void;
}

export type Range = readonly [min: number, max: number];

const NOTHING: Picture = { x: [], lines: [], marks: [], low: 0, high: 1 };
/** Narrower is a click. */
const LEAST_SELECTION = 5;

/** The canvas with axes, lines and pointer. */
export class Plot {
  readonly #parts: PlotParts;
  readonly #chart: uPlot;
  #theme: PlotTheme;
  #picture = NOTHING;
  #range: Range = [0, 1];
  /** What was shown when two fingers came. */
  #grabbed: Range = [0, 1];

  constructor(parts: PlotParts) {
    this.#parts = parts;
    this.#theme = parts.theme;
    this.#chart = new uPlot(this.#options(), [[]], parts.host);
    // uPlot hears the mouse alone.
    new Touch(this.#chart.over, {
      pointed: (spot) => this.#chart.setCursor(spot),
      grabbed: () => (this.#grabbed = this.#range),
      pinched: (pinch) => parts.drawn(this.#pinched(pinch)),
      doubleTapped: () => parts.zoomed(undefined),
    });
  }

  /** What was under the middle of two fingers stays under it, and is as many times as wide as they are apart. */
  #pinched({ from, to, spread }: Pinch): Range {
    const [min, max] = this.#grabbed;
    const perPixel = (max - min) / this.#chart.over.clientWidth;
    const start = min + (from - to / spread) * perPixel;
    return [start, start + (max - min) / spread];
  }

  /** Pixels that lines are drawn in. */
  get width(): number {
    return this.#chart.bbox.width / devicePixelRatio;
  }

  set theme(theme: PlotTheme) {
    this.#theme = theme;
  }

  resize(width: number, height: number): void {
    if (this.#chart.width !== width || this.#chart.height !== height) this.#chart.setSize({ width, height });
  }

  draw(picture: Picture, range: Range): void {
    this.#picture = picture;
    this.#range = range;
    this.#chart.setData([picture.x, ...picture.lines.flat()] as uPlot.AlignedData);
  }

  /** Puts the pointer's mark at a place, as the keyboard does. */
  point(place: number): void {
    const { over } = this.#chart;
    this.#chart.setCursor({ left: this.#chart.valToPos(place, "x"), top: over.clientHeight / 2 });
  }

  destroy(): void {
    this.#chart.destroy();
  }

  #options(): uPlot.Options {
    const { spec, host } = this.#parts;
    return {
      width: Math.max(1, host.clientWidth),
      height: Math.max(1, host.clientHeight),
      ms: 1,
      ...(spec.x.timeZone && { tzDate: (at: number) => uPlot.tzDate(new Date(at), spec.x.timeZone!) }),
      padding: [8, 18, 0, 0],
      legend: { show: false },
      scales: {
        x: { time: spec.x.kind === "time", range: () => [...this.#range] },
        y: { distr: spec.y.scale === "logarithmic" ? 3 : 1, range: () => valueRange(spec, this.#picture) },
      },
      axes: this.#axes(),
      series: [{}, ...this.#lines()],
      bands: this.#bands(),
      cursor: {
        y: false,
        drag: { x: true, y: false, setScale: false },
        points: { size: 7, width: 2, stroke: () => this.#theme.surface, fill: (_, index) => this.#strokeOf(index) },
        bind: { dblclick: () => () => (this.#parts.zoomed(undefined), null) },
        ...(spec.group && { sync: { key: spec.group, scales: ["x", null] } }),
      },
      hooks: {
        drawAxes: [(chart) => this.#drawMarks(chart, 0)],
        drawSeries: [(chart, line) => this.#drawMarks(chart, line)],
        setCursor: [(chart) => this.#parts.pointed(placeOf(chart, chart.cursor.left))],
        setSelect: [(chart) => this.#onSelect(chart)],
      },
    };
  }

  #axes(): uPlot.Axis[] {
    const { spec, formats } = this.#parts;
    const common: uPlot.Axis = {
      stroke: () => this.#theme.text,
      font: this.#theme.font,
      labelFont: this.#theme.font,
      labelSize: 20,
      ticks: { show: false },
      grid: { stroke: () => this.#theme.grid, width: 1 },
      gap: 6,
    };
    return [
      {
        ...common,
        ...(spec.x.label && { label: spec.x.label }),
        size: 26,
        space: 80,
        values: (_, splits, _axis, _space, step) => formats.placeTicks(splits, step),
      },
      {
        ...common,
        ...(spec.y.label && { label: spec.y.label }),
        size: (_, values) => 14 + 7 * Math.max(4, ...(values ?? []).map((each) => each?.length ?? 0)),
        space: 36,
        values: (_, splits) => formats.valueTicks(splits),
      },
    ];
  }

  /** Draws the bars and candles of those series that come after so many lines, so that what is behind is drawn first. */
  #drawMarks(chart: uPlot, lines: number): void {
    let before = 0;
    this.#parts.spec.series.forEach(({ kind, columns }, index) => {
      const isMarked = kind === "bars" || kind === "candles";
      const marks = this.#picture.marks[index];
      if (isMarked && before === lines && marks !== undefined)
        drawMarks(chart, { kind, marks, color: this.#theme.series[index]! }, this.#theme);
      if (!isMarked) before += columns.length;
    });
  }

  /** Each line of each series, in the order of what is drawn. */
  get #drawn(): { index: number; part: number }[] {
    return this.#parts.spec.series.flatMap(({ kind, columns }, index) =>
      kind === "bars" || kind === "candles" ? [] : columns.map((_, part) => ({ index, part })),
    );
  }

  #lines(): uPlot.Series[] {
    const { series } = this.#parts.spec;
    return this.#drawn.map(({ index }) => {
      const { kind, width = kind === "band" ? 0.75 : 1.5, dashed } = series[index]!;
      return {
        stroke: () => this.#theme.series[index]!,
        width,
        ...(dashed && { dash: [6, 4] }),
        ...(kind === "area" && { fill: () => this.#theme.fills[index]! }),
        // A line of one point would not be seen.
        points: {
          show: (_chart, _series, first, last) => first === last,
          size: 5,
          fill: () => this.#theme.series[index]!,
        },
      } satisfies uPlot.Series;
    });
  }

  #bands(): uPlot.Band[] {
    return this.#drawn.flatMap(({ index, part }, place) =>
      this.#parts.spec.series[index]!.kind === "band" && part === 1
        ? [{ series: [place + 1, place], fill: () => this.#theme.fills[index]! } satisfies uPlot.Band]
        : [],
    );
  }

  #strokeOf(line: number): string {
    return this.#theme.series[this.#drawn[line - 1]?.index ?? 0]!;
  }

  #onSelect(chart: uPlot): void {
    const { left, width } = chart.select;
    if (width === 0) return;
    chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    if (width >= LEAST_SELECTION) this.#parts.zoomed([chart.posToVal(left, "x"), chart.posToVal(left + width, "x")]);
  }
}

/** What is under a pixel; one left of the plot stands for none. */
const placeOf = (chart: uPlot, left: number | undefined): number | undefined =>
  left === undefined || left < 0 ? undefined : chart.posToVal(left, "x");
