import { TandemError } from "../../core/errors.ts";
import { Op, type Content, type SlotValue } from "../../protocol/operations.ts";
import { signal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import { describe } from "../attribute-kinds.ts";
import { Block } from "../block.ts";
import type { Encoder } from "../encoder.ts";
import type { Environment } from "../environment.ts";
import { longestIncreasing } from "../longest-increasing.ts";
import type { Child } from "../node.ts";
import type { Slot } from "../slot.ts";
import { Binding, type Source } from "./binding.ts";

export interface ListOptions {
  each: Source<readonly unknown[] | null | undefined>;
  /** What a row is recognised by; the item itself unless told. */
  keyOf: ((item: unknown) => unknown) | undefined;
  render: (item: never, index: ReadonlySignal<number>) => Child;
}

/** One row of a list. */
class Row extends Block {
  readonly key: unknown;
  /** The item, for lists with a key: another item of the same key is shown by the same row. */
  item: Signal<unknown> | null = null;
  index: Signal<number> | null = null;

  constructor(environment: Environment, key: unknown) {
    super(environment);
    this.key = key;
  }
}

const NO_ROWS: readonly never[] = [];

/** A region that shows a row for each item, and moves as few rows as possible when the items change. */
export class ListBinding extends Binding<readonly unknown[] | null | undefined> implements Slot {
  readonly #options: ListOptions;
  #rows: readonly Row[] = NO_ROWS;

  constructor(environment: Environment, options: ListOptions, id: number) {
    super(environment, options.each, id);
    this.#options = options;
  }

  start(): boolean {
    return true;
  }

  /** Builds the first rows. */
  mount(value: readonly unknown[] | null | undefined): void {
    const items = checkItems(value);
    const rows: Row[] = new Array<Row>(items.length);
    this.#buildRows(rows, items, { start: 0, end: items.length, sources: null });
    this.#rows = rows;
  }

  html(): string {
    let html = "";
    for (const row of this.#rows) html += row.html();
    return html;
  }

  wire(encoder: Encoder): Content {
    const rows = this.#rows.map((row) => encoder.instance(row));
    return rows.length === 0 ? "" : rows;
  }

  override dispose(): void {
    super.dispose();
    const rows = this.#rows;
    this.#rows = NO_ROWS;
    for (let i = rows.length - 1; i >= 0; i--) rows[i]!.dispose();
  }

  protected override commit(value: readonly unknown[] | null | undefined): void {
    const items = checkItems(value);
    if (items.length === 0) this.#clear();
    else this.#reconcile(items);
  }

  #clear(): void {
    if (this.#rows.length === 0) return;
    for (const row of this.#rows) row.dispose();
    this.#rows = NO_ROWS;
    this.view.send([Op.Clear, this.id]);
  }

  /**
   * Rows at both ends that stay are skipped; what is left in the middle is matched by key. Of the matched rows, the
   * longest run that is still in order stays in place and the others move round it.
   */
  #reconcile(items: readonly unknown[]): void {
    const old = this.#rows;
    const keys = this.#options.keyOf === undefined ? items : items.map(this.#options.keyOf);
    const rows: Row[] = new Array<Row>(items.length);
    let start = 0;
    let oldEnd = old.length;
    let end = items.length;
    while (start < oldEnd && start < end && Object.is(old[start]!.key, keys[start])) rows[start] = old[start++]!;
    while (oldEnd > start && end > start && Object.is(old[oldEnd - 1]!.key, keys[end - 1]))
      rows[--end] = old[--oldEnd]!;

    const sources = this.#matchOld(keys, { start, end, oldEnd });
    this.#buildRows(rows, items, { start, end, sources }); // should one fail, all stays as it was
    this.#removeUnmatched(sources, { start, oldEnd });
    this.#place(rows, sources, { start, end });
    this.#rows = rows;
    this.#refresh(rows, items);
  }

  /** For each new row of the middle, which old row it is; -1 for a new one. Equal keys match in order. */
  #matchOld(keys: readonly unknown[], range: { start: number; end: number; oldEnd: number }): Int32Array {
    const { start, end, oldEnd } = range;
    const sources = new Int32Array(end - start).fill(-1);
    if (start === oldEnd || start === end) return sources;
    const firstOld = new Map<unknown, number>();
    const nextSame = new Map<number, number>();
    for (let i = oldEnd - 1; i >= start; i--) {
      const { key } = this.#rows[i]!;
      const later = firstOld.get(key);
      if (later !== undefined) nextSame.set(i, later);
      firstOld.set(key, i);
    }
    for (let i = start; i < end; i++) {
      const match = firstOld.get(keys[i]);
      if (match === undefined) continue;
      sources[i - start] = match;
      const next = nextSame.get(match);
      if (next === undefined) firstOld.delete(keys[i]);
      else firstOld.set(keys[i], next);
    }
    return sources;
  }

  /** Fills `rows` from `start` to `end` with old rows, where `sources` names them, and new ones. */
  #buildRows(
    rows: Row[],
    items: readonly unknown[],
    part: { start: number; end: number; sources: Int32Array | null },
  ): void {
    const { start, end, sources } = part;
    let i = start;
    try {
      for (; i < end; i++) {
        const source = sources === null ? -1 : sources[i - start]!;
        rows[i] = source >= 0 ? this.#rows[source]! : this.#build(items[i], i);
      }
    } catch (error) {
      while (--i >= start) if (sources === null || sources[i - start]! < 0) rows[i]!.dispose();
      throw error;
    }
  }

  #removeUnmatched(sources: Int32Array, range: { start: number; oldEnd: number }): void {
    const { start, oldEnd } = range;
    if (start === oldEnd) return;
    const kept = new Uint8Array(oldEnd);
    for (const source of sources) if (source >= 0) kept[source] = 1;
    const removed: Row[] = [];
    for (let i = start; i < oldEnd; i++) if (kept[i] === 0) removed.push(this.#rows[i]!);
    if (removed.length === 0) return;
    for (const row of removed) row.dispose();
    if (removed.length === this.#rows.length) this.view.send([Op.Clear, this.id]);
    else this.view.send([Op.Remove, ...removed.map((row) => row.base)]);
  }

  /** Sends inserts and moves, from the end towards the start, so that the row to stand before is always in place. */
  #place(rows: readonly Row[], sources: Int32Array, range: { start: number; end: number }): void {
    const { start, end } = range;
    const steady = longestIncreasing(sources);
    let nextSteady = steady.length - 1;
    let i = end - start - 1;
    while (i >= 0) {
      const before = rows[start + i + 1]?.base ?? 0;
      if (sources[i]! < 0) {
        let first = i;
        while (first > 0 && sources[first - 1]! < 0) first--;
        this.#sendInsert(rows.slice(start + first, start + i + 1), before);
        i = first - 1;
        continue;
      }
      if (steady[nextSteady] === i) nextSteady--;
      else this.view.send([Op.Move, this.id, before, rows[start + i]!.base]);
      i--;
    }
  }

  /** One operation for each stretch of rows of the same template; the last stretch first. */
  #sendInsert(rows: readonly Row[], before: number): void {
    const encoder = this.view.encoder();
    let end = rows.length;
    while (end > 0) {
      const { template } = rows[end - 1]!;
      let first = end - 1;
      while (first > 0 && rows[first - 1]!.template === template) first--;
      const number = encoder.define(template);
      const flat: SlotValue[] = [];
      for (let i = first; i < end; i++) {
        flat.push(rows[i]!.base);
        rows[i]!.writeValues(encoder, flat);
      }
      this.view.send([Op.Insert, this.id, end === rows.length ? before : rows[end]!.base, number, flat]);
      end = first;
    }
  }

  #refresh(rows: readonly Row[], items: readonly unknown[]): void {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      row.item?.set(items[i]);
      row.index?.set(i);
    }
  }

  #build(item: unknown, index: number): Row {
    const { keyOf, render } = this.#options;
    const row = new Row(this.environment, keyOf === undefined ? item : keyOf(item));
    const shown = keyOf === undefined ? item : (row.item = signal(item));
    const position = render.length > 1 ? (row.index = signal(index)) : undefined;
    this.view.mountRow(row, () => render(shown as never, position as Signal<number>));
    return row;
  }
}

function checkItems(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return NO_ROWS;
  if (Array.isArray(value)) return value;
  throw new TandemError(
    "view/bad-for",
    `Expected <For each={…}> to get an array or nothing, but got ${describe(value)}. Make an array of it, as with Array.from(…).`,
  );
}
