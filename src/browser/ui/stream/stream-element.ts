import type { StreamSpec } from "../../../core/stream-spec.ts";
import { ChartView, type KeptState } from "./chart-view.ts";
import { StreamRows } from "./rows.ts";
import { followTheme, withColor } from "./theme.ts";

/** `<tandem-stream-chart>`: keeps the rows that the session sends, and has them drawn. */
export class StreamChartElement extends HTMLElement {
  #spec: StreamSpec | undefined;
  #rows: StreamRows | undefined;
  #view: ChartView | undefined;
  #unfollow: (() => void)[] = [];

  /** What to draw, and how; the page's runtime sets it. */
  get spec(): StreamSpec | undefined {
    return this.#spec;
  }

  set spec(spec: StreamSpec) {
    const isOther = this.#spec?.columns.join() !== spec.columns.join() || this.#spec.rollover !== spec.rollover;
    this.#spec = { ...spec, series: spec.series.map(withColor) };
    const kept = this.#view?.destroy();
    this.#view = undefined;
    if (isOther) this.#rows = new StreamRows(spec);
    this.#show(isOther ? undefined : kept);
  }

  /** Takes rows from the number `from` on, as columns; the page's runtime calls it. */
  extend(from: number, columns: readonly Float64Array[]): void {
    this.#rows?.extend(from, columns);
    this.#view?.changed();
  }

  connectedCallback(): void {
    // Set before this script was there, it hides the accessor.
    if (Object.hasOwn(this, "spec")) {
      const { spec } = this;
      Reflect.deleteProperty(this, "spec");
      this.spec = spec!;
    }
    const sizes = new ResizeObserver(() => this.#view?.resized());
    const sightings = new IntersectionObserver(([entry]) => this.#view?.setVisible(entry!.isIntersecting));
    sizes.observe(this);
    sightings.observe(this);
    this.#unfollow = [
      () => sizes.disconnect(),
      () => sightings.disconnect(),
      followTheme(this.ownerDocument, () => this.#view?.themeChanged()),
    ];
    this.#show();
  }

  disconnectedCallback(): void {
    for (const stop of this.#unfollow) stop();
    this.#view?.destroy();
    this.#view = undefined;
  }

  #show(kept?: KeptState): void {
    if (!this.isConnected || this.#spec === undefined) return;
    this.#view ??= new ChartView(this, { spec: this.#spec, rows: this.#rows!, kept });
  }
}
