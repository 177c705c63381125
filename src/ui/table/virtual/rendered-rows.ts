import { GRID_LIMITS, type RowKey } from "../../../protocol/grid.ts";
import { isPromiseLike } from "../../../reactive/promises.ts";
import { signal } from "../../../reactive/signal.ts";
import type { RowSource } from "../row-source.ts";
import type { RenderPace } from "./render-pace.ts";

/** Rows that were sent and may be looked at next, so that their source need not be asked once more. */
const MOST_RECENT = 3_000;
/** In place of a client: before any page has said what it looks at. */
const NOBODY = 0;

type Keys = readonly RowKey[];

/**
 * The rows of which cells are rendered: those that pages say they look at, and no others. All pages of a session share
 * them; whoever looks at more than there is room for in all takes it from the page that has looked longest ago.
 */
export class RenderedRows<Row> {
  /** Those that come stand at the end, so that none has to move. */
  readonly rows = signal<readonly Row[]>([]);
  readonly #source: Pick<RowSource<Row>, "keyOf" | "find">;
  readonly #pace: RenderPace;
  /** By client, the one that said so last at the end. */
  readonly #looks = new Map<number, Keys>();
  readonly #recent = new Map<RowKey, Row>();
  #shown: ReadonlyMap<RowKey, Row> = new Map();
  /** Of the first rows, as many as stay for pages to come. */
  #kept = 0;

  constructor(source: Pick<RowSource<Row>, "keyOf" | "find">, pace: RenderPace) {
    this.#source = source;
    this.#pace = pace;
  }

  /** The first rows, before any page looks; then `kept` of them stay, for the first paint of others. */
  begin(rows: readonly Row[], kept: number): void {
    this.#kept = kept;
    this.#remember(rows);
    this.#looks.set(NOBODY, rows.map(this.#source.keyOf));
    this.#settle();
  }

  /** A page looks at the rows with these keys, and no others. */
  async look(client: number, keys: Keys): Promise<void> {
    const first = this.#looks.get(NOBODY);
    if (first !== undefined) this.#looks.set(NOBODY, first.slice(0, this.#kept));
    this.#looks.delete(client);
    this.#looks.set(client, keys);
    const missing = [...new Set(keys)].filter((key) => this.#rowOf(key) === undefined);
    const found = missing.map((key) => this.#source.find(key));
    const rows = found.some(isPromiseLike)
      ? await Promise.all(found.map(async (row) => row))
      : (found as (Row | undefined)[]);
    // What was sent meanwhile is newer.
    this.#remember(
      rows.filter((row) => row !== undefined && this.#rowOf(this.#source.keyOf(row)) === undefined) as Row[],
    );
    this.#settle();
  }

  /** These are sent to a page, as they are now. */
  sent(rows: readonly Row[]): void {
    this.#remember(rows);
    this.#replace(rows);
  }

  /** These have changed. */
  changed(rows: readonly Row[]): void {
    for (const row of rows) {
      const key = this.#source.keyOf(row);
      if (this.#recent.has(key)) this.#recent.set(key, row);
    }
    this.#replace(rows);
  }

  /** Rows came or went: pages ask for theirs again, and say what they look at then. */
  outdated(): void {
    this.#recent.clear();
    this.forget(NOBODY);
  }

  /** A client is gone. */
  forget(client: number): void {
    if (this.#looks.delete(client)) this.#settle();
  }

  #replace(rows: readonly Row[]): void {
    const now = new Map(this.#shown);
    for (const row of rows) {
      const key = this.#source.keyOf(row);
      if (now.has(key)) now.set(key, row);
    }
    this.#show(now);
  }

  #settle(): void {
    this.#pace.take(() => {
      const wanted = this.#wanted();
      const now = new Map<RowKey, Row>();
      for (const [key, row] of this.#shown) if (wanted.has(key)) now.set(key, row);
      const kept = now.size;
      for (const key of wanted) {
        const row = now.get(key) ?? this.#recent.get(key);
        if (row !== undefined) now.set(key, row);
      }
      this.#show(now);
      return now.size - kept;
    });
  }

  /** Of all looks, from the latest on, as many keys as there is room for. */
  #wanted(): ReadonlySet<RowKey> {
    const wanted = new Set<RowKey>();
    for (const keys of [...this.#looks.values()].reverse()) {
      for (const key of keys) {
        if (wanted.size === GRID_LIMITS.rendered) return wanted;
        wanted.add(key);
      }
    }
    return wanted;
  }

  #show(now: ReadonlyMap<RowKey, Row>): void {
    const before = this.rows.peek();
    this.#shown = now;
    const rows = [...now.values()];
    if (rows.length !== before.length || rows.some((row, at) => row !== before[at])) this.rows.value = rows;
  }

  #rowOf(key: RowKey): Row | undefined {
    return this.#shown.get(key) ?? this.#recent.get(key);
  }

  #remember(rows: readonly Row[]): void {
    for (const row of rows) {
      const key = this.#source.keyOf(row);
      this.#recent.delete(key);
      this.#recent.set(key, row);
    }
    for (const key of this.#recent.keys()) {
      if (this.#recent.size <= MOST_RECENT) return;
      this.#recent.delete(key);
    }
  }
}
