import { computed } from "../../reactive/computed.ts";
import { signal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import { currentSession } from "../../session/current.ts";
import type { ActingClient } from "../../view/events/base-event.ts";
import { readLive } from "../../view/live.ts";
import { signalProp } from "../base/signal-prop.ts";
import { DataReader, type ChartData } from "./chart-data.ts";
import type { AnyChartProps, ChartClick } from "./chart-props.ts";
import { formatsOf } from "./formats.ts";
import { readChartMessage } from "./messages.ts";
import { makePlot } from "./plots/make-plot.ts";
import type { Plot, PlotFacts } from "./plots/plot.ts";
import { SentPoints } from "./sent-points.ts";
import { summaryOf } from "./summary.ts";
import { titleOf } from "./values.ts";
import { tableOf, type TableText } from "./table-rows.ts";
import type { AxisWire, BrushDirection, ChartBrush, ChartExtent, ChartPoints, ChartSpec, PointPlace } from "./wire.ts";

/** What a person may still click on: points that were on the screen while the click was on its way. */
const REMEMBERED = 4;

/** A chart on the server: what its page half is to show, what it may tell, and what that does. */
export class ChartModel {
  readonly spec: ReadonlySignal<ChartSpec>;
  readonly points: ReadonlySignal<ChartPoints>;
  readonly selected: ReadonlySignal<readonly PointPlace[]>;
  readonly hidden: ReadonlySignal<readonly number[]>;
  readonly brush: ReadonlySignal<ChartBrush | null>;
  readonly zoom: ReadonlySignal<ChartExtent | null>;
  readonly summary: ReadonlySignal<string>;
  readonly table: ReadonlySignal<TableText>;
  readonly #props: AnyChartProps;
  readonly #plot: ReadonlySignal<Plot>;
  readonly #own = {
    brush: signal<ChartBrush | null>(null),
    zoom: signal<ChartExtent | null>(null),
    hidden: signal<readonly string[]>([]),
  };
  #recent: readonly SentPoints[] = [];
  #version = 0;

  constructor(props: AnyChartProps) {
    const { info } = currentSession();
    const locales = info.preferredLanguages;
    this.#props = props;
    for (const name of ["brush", "zoom", "selected", "hidden"] as const)
      signalProp<unknown>(props[name] as Signal<unknown> | undefined, `${name}={…} of a Chart`);
    const facts = computed(() => factsOf(props));
    this.#plot = computed(() => titled(makePlot(facts.value), props));
    const keepSpec = keptWhileSame<ChartSpec>();
    this.spec = computed(() => keepSpec(specOf(this.#plot.value, props, locales)));
    this.brush = computed(() => this.#brushSignal.value);
    this.zoom = computed(() => this.#zoomSignal.value);
    const sent = computed(() => this.#send(this.#plot.value, facts.value));
    this.points = computed(() => sent.value.wire);
    this.selected = computed(() => sent.value.placesOf(new Set(props.selected?.value)));
    this.hidden = computed(() => this.#hiddenPlaces());
    const formats = computed(() => formatsOf(this.#plot.value, { locales, timeZone: info.timezone }));
    this.summary = computed(() => summaryOf(this.#plot.value, formats.value));
    this.table = computed(() => tableOf(this.#plot.value, formats.value));
  }

  /** Does what a page says that a person did; nothing for what no person could have done. Answers what the app's handler does. */
  receive(detail: unknown, client: ActingClient): unknown {
    const message = readChartMessage(detail, this.spec.peek());
    const props = this.#props;
    switch (message?.type) {
      case undefined:
        return undefined;
      case "click":
        return this.#click(message.version, message.at, { client, isAdding: message.isAdding ?? false });
      case "brush":
        this.#brushSignal.value = message.range;
        return props.onBrush?.(message.range);
      case "zoom":
        this.#zoomSignal.value = message.range;
        return props.onZoom?.(message.range);
      case "legend": {
        const { series } = this.spec.peek();
        const hidden = message.hidden.map((place) => series[place]!);
        this.#hiddenSignal.value = hidden;
        return props.onLegend?.(hidden);
      }
    }
  }

  get #brushSignal() {
    return this.#props.brush ?? this.#own.brush;
  }

  get #zoomSignal() {
    return this.#props.zoom ?? this.#own.zoom;
  }

  get #hiddenSignal() {
    return this.#props.hidden ?? this.#own.hidden;
  }

  #send(plot: Plot, facts: PlotFacts): SentPoints {
    const sent = new SentPoints(plot, { facts, version: ++this.#version, window: () => this.#zoomSignal.value });
    this.#recent = [sent, ...this.#recent.slice(0, REMEMBERED - 1)];
    return sent;
  }

  #hiddenPlaces(): readonly number[] {
    const names = new Set(this.#hiddenSignal.value);
    return this.spec.value.series.flatMap((name, place) => (names.has(name) ? place : []));
  }

  #click(version: number, at: PointPlace, { client, isAdding }: { client: ActingClient; isAdding: boolean }): unknown {
    const seen = this.#recent.find(({ wire }) => wire.version === version);
    const found = seen?.at(at);
    if (seen === undefined || found === undefined) return undefined;
    const { selected, onClick } = this.#props;
    if (selected !== undefined && found.row >= 0) {
      selected.value = selectedAfter(selected.peek(), found.row, isAdding);
    }
    return onClick?.({ ...pointOf(found, seen.facts), client });
  }
}

/** A click takes one, or takes it back; with a key held, one more. */
function selectedAfter(selected: readonly number[], row: number, isAdding: boolean): readonly number[] {
  const isSelected = selected.includes(row);
  if (isAdding) return isSelected ? selected.filter((other) => other !== row) : [...selected, row];
  return isSelected && selected.length === 1 ? [] : [row];
}

function pointOf(
  { name, row, point }: { name: string; row: number; point: readonly (number | null)[] },
  facts: PlotFacts,
): Omit<ChartClick<ChartData>, "client"> {
  const { reader, x, y, value } = facts;
  if (row < 0)
    return { series: name, index: -1, row: undefined, x: point[0], y: point[facts.kind === "boxplot" ? 3 : 2] };
  const column =
    value ??
    (y.length > 1 ? (y.find((each) => name.endsWith(titleOf({ name: each }))) ?? y[0]!) : (y[0] ?? facts.close));
  const [atX, atY] = [reader.column(x).at(row), reader.column(column).at(row)];
  return { series: name, index: row, row: reader.row(row) as never, x: atX, y: atY };
}

/** Reads all that is live. */
function factsOf(props: AnyChartProps): PlotFacts {
  const y = readLive(props.y);
  return {
    kind: readLive(props.kind),
    reader: new DataReader(readLive(props.data)),
    x: readLive(props.x),
    y: y === undefined ? [] : typeof y === "string" ? [y] : y,
    series: readLive(props.series),
    value: props.value,
    open: props.open ?? "open",
    high: props.high ?? "high",
    low: props.low ?? "low",
    close: props.close ?? "close",
    bins: props.bins ?? 20,
    end: props.end,
    whole: props.whole,
    xType: props.xType,
    yType: props.yType,
    isStacked: props.stacked ?? false,
  };
}

function titled(plot: Plot, props: AnyChartProps): Plot {
  const axis = (own: AxisWire, title: string | undefined, format: object | undefined): AxisWire => ({
    ...own,
    ...(title === undefined ? {} : { title }),
    ...(format === undefined ? {} : { format: format as AxisWire["format"] }),
  });
  return {
    ...plot,
    x: axis(plot.x, readLive(props.xTitle), props.xFormat),
    y: axis(plot.y, readLive(props.yTitle), props.yFormat),
  };
}

function specOf(plot: Plot, props: AnyChartProps, locales: readonly string[]): ChartSpec {
  const { kind, x, y, series, extent } = plot;
  const hasAxes = kind !== "pie";
  return {
    kind,
    label: props.label,
    x,
    y,
    series: series.map(({ name }) => name),
    ...(extent === undefined ? {} : { extent }),
    isStacked: props.stacked ?? false,
    isHorizontal: (kind === "bar" && props.horizontal) ?? false,
    isSmooth: props.smooth ?? false,
    hasLegend: kind === "pie" || (series.length > 1 && kind !== "boxplot"),
    brush: hasAxes && (props.brush ?? props.onBrush) !== undefined ? directionOf(kind, props.brushDirection) : null,
    canZoom: hasAxes && kind !== "heatmap" && (props.zoom ?? props.onZoom) !== undefined,
    canClick: (props.onClick ?? props.selected) !== undefined,
    canSelect: props.selected !== undefined,
    canExport: props.exportable ?? false,
    locales,
    options: readLive(props.options) ?? null,
  };
}

const directionOf = (kind: string, asked: BrushDirection | undefined): BrushDirection =>
  asked ?? (kind === "scatter" ? "xy" : "x");

/** Gives the object from before as long as a new one says the same, so that it is not sent again. */
function keptWhileSame<T extends object>(): (next: T) => T {
  let kept: T | undefined;
  let text = "";
  return (next) => {
    const nextText = JSON.stringify(next);
    if (kept === undefined || nextText !== text) [kept, text] = [next, nextText];
    return kept;
  };
}
