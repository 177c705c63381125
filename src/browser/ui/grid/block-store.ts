import type { GridBlock, RowKey } from "../../../protocol/grid.ts";
import type { Ask } from "./grid-request.ts";
import { rowId, rowsOf, type GridRow } from "./grid-row.ts";

/** Blocks that are kept; the one used longest ago goes. */
const MOST_BLOCKS = 200;
/** Requests under way at a time. What is looked at goes first, and of that what was asked for last. */
const AT_ONCE = 4;
/** Blocks that wait only because they might be looked at. */
const MOST_AHEAD = 6;

interface Waiting {
  readonly at: number;
  /** Somebody looks there. */
  isWanted: boolean;
  resolve(rows: readonly GridRow[]): void;
  reject(error: unknown): void;
}

/** The rows that the page has of all there are, block by block, and the next ones before anybody sees that they lack. */
export class BlockStore {
  readonly size: number;
  /** How many rows there are. */
  total = 0;
  readonly #ask: Ask;
  readonly #blocks = new Map<number, Promise<readonly GridRow[]>>();
  readonly #loaded = new Map<number, readonly GridRow[]>();
  #waiting: Waiting[] = [];
  #underWay = 0;
  /** Changes when all that is here, or on its way, is out of date. */
  #age = 0;
  #latest = 0;

  constructor(ask: Ask, size: number) {
    this.#ask = ask;
    this.size = size;
  }

  /** Takes a block that came without being asked for. */
  put(block: GridBlock): void {
    this.total = block.total;
    this.#keep(block.from / this.size, rowsOf(block));
  }

  /** The rows of a block, and soon those beside it. */
  async rows(from: number): Promise<readonly GridRow[]> {
    const at = Math.floor(from / this.size);
    const step = at >= this.#latest ? 1 : -1;
    this.#latest = at;
    const rows = this.#block(at, { isWanted: true });
    for (const next of [at - step, at + 2 * step, at + step]) this.#prefetch(next);
    return rows;
  }

  /** The row there, if the page has it. */
  rowAt(index: number): GridRow | undefined {
    return this.#loaded.get(Math.floor(index / this.size))?.[index % this.size];
  }

  /** All rows from `from` up to `to`, however many blocks that takes. */
  async range(from: number, to: number): Promise<readonly GridRow[]> {
    const blocks: Promise<readonly GridRow[]>[] = [];
    for (let at = Math.floor(from / this.size); at * this.size < to; at++)
      blocks.push(this.#block(at, { isWanted: true }));
    const first = Math.floor(from / this.size) * this.size;
    return (await Promise.all(blocks)).flat().slice(from - first, to - first);
  }

  /** A row that the page has, wherever it stands. */
  find(key: RowKey): GridRow | undefined {
    const id = rowId(key);
    for (const rows of this.#loaded.values()) {
      const found = rows.find((row) => row.id === id);
      if (found) return found;
    }
    return undefined;
  }

  /** Those of all rows that the page has. */
  ids(): ReadonlySet<string> {
    return new Set([...this.#loaded.values()].flatMap((rows) => rows.map(({ id }) => id)));
  }

  /** Nothing that is here holds any more. */
  clear(): void {
    this.#age++;
    this.#blocks.clear();
    this.#loaded.clear();
    for (const { reject } of this.#waiting.splice(0)) reject(new Error("Other rows are shown by now."));
  }

  #prefetch(at: number): void {
    if (at < 0 || at * this.size >= this.total || this.#blocks.has(at)) return;
    this.#block(at, { isWanted: false }).catch(() => {});
  }

  #block(at: number, { isWanted }: { isWanted: boolean }): Promise<readonly GridRow[]> {
    const known = this.#blocks.get(at);
    if (known) {
      this.#blocks.delete(at);
      this.#blocks.set(at, known);
      for (const waiting of this.#waiting) if (waiting.at === at) waiting.isWanted ||= isWanted;
      return known;
    }
    const rows = new Promise<readonly GridRow[]>((resolve, reject) =>
      this.#waiting.push({ at, isWanted, resolve, reject }),
    );
    this.#blocks.set(at, rows);
    this.#forget();
    this.#next();
    return rows;
  }

  #next(): void {
    while (this.#underWay < AT_ONCE) {
      const next = this.#waiting.findLast((each) => each.isWanted) ?? this.#waiting.at(-1);
      if (!next) break;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.#underWay++;
      void this.#load(next).finally(() => {
        this.#underWay--;
        this.#next();
      });
    }
    this.#giveUp(this.#waiting.filter(({ isWanted }) => !isWanted).slice(0, -MOST_AHEAD));
  }

  /** The person has gone on. */
  #giveUp(waiting: readonly Waiting[]): void {
    for (const { at, reject } of waiting) {
      this.#blocks.delete(at);
      reject(new Error("Nobody looks there any more."));
    }
    if (waiting.length > 0) this.#waiting = this.#waiting.filter((each) => !waiting.includes(each));
  }

  async #load({ at, resolve, reject }: Waiting): Promise<void> {
    const age = this.#age;
    const from = at * this.size;
    try {
      const block = await this.#ask<GridBlock>("rows", from, from + this.size);
      if (age !== this.#age) return reject(new Error("Other rows are shown by now."));
      this.total = block.total;
      const rows = rowsOf(block);
      this.#keep(at, rows);
      resolve(rows);
    } catch (error) {
      if (age === this.#age) this.#blocks.delete(at);
      reject(error);
    }
  }

  #keep(at: number, rows: readonly GridRow[]): void {
    this.#loaded.set(at, rows);
    if (!this.#blocks.has(at)) this.#blocks.set(at, Promise.resolve(rows));
  }

  #forget(): void {
    for (const at of this.#blocks.keys()) {
      if (this.#blocks.size <= MOST_BLOCKS) return;
      this.#blocks.delete(at);
      this.#loaded.delete(at);
    }
  }
}
