import { effect } from "../../../reactive/effect.ts";
import { untracked } from "../../../reactive/graph.ts";
import { isPromiseLike } from "../../../reactive/promises.ts";
import { onCleanup } from "../../../reactive/cleanup.ts";
import { signal } from "../../../reactive/signal.ts";
import { noteQuietly } from "../../base/note-quietly.ts";
import type { RowsStatus } from "../in-place-of-rows.tsx";
import type { RowsWanted, SourceChange } from "../row-source.ts";
import type { TableState } from "../table-state.ts";

/** The rows of a table that are shown: a page of those that are wanted. */
export class RowPage<Row extends object> {
  readonly rows = signal<readonly Row[]>([]);
  readonly status = signal<RowsStatus>("loading");
  readonly size = signal(25);
  /** From 0. */
  readonly page = signal(0);
  readonly #table: TableState<Row>;
  readonly #asks = signal(0);
  #seen: string | undefined;

  constructor(table: TableState<Row>, size: number) {
    this.#table = table;
    this.size.value = size;
    effect(() => this.#follow());
    table.listen((changes) => this.#hear(changes));
  }

  /** From 1; live. */
  get first(): number {
    return this.page.value * this.size.value + 1;
  }

  get last(): number {
    return this.page.value * this.size.value + this.rows.value.length;
  }

  get pages(): number {
    return Math.max(1, Math.ceil((this.#table.total.value ?? 0) / this.size.value));
  }

  go(page: number): void {
    this.page.value = Math.max(0, Math.min(page, untracked(() => this.pages) - 1));
  }

  /** Asks for the rows again. */
  reload(): void {
    this.#asks.value++;
  }

  #follow(): void {
    const wanted = this.#table.wanted.value;
    const size = this.size.value;
    void this.#asks.value;
    const isOther = this.#seen !== undefined && this.#seen !== wanted.id;
    this.#seen = wanted.id;
    const page = this.page.value;
    // Other rows begin at the first page; with that, this runs again.
    if (isOther && this.page.set(0)) return;
    untracked(() => this.#load(wanted, page * size, size));
  }

  #load(wanted: RowsWanted<Row>, from: number, size: number): void {
    const aborter = new AbortController();
    onCleanup(() => aborter.abort());
    const { signal: aborted } = aborter;
    try {
      const { source } = this.#table;
      const count = source.count({ ...wanted, signal: aborted });
      const rows = source.rows({ ...wanted, from, to: from + size, signal: aborted });
      if (!isPromiseLike(count) && !isPromiseLike(rows)) return this.#show(count, rows);
      this.status.value = "loading";
      Promise.all([count, rows]).then(
        ([total, found]) => aborted.aborted || this.#show(total, found),
        (error: unknown) => aborted.aborted || this.#fail(error),
      );
    } catch (error) {
      this.#fail(error);
    }
  }

  #show(total: number, rows: readonly Row[]): void {
    this.#table.total.value = total;
    this.rows.value = rows;
    this.status.value = "ready";
    // The last rows of the last page are gone: the page before it is the last one now.
    if (rows.length === 0 && total > 0) this.go(Infinity);
  }

  #fail(error: unknown): void {
    this.status.value = "failed";
    noteQuietly(error, "the rows of a DataTable");
  }

  #hear(changes: readonly SourceChange<Row>[]): void {
    for (const change of changes) {
      if (change.kind === "rows" || this.#table.restsOn(change.properties)) return this.reload();
    }
    for (const change of changes) if (change.kind === "cells") void this.#replace(change);
  }

  async #replace({ key, row }: Extract<SourceChange<Row>, { kind: "cells" }>): Promise<void> {
    const { keyOf } = this.#table.source;
    if (!this.rows.peek().some((shown) => keyOf(shown) === key)) return;
    const found = row();
    const now = isPromiseLike(found) ? await found : found;
    if (now !== undefined) this.rows.update((all) => all.map((shown) => (keyOf(shown) === key ? now : shown)));
  }
}
