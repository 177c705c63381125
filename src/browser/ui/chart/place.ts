import type { ChartSpec } from "../../../ui/chart/wire.ts";
import { gridOf, type ECharts } from "./echarts.ts";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Extent = readonly [number, number];

/** One of the data's axes on the screen: from its numbers to pixels and back. */
export class ScreenAxis {
  /** Whether it goes from left to right. */
  readonly isLevel: boolean;
  readonly #chart: ECharts;
  readonly #finder: { xAxisIndex: number } | { yAxisIndex: number };
  readonly #count: number | undefined;

  constructor(chart: ECharts, spec: ChartSpec, name: "x" | "y") {
    this.#chart = chart;
    this.isLevel = (name === "x") !== spec.isHorizontal;
    this.#finder = this.isLevel ? { xAxisIndex: 0 } : { yAxisIndex: 0 };
    this.#count = spec[name].categories?.length;
  }

  get isBand(): boolean {
    return this.#count !== undefined;
  }

  pixel(value: number): number {
    return Number(this.#chart.convertToPixel(this.#finder, value as never));
  }

  value(pixel: number): number {
    const found = this.#chart.convertFromPixel(this.#finder, pixel as never);
    return Number(Array.isArray(found) ? found[0] : found);
  }

  /** Where an extent is, in order; whole bands of categories. */
  pixels([from, to]: Extent): [number, number] {
    const ends = [this.pixel(from), this.pixel(to)];
    const half = this.isBand ? this.#bandWidth() / 2 : 0;
    return [Math.min(...ends) - half, Math.max(...ends) + half];
  }

  /** The extent between two pixels; all categories that it touches. */
  extent(a: number, b: number): Extent {
    const ends = [this.value(a), this.value(b)];
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    if (this.#count === undefined) return [this.#rounded(from), this.#rounded(to)];
    const clamp = (value: number) => Math.max(0, Math.min(this.#count! - 1, Math.round(value)));
    return [clamp(from), clamp(to)];
  }

  /** As fine as the screen shows, and no finer. */
  #rounded(value: number): number {
    const width = this.step() / 10;
    if (!(width > 0) || !Number.isFinite(value)) return value;
    const fine = 10 ** Math.floor(Math.log10(width));
    return Number((Math.round(value / fine) * fine).toPrecision(15));
  }

  /** The smallest step of a key. */
  step(): number {
    if (this.isBand) return 1;
    const box = gridOf(this.#chart);
    if (box === undefined) return 1;
    const [from, to] = this.isLevel
      ? [this.value(box.x), this.value(box.x + box.width)]
      : [this.value(box.y + box.height), this.value(box.y)];
    return Math.abs(to - from) / 100;
  }

  #bandWidth(): number {
    const box = gridOf(this.#chart);
    if (this.#count === undefined || box === undefined) return 0;
    return this.#count > 1 ? Math.abs(this.pixel(1) - this.pixel(0)) : this.isLevel ? box.width : box.height;
  }
}
