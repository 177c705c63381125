import type { StreamSpec } from "../../../core/stream-spec.ts";
import { joinGroup, membersOf, type GroupMember } from "./chart-group.ts";
import { DataTable } from "./data-table.ts";
import { pictureOf, type Rows } from "./decimate.ts";
import { make, setText } from "./dom.ts";
import { formatsFor, type Formats } from "./formats.ts";
import { moveOf } from "./keys.ts";
import { Legend, seriesText } from "./legend.ts";
import { Plot, type Range } from "./plot.ts";
import { nearestRow, type StreamRows } from "./rows.ts";
import { summaryOf } from "./summary.ts";
import { readTheme } from "./theme.ts";
import { Toolbar } from "./toolbar.ts";
import { ViewRange } from "./view-range.ts";

/** Milliseconds between two summaries, which look at every row. */
const SUMMARY_INTERVAL = 5_000;
/** Milliseconds between two sets of values beside the names of series: nobody reads faster, and setting text takes time. */
const LEGEND_INTERVAL = 100;

/** What a person did with a chart, which stays when the app has other series drawn. */
export interface KeptState {
  readonly range: Range | undefined;
  readonly still: Rows | undefined;
  /** Labels of series. */
  readonly hidden: readonly string[];
  readonly isTableOpen: boolean;
  readonly hadFocus: boolean;
}

let ids = 0;

/** What stands in the element, and when it is drawn: at most once for each frame of the browser, and only where it is seen. */
export class ChartView implements GroupMember {
  readonly #element: HTMLElement;
  readonly #spec: StreamSpec;
  readonly #rows: StreamRows;
  readonly #formats: Formats;
  readonly #range: ViewRange;
  readonly #legend: Legend;
  readonly #toolbar: Toolbar;
  readonly #table: DataTable;
  readonly #canvas: HTMLElement;
  readonly #summary: HTMLElement;
  readonly #leaveGroup: () => void;
  readonly #announcer = make("p", { class: "tandem-stream-unseen", "aria-live": "polite" });
  readonly #empty = make("p", { class: "tandem-stream-empty" }, "Waiting for data…");
  #plot: Plot | undefined;
  /** The rows as they were when it was paused. */
  #still: Rows | undefined;
  /** Where the pointer is on the x axis. */
  #pointer: number | undefined;
  #isVisible = true;
  #frame = 0;
  #legendAt = -Infinity;
  #legendTimer: ReturnType<typeof setTimeout> | undefined;
  #summarizedAt = -Infinity;

  constructor(
    element: HTMLElement,
    { spec, rows, kept }: { spec: StreamSpec; rows: StreamRows; kept?: KeptState | undefined },
  ) {
    this.#element = element;
    this.#spec = spec;
    this.#rows = rows;
    this.#formats = formatsFor(spec, element.ownerDocument.documentElement.lang);
    this.#range = new ViewRange(spec);
    this.#legend = new Legend({
      spec,
      formats: this.#formats,
      hidden: kept?.hidden ?? [],
      toggled: () => this.#rebuild(),
    });
    this.#toolbar = new Toolbar({
      paused: (isPaused) => this.#pause(isPaused),
      zoomed: (closer) => this.#goCloser({ closer, around: undefined }),
      showAll: () => this.#zoom(undefined),
    });
    this.#table = new DataTable({ spec, formats: this.#formats, rows: () => this.#shown });
    this.#summary = make("p", { class: "tandem-stream-unseen", id: `tandem-stream-summary-${++ids}` });
    this.#canvas = make("div", {
      class: "tandem-stream-plot",
      role: "application",
      tabindex: "0",
      "aria-roledescription": "chart",
      "aria-label": spec.label,
      "aria-describedby": this.#summary.id,
    });
    this.#canvas.addEventListener("keydown", (event) => this.#onKey(event));
    this.#canvas.addEventListener("focus", () => this.#summarize(0));
    const head = make("div", { class: "tandem-stream-head" }, this.#legend.element);
    if (spec.toolbar) head.append(this.#toolbar.element);
    const parts = spec.toolbar ? [this.#table.element] : [];
    element.replaceChildren(head, this.#canvas, this.#summary, this.#announcer, ...parts);
    this.#leaveGroup = joinGroup(spec.group, this);
    this.#rebuild();
    if (kept !== undefined) this.#restore(kept);
  }

  #restore({ range, still, isTableOpen, hadFocus }: KeptState): void {
    this.#range.choose(range);
    this.#still = still;
    this.#toolbar.isPaused = still !== undefined;
    this.#table.element.open = isTableOpen;
    if (hadFocus) this.#canvas.focus({ preventScroll: true });
  }

  changed(): void {
    if (this.#still === undefined) this.#schedule();
    else this.#toolbar.behind = this.#rows.start + this.#rows.x.length - this.#still.start - this.#still.x.length;
  }

  resized(): void {
    // Asked here, where the layout is known anyway, and not at each frame.
    this.#plot?.resize(this.#canvas.clientWidth, this.#canvas.clientHeight);
    this.#schedule();
  }

  themeChanged(): void {
    if (this.#plot !== undefined) this.#plot.theme = readTheme(this.#element, this.#shownSeries);
    this.#schedule();
  }

  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    if (isVisible) this.#schedule();
  }

  destroy(): KeptState {
    const kept = {
      range: this.#range.chosen,
      still: this.#still,
      hidden: [...this.#legend.hidden].map((index) => this.#spec.series[index]!.label),
      isTableOpen: this.#table.element.open,
      hadFocus: this.#canvas.contains(this.#element.ownerDocument.activeElement),
    };
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#legendTimer);
    this.#leaveGroup();
    this.#table.stop();
    this.#plot?.destroy();
    return kept;
  }

  get #shown(): Rows {
    return this.#still ?? this.#rows;
  }

  get #shownSeries(): StreamSpec["series"] {
    return this.#spec.series.filter((_, index) => !this.#legend.hidden.has(index));
  }

  /** A plot is made for certain series. */
  #rebuild(): void {
    this.#plot?.destroy();
    this.#canvas.replaceChildren(this.#empty);
    this.#plot = new Plot({
      host: this.#canvas,
      spec: { ...this.#spec, series: this.#shownSeries },
      formats: this.#formats,
      theme: readTheme(this.#element, this.#shownSeries),
      pointed: (place) => this.#point(place),
      zoomed: (range) => this.#zoom(range),
      drawn: (range) => this.#zoom(this.#range.within(this.#shown, range)),
    });
    this.#schedule();
  }

  #schedule(): void {
    if (this.#frame === 0 && this.#isVisible) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#frame = 0;
    const plot = this.#plot!;
    const rows = this.#shown;
    this.#empty.hidden = rows.x.length > 0;
    const range = this.#range.of(rows);
    const stretch = { ...this.#range.stretch(rows), width: plot.width };
    plot.draw(pictureOf(rows, this.#shownSeries, stretch), range);
    this.#toolbar.isZoomed = this.#range.chosen !== undefined;
    this.#tellValues(LEGEND_INTERVAL);
    this.#summarize(SUMMARY_INTERVAL);
  }

  /** The last values are told in any case, only later. */
  #tellValues(interval: number): void {
    const wait = this.#legendAt + interval - performance.now();
    clearTimeout(this.#legendTimer);
    if (wait > 0) {
      this.#legendTimer = setTimeout(() => this.#tellValues(0), wait);
      return;
    }
    this.#legendAt = performance.now();
    this.#legend.show(this.#shown, this.#row);
  }

  /** The row at the pointer, or else the latest. */
  get #row(): number {
    const { x } = this.#shown;
    return this.#pointer === undefined ? x.length - 1 : nearestRow(x, this.#pointer);
  }

  #point(place: number | undefined): void {
    if (this.#pointer === place) return;
    this.#pointer = place;
    this.#tellValues(0);
  }

  showRange(range: Range | undefined): void {
    this.#range.choose(range);
    this.#schedule();
  }

  standStill(isPaused: boolean): void {
    this.#still = isPaused ? this.#rows.copy() : undefined;
    this.#toolbar.isPaused = isPaused;
    this.#schedule();
  }

  #zoom(range: Range | undefined): void {
    for (const member of membersOf(this.#spec.group, this)) member.showRange(range);
  }

  #pause(isPaused: boolean): void {
    for (const member of membersOf(this.#spec.group, this)) member.standStill(isPaused);
  }

  /** Around the middle of what is shown unless told. */
  #goCloser({ closer, around }: { closer: boolean; around: number | undefined }): void {
    const rows = this.#shown;
    if (rows.x.length === 0) return;
    const [min, max] = this.#range.of(rows);
    this.#zoom(this.#range.zoomed(rows, { closer, around: around ?? (min + max) / 2 }));
  }

  #onKey(event: KeyboardEvent): void {
    const rows = this.#shown;
    const row = this.#row;
    const move = moveOf(event);
    if (move === undefined || row < 0 || event.target !== this.#canvas) return;
    event.preventDefault();
    const around = rows.x[row]!;
    if (move.kind === "all") this.#zoom(undefined);
    else if (move.kind === "pause") this.#toolbar.press();
    else if (move.kind === "zoom") this.#goCloser({ closer: move.closer, around });
    else this.#moveTo(Math.min(rows.x.length - 1, Math.max(0, row + move.by * this.#rowsPerPixel)));
    this.#schedule();
  }

  /** Steps that can be seen, however many rows there are. */
  get #rowsPerPixel(): number {
    const { from, to } = this.#range.stretch(this.#shown);
    return Math.max(1, Math.round((2 * (to - from)) / Math.max(1, this.#plot!.width)));
  }

  #moveTo(row: number): void {
    const rows = this.#shown;
    this.#pointer = rows.x[row]!;
    this.#plot!.point(this.#pointer);
    const values = this.#shownSeries.map(
      (each) => `${each.label} ${seriesText(each, { rows, row, formats: this.#formats })}`,
    );
    setText(this.#announcer, [this.#formats.place(rows.x, row), ...values].join(", "));
  }

  #summarize(interval: number): void {
    const now = performance.now();
    if (now - this.#summarizedAt < interval) return;
    this.#summarizedAt = now;
    setText(this.#summary, summaryOf(this.#spec, this.#shown, this.#formats));
  }
}
