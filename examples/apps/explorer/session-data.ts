import { computed, resource, signal, watch, type ReadonlySignal } from "tandem";
import { rowSource, type RowSource, type SortBy } from "tandem/ui";
import { filteredRows, type Filter } from "./data/filter.ts";
import type { Frame } from "./data/frame.ts";
import { sortedRows } from "./data/sort.ts";

/** A row as a table knows it: cells are read where it is shown. */
export interface RowAt {
  readonly row: number;
}

/** One file in one session: what is asked of it, and the rows that answer. */
export class SessionData {
  readonly frame: Frame;
  readonly filters = signal<readonly Filter[]>([]);
  /** By the ids of columns, as {@link columnId} makes them. */
  readonly sort = signal<readonly SortBy[]>([]);
  /** Rows that pass the filters, in the file's order. */
  readonly rows: ReadonlySignal<Uint32Array>;
  /** The same for a table, as that sorts them. */
  readonly source: RowSource<RowAt>;
  readonly isBusy: () => boolean;
  #ordering: Ordering | undefined;

  constructor(frame: Frame) {
    this.frame = frame;
    const all = new Uint32Array(frame.rowCount).map((_, row) => row);
    const filtered = resource(({ signal: aborted }) => {
      const filters = this.filters.value;
      return filters.length === 0 ? all : filteredRows(frame, filters, aborted);
    });
    this.rows = computed(() => filtered.value ?? all);
    this.isBusy = () => filtered.loading;
    this.source = rowSource<RowAt>({
      key: "row",
      rows: async ({ from, to, sort }) =>
        Array.from((await this.ordered(sort)).subarray(from, to), (row) => ({
          row,
        })),
      count: () => this.rows.peek().length,
      find: (row) =>
        Number(row) < frame.rowCount ? { row: Number(row) } : undefined,
    });
    watch(this.rows, () => this.source.reset());
  }

  add(filter: Filter): void {
    this.filters.update((all) => [...all, filter]);
  }

  remove(filter: Filter): void {
    this.filters.update((all) => all.filter((other) => other !== filter));
  }

  /** The rows that pass, in an order. It is worked out once, and called off when another is asked for. */
  ordered(sort: readonly SortBy[] = this.sort.peek()): Promise<Uint32Array> {
    const [rows, name] = [this.rows.peek(), JSON.stringify(sort)];
    if (this.#ordering?.rows === rows && this.#ordering.name === name)
      return this.#ordering.result;
    this.#ordering?.abort.abort();
    const abort = new AbortController();
    const result = this.#inOrder(rows, { sort, signal: abort.signal });
    this.#ordering = { rows, name, abort, result };
    return result;
  }

  /** The last column first: each sorting leaves equal rows as they are. */
  async #inOrder(
    rows: Uint32Array,
    { sort, signal: aborted }: { sort: readonly SortBy[]; signal: AbortSignal },
  ) {
    let found = rows;
    for (const { column, descending } of sort.toReversed()) {
      const sorted = this.frame.columns.find(
        (_, at) => columnId(at) === column,
      );
      if (sorted)
        found = await sortedRows(found, sorted, {
          isDown: descending ?? false,
          signal: aborted,
        });
    }
    return found;
  }
}

interface Ordering {
  readonly rows: Uint32Array;
  readonly name: string;
  readonly abort: AbortController;
  readonly result: Promise<Uint32Array>;
}

/** What a table knows a column by: names in files can be anything. */
export const columnId = (place: number): string => `column-${place}`;
