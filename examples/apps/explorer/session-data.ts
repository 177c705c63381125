import {
  computed,
  resource,
  signal,
  type ReadonlySignal,
  type Resource,
} from "tandem";
import { filteredRows, type Filter } from "./data/filter.ts";
import { columnNamed, type Frame } from "./data/frame.ts";
import { sortedRows, type Sorting } from "./data/sort.ts";

/** One file in one session: what is asked of it, and the rows that answer. */
export class SessionData {
  readonly frame: Frame;
  readonly filters = signal<readonly Filter[]>([]);
  readonly sorting = signal<Sorting | null>(null);
  /** Rows that pass the filters, in the file's order. */
  readonly rows: ReadonlySignal<Uint32Array>;
  /** The same as they are sorted. */
  readonly sorted: ReadonlySignal<Uint32Array>;
  readonly isBusy: () => boolean;

  constructor(frame: Frame) {
    this.frame = frame;
    const all = Uint32Array.from({ length: frame.rowCount }, (_, row) => row);
    const filtered = resource(({ signal: aborted }) => {
      const filters = this.filters.value;
      return filters.length === 0 ? all : filteredRows(frame, filters, aborted);
    });
    const sorted = resource(({ signal: aborted }) => {
      const [rows, sorting] = [filtered.value ?? all, this.sorting.value];
      const column = sorting && columnNamed(frame, sorting.column);
      return sorting && column
        ? sortedRows(rows, column, { isDown: sorting.isDown, signal: aborted })
        : rows;
    });
    this.rows = loadedOr(filtered, all);
    this.sorted = loadedOr(sorted, all);
    this.isBusy = () => filtered.loading || sorted.loading;
  }

  add(filter: Filter): void {
    this.filters.update((all) => [...all, filter]);
  }

  remove(filter: Filter): void {
    this.filters.update((all) => all.filter((other) => other !== filter));
  }

  /** Sorts by a column, then the other way round, then not at all. */
  sortBy(column: string): void {
    this.sorting.update((now) => {
      if (now?.column !== column) return { column, isDown: false };
      return now.isDown ? null : { column, isDown: true };
    });
  }
}

const loadedOr = <T>(loaded: Resource<T>, before: T): ReadonlySignal<T> =>
  computed(() => loaded.value ?? before);
