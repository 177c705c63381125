import type {
  ChartBrush,
  ChartExtent,
  ChartMessage,
  ChartPoints,
  ChartSpec,
  PointPlace,
} from "../../../ui/chart/wire.ts";
import { BrushLayer } from "./brush-layer.ts";
import { startChart, zoomOf, type ECharts } from "./echarts.ts";
import { Echoes } from "./echoes.ts";
import { formatsOf } from "./formats.ts";
import { hearChart } from "./hearing.ts";
import { ChartKeyboard, keysOf } from "./keyboard.ts";
import { defaultsOf } from "./defaults.ts";
import { optionOf } from "./option.ts";
import type { OptionFacts } from "./option-facts.ts";
import { savePicture } from "./picture.ts";
import { readTheme, watchTheme, type ChartTheme } from "./theme.ts";

const NO_POINTS: ChartPoints = { version: 0, series: [] };

/** `<tandem-chart>`: draws what the server's half says, and tells it what people do. */
export class TandemChart extends HTMLElement {
  #spec: ChartSpec | undefined;
  #points = NO_POINTS;
  #selected: readonly PointPlace[] = [];
  #hidden: readonly number[] = [];
  #brush: ChartBrush | null = null;
  #zoom: ChartExtent | null = null;
  #host: HTMLElement | undefined;
  #live: HTMLElement | undefined;
  #chart: ECharts | undefined;
  #layer: BrushLayer | undefined;
  #theme: ChartTheme | undefined;
  #facts: OptionFacts | undefined;
  #pending = new Set<string>();
  #endings: (() => void)[] = [];
  readonly #brushes = new Echoes<ChartBrush | null>((range) => this.#tell({ type: "brush", range }));
  readonly #zooms = new Echoes<ChartExtent | null>((range) => this.#tell({ type: "zoom", range }));

  set spec(spec: ChartSpec) {
    this.#spec = spec;
    this.#later("all");
  }

  set points(points: ChartPoints) {
    this.#points = points;
    this.#later("points");
  }

  set selected(places: readonly PointPlace[]) {
    this.#selected = places;
    this.#later("selected");
  }

  set hiddenSeries(hidden: readonly number[]) {
    this.#hidden = hidden;
    this.#later("points");
  }

  set brush(brush: ChartBrush | null) {
    if (this.#brushes.isEcho(brush)) return;
    this.#brush = brush;
    this.#later("brush");
  }

  set zoom(zoom: ChartExtent | null) {
    if (this.#zooms.isEcho(zoom)) return;
    this.#zoom = zoom;
    this.#later("zoom");
  }

  connectedCallback(): void {
    for (const name of ["spec", "points", "selected", "hiddenSeries", "brush", "zoom"] as const) this.#adopt(name);
    this.#later("all");
    this.#endings.push(watchTheme(this, () => this.#rethemed()));
    const resizing = new ResizeObserver(() => this.#resized());
    resizing.observe(this);
    this.#endings.push(() => resizing.disconnect());
    // Paper is light, and does not wait.
    const printing = () => {
      this.#theme = undefined;
      if (this.#chart === undefined) return;
      this.#draw(this.#chart);
      this.#chart.getZr().flush();
    };
    const print = matchMedia("print");
    print.addEventListener("change", printing);
    this.#endings.push(() => print.removeEventListener("change", printing));
  }

  disconnectedCallback(): void {
    for (const end of this.#endings.splice(0)) end();
    this.#chart?.dispose();
    this.#chart = this.#layer = this.#theme = this.#facts = undefined;
    this.replaceChildren();
  }

  /** What was set before this class was there hides its setters. */
  #adopt(name: "spec" | "points" | "selected" | "hiddenSeries" | "brush" | "zoom"): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name] as never;
    delete (this as Record<string, unknown>)[name];
    this[name] = value;
  }

  #later(what: string): void {
    const isFirst = this.#pending.size === 0;
    this.#pending.add(what);
    if (isFirst) queueMicrotask(() => this.#render());
  }

  #render(): void {
    const pending = this.#pending;
    this.#pending = new Set();
    if (!this.isConnected || this.#spec === undefined) return;
    const isNew = this.#chart === undefined;
    const chart = (this.#chart ??= this.#start(this.#spec));
    const isWhole = isNew || pending.has("all");
    if (isWhole || pending.has("points")) this.#draw(chart);
    if (isWhole || pending.has("points") || pending.has("selected")) this.#select(chart);
    if (isWhole || pending.has("zoom")) this.#applyZoom(chart);
    this.#showBrush();
  }

  #draw(chart: ECharts): void {
    const spec = this.#spec!;
    const before = this.#facts;
    this.#theme ??= readTheme(this);
    const isMoving = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    const formats = before?.spec === spec ? before.formats : formatsOf(spec);
    const facts = { spec, points: this.#points, theme: this.#theme, formats, hidden: this.#hidden, isMoving };
    this.#facts = { ...facts, width: this.clientWidth };
    this.#host!.setAttribute("aria-label", spec.label);
    if (before?.theme !== this.#theme) chart.setTheme(defaultsOf(this.#theme));
    const isOther = before?.spec.kind !== spec.kind || before.theme !== this.#theme || spec.options !== null;
    const replaceMerge = ["series", "xAxis", "yAxis", "grid", "dataZoom", "visualMap"];
    chart.setOption(optionOf(this.#facts), isOther ? { notMerge: true } : { replaceMerge });
  }

  #start(spec: ChartSpec): ECharts {
    const host = (this.#host = document.createElement("div"));
    host.className = "tandem-chart-host";
    host.tabIndex = 0;
    host.setAttribute("role", "application");
    host.setAttribute("aria-roledescription", "chart");
    host.setAttribute("aria-describedby", `${this.id}-summary ${this.id}-keys`);
    const keys = document.createElement("div");
    keys.className = "tandem-unseen";
    keys.id = `${this.id}-keys`;
    keys.textContent = keysOf(spec);
    this.#live = document.createElement("div");
    this.#live.className = "tandem-unseen";
    this.#live.setAttribute("aria-live", "polite");
    const canvas = document.createElement("div");
    canvas.className = "tandem-chart-canvas";
    host.append(canvas);
    this.append(host, keys, this.#live);
    const chart = startChart(canvas, spec.locales[0] ?? "en");
    this.#layer = new BrushLayer(host, (range) => this.#brushed(range));
    hearChart(chart, {
      facts: () => this.#facts,
      clicked: (at, isAdding) => this.#click(at, isAdding),
      selectionTurned: () => this.#select(chart),
      legendTurned: (hidden) => this.#hide(hidden),
      zoomed: () => this.#zoomed(chart),
    });
    new ChartKeyboard(host, {
      facts: () => (this.#spec?.kind === "option" ? undefined : this.#facts),
      show: ([seriesIndex, dataIndex]) => chart.dispatchAction({ type: "showTip", seriesIndex, dataIndex }),
      hide: () => chart.isDisposed() || chart.dispatchAction({ type: "hideTip" }),
      say: (text) => void (this.#live!.textContent = text),
      press: (at, event) => this.#click(at, event.ctrlKey || event.shiftKey),
      zoom: (factor) => this.#zoomBy(chart, factor),
      brush: () => this.#layer?.begin(),
      hideSeries: (series) => this.#hideByKey(series),
    });
    if (spec.canExport) this.#addSaving(chart);
    return chart;
  }

  #click(at: PointPlace, isAdding: boolean): void {
    if (this.#spec?.canClick !== true) return;
    this.#tell({ type: "click", version: this.#points.version, at, ...(isAdding ? { isAdding } : {}) });
  }

  #hide(hidden: readonly number[]): void {
    this.#hidden = hidden;
    this.#facts = this.#facts && { ...this.#facts, hidden };
    this.#tell({ type: "legend", hidden });
  }

  #hideByKey(series: number | undefined): void {
    if (this.#spec?.hasLegend !== true || this.#spec.kind === "pie") return;
    this.#hide(series === undefined ? [] : [...this.#hidden, series]);
    this.#later("points");
    this.#live!.textContent =
      series === undefined ? "All series are shown." : `${this.#spec.series[series]} is hidden.`;
  }

  #zoomed(chart: ECharts): void {
    const found = zoomOf(chart);
    if (found === undefined || this.#spec?.canZoom !== true) return;
    const [from, to] = found.range;
    const isBand = this.#spec.x.categories !== undefined;
    this.#zoom = found.isWhole ? null : isBand ? [Math.round(from), Math.round(to)] : [from, to];
    this.#zooms.send(this.#zoom);
    this.#showBrush();
  }

  #brushed(range: ChartBrush | null): void {
    this.#brush = range;
    this.#brushes.send(range);
  }

  #showBrush(): void {
    if (this.#facts === undefined || this.#chart === undefined) return;
    const { spec, formats } = this.#facts;
    this.#layer?.show({ spec, formats, chart: this.#chart }, this.#brush);
  }

  #select(chart: ECharts): void {
    if (this.#spec?.canSelect !== true) return;
    const silent = { silent: true };
    this.#points.series.forEach(({ length }, seriesIndex) => {
      const dataIndex = this.#selected.flatMap(([series, point]) => (series === seriesIndex ? point : []));
      const chosen = new Set(dataIndex);
      const others = Array.from({ length }, (_, point) => point).filter((point) => !chosen.has(point));
      chart.dispatchAction({ type: "unselect", seriesIndex, dataIndex: others }, silent);
      if (dataIndex.length > 0) chart.dispatchAction({ type: "select", seriesIndex, dataIndex }, silent);
    });
  }

  #applyZoom(chart: ECharts): void {
    if (this.#spec?.canZoom !== true) return;
    const range = this.#zoom === null ? { start: 0, end: 100 } : { startValue: this.#zoom[0], endValue: this.#zoom[1] };
    chart.dispatchAction({ type: "dataZoom", dataZoomIndex: [0, 1], ...range }, { silent: true });
  }

  #zoomBy(chart: ECharts, factor: number): void {
    const found = zoomOf(chart);
    if (found === undefined) return;
    const [from, to] = found.range;
    const [middle, half] = [(from + to) / 2, ((to - from) / 2) * factor];
    const range = factor === 0 ? { start: 0, end: 100 } : { startValue: middle - half, endValue: middle + half };
    chart.dispatchAction({ type: "dataZoom", dataZoomIndex: 0, ...range });
  }

  #rethemed(): void {
    this.#theme = undefined;
    this.#later("points");
  }

  #resized(): void {
    if (this.#chart === undefined || this.clientWidth === 0) return;
    this.#chart.resize({ animation: { duration: 0 } });
    this.#showBrush();
  }

  #addSaving(chart: ECharts): void {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tandem-chart-save";
    button.textContent = "Save as PNG";
    button.addEventListener("click", () => {
      savePicture(chart, { name: this.#spec?.label ?? "chart", background: this.#theme?.surface ?? "#fff" });
    });
    this.append(button);
  }

  #tell(detail: ChartMessage): void {
    this.dispatchEvent(new CustomEvent("tandem-chart", { detail, bubbles: true }));
  }
}
