import {
  computed,
  signal,
  watch,
  type ReadonlySignal,
  type Signal,
} from "tandem";
import type { ChartBrush } from "tandem/ui";
import { Crossfilter } from "./crossfilter.ts";
import type { Dataset } from "./datasets.ts";
import type { Dimension } from "./dimension.ts";

/** One chart: what is chosen in it, and what it shows. */
export interface Filter {
  readonly dimension: Dimension;
  /** A range, of numbers. */
  readonly brush: Signal<ChartBrush | null>;
  /** Positions among the names. */
  readonly chosen: Signal<readonly number[]>;
  /** Its bars as they are now. */
  readonly bars: ReadonlySignal<BarColumns>;
  readonly isOn: () => boolean;
  clear(): void;
}

/** As columns, which a chart takes as they are. */
export interface BarColumns {
  readonly [name: string]: ArrayLike<string | number>;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly name: readonly string[];
  readonly count: ArrayLike<number>;
  readonly total: readonly number[];
}

/** A session's filters of one dataset: each follows the others. */
export class Filters {
  readonly filters: readonly Filter[];
  readonly #crossfilter: Crossfilter;
  /** How many rows pass all filters. */
  readonly selectedCount: ReadonlySignal<number>;
  /** Milliseconds that the last change took to count. */
  readonly took = signal(0);
  /** Changes whenever the counts do. */
  readonly #version = signal(0);

  constructor({ dimensions, rowCount }: Dataset) {
    this.#crossfilter = new Crossfilter(dimensions, rowCount);
    this.selectedCount = this.#counted(() => this.#crossfilter.selectedCount);
    this.filters = dimensions.map((dimension, at) =>
      this.#makeFilter(dimension, at),
    );
  }

  selectedRows(limit: number): ReadonlySignal<readonly number[]> {
    return this.#counted(() => this.#crossfilter.selectedRows(limit));
  }

  readonly isAnyOn = () => this.filters.some(({ isOn }) => isOn());

  clear(): void {
    for (const filter of this.filters) filter.clear();
  }

  #makeFilter(dimension: Dimension, at: number): Filter {
    const brush = signal<ChartBrush | null>(null);
    const chosen = signal<readonly number[]>([]);
    watch(brush, (range) =>
      this.#change(() => this.#crossfilter.filterRange(at, range?.x ?? null)),
    );
    watch(chosen, (values) =>
      this.#change(() => this.#crossfilter.filterValues(at, values)),
    );
    const fixed = fixedColumns(dimension);
    const bars = this.#counted(() => ({
      ...fixed,
      count: this.#crossfilter.counts[at]!.slice(),
    }));
    const isOn = () => brush.value !== null || chosen.value.length > 0;
    const clear = () => {
      brush.value = null;
      chosen.value = [];
    };
    return { dimension, brush, chosen, bars, isOn, clear };
  }

  #counted<T>(read: (version: number) => T): ReadonlySignal<T> {
    return computed(() => read(this.#version.value));
  }

  #change(change: () => void): void {
    const started = performance.now();
    change();
    this.took.value = performance.now() - started;
    this.#version.update((version) => version + 1);
  }
}

function fixedColumns({ bars, categories }: Dimension) {
  return {
    from: bars.map(({ from }) => from),
    to: bars.map(({ to }) => to),
    total: bars.map(({ total }) => total),
    name: categories ?? [],
  };
}
