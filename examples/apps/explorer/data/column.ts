import {
  booleanOf,
  numberOf,
  timeOf,
  type CellKind,
  type ColumnType,
} from "./kinds.ts";
import type { Cell } from "../read/batch.ts";
import { NumberStore, WordStore, type Words } from "./stores.ts";

/** A finished column. Numbers are numbers; dates are milliseconds since the epoch, yes and no are 1 and 0. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly length: number;
  readonly missing: number;
  /** By row, NaN where there is none; `null` of words. */
  readonly numbers: Float64Array | null;
  readonly words: Words | null;
}

const FEW = 50;
const MOST_CATEGORIES = 1_000;

/** A column that is being read as one type. It keeps nothing any more once something else turned up in it. */
export class ColumnBuilder {
  readonly name: string;
  readonly type: Exclude<ColumnType, "category">;
  readonly #numbers: NumberStore | null;
  readonly #words: WordStore | null;
  #missing = 0;

  constructor(name: string, type: Exclude<ColumnType, "category">) {
    this.name = name;
    this.type = type;
    this.#words = type === "text" ? new WordStore() : null;
    this.#numbers = type === "text" ? null : new NumberStore();
  }

  get length(): number {
    return (this.#words ?? this.#numbers)!.length;
  }

  get bytes(): number {
    return (this.#words ?? this.#numbers)!.bytes;
  }

  /** `kind` is what the cell can be read as; of no matter where words are kept. */
  push(cell: Cell | undefined, kind: CellKind): void {
    if (this.#words !== null) {
      if (cell === "" || cell === null || cell === undefined) this.#missing++;
      return this.#words.push(cell);
    }
    const value = this.#read(cell, kind);
    if (Number.isNaN(value)) this.#missing++;
    this.#numbers!.push(value);
  }

  /** Whether what is kept is all there is to keep of a column of this type. */
  holds(type: ColumnBuilder["type"]): boolean {
    return type === this.type || (type === "number" && this.type === "integer");
  }

  /** `found` is what all of its cells can be read as. */
  finish(found: ColumnBuilder["type"]): Column {
    const { name, length } = this;
    const type = found === "number" ? found : this.type;
    const missing = this.#missing;
    if (this.#numbers !== null)
      return {
        name,
        type,
        length,
        missing,
        numbers: this.#numbers.finish(),
        words: null,
      };
    const words = this.#words!.finish();
    return {
      name,
      type: isCategory(words) ? "category" : "text",
      length,
      missing,
      numbers: null,
      words,
    };
  }

  #read(cell: Cell | undefined, kind: CellKind): number {
    if (cell === undefined || cell === null || kind === "missing") return NaN;
    if (this.type === "date") return timeOf(cell);
    return this.type === "boolean" ? Number(booleanOf(cell)) : numberOf(cell);
  }
}

/** Words that come again and again. */
const isCategory = ({ codes, words, length }: Words): boolean =>
  codes !== null &&
  words.length <= MOST_CATEGORIES &&
  (words.length <= FEW || words.length <= length / 2) &&
  words.length < Math.max(2, length);
