import type { Cell } from "../read/batch.ts";

const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;
/** More different words are kept as bytes, one after the other: a dictionary of them would be larger than the words. */
const MOST_WORDS = 100_000;

/** Numbers as they come; NaN where there is none. */
export class NumberStore {
  readonly #chunks: Float64Array[] = [];
  length = 0;

  push(value: number): void {
    if ((this.length & (CHUNK - 1)) === 0)
      this.#chunks.push(new Float64Array(CHUNK));
    this.#chunks[this.length >> CHUNK_BITS]![this.length & (CHUNK - 1)] = value;
    this.length++;
  }

  get bytes(): number {
    return this.#chunks.length * CHUNK * 8;
  }

  /** All of them in one piece; the store is empty then. */
  finish(): Float64Array {
    const all = new Float64Array(this.length);
    for (let at = 0; this.#chunks.length > 0; at += CHUNK) {
      const chunk = this.#chunks.shift()!;
      all.set(
        at + CHUNK <= this.length ? chunk : chunk.subarray(0, this.length - at),
        at,
      );
    }
    return all;
  }
}

/** What a finished column of words is. */
export interface Words {
  readonly length: number;
  /** By row: a position in `words`. `null` if there are too many to be told apart. */
  readonly codes: Uint32Array | null;
  readonly words: readonly string[];
  at(row: number): string;
}

/** Words as they come: each different one once, as long as there are not too many. */
export class WordStore {
  #codes = new Uint32Array(CHUNK);
  readonly #words: string[] = [];
  #known: Map<string, number> | null = new Map();
  #packed: PackedWords | null = null;
  length = 0;

  push(cell: Cell | undefined): void {
    const word = cell === null || cell === undefined ? "" : String(cell);
    this.length++;
    if (this.#packed !== null) return this.#packed.push(word);
    let code = this.#known!.get(word);
    if (code === undefined) {
      if (this.#words.length >= MOST_WORDS) return this.#pack(word);
      code = this.#words.length;
      this.#words.push(word);
      this.#known!.set(word, code);
    }
    if (this.length > this.#codes.length) this.#codes = grown(this.#codes);
    this.#codes[this.length - 1] = code;
  }

  get bytes(): number {
    return (
      this.#packed?.bytes ?? this.#codes.byteLength + this.#words.length * 100
    );
  }

  finish(): Words {
    this.#known = null;
    if (this.#packed !== null) return this.#packed;
    const codes = this.#codes.slice(0, this.length);
    const words = this.#words;
    return {
      length: this.length,
      codes,
      words,
      at: (row) => words[codes[row]!]!,
    };
  }

  #pack(word: string): void {
    const packed = new PackedWords();
    for (let row = 0; row < this.length - 1; row++)
      packed.push(this.#words[this.#codes[row]!]!);
    packed.push(word);
    this.#packed = packed;
    this.#known = null;
    this.#words.length = 0;
    this.#codes = new Uint32Array(0);
  }
}

/** Words as bytes, one after the other, and where each ends. */
class PackedWords implements Words {
  readonly codes = null;
  readonly words: readonly string[] = [];
  length = 0;
  #bytes = Buffer.allocUnsafe(1 << 20);
  #ends = new Uint32Array(CHUNK);

  push(word: string): void {
    const start = this.length === 0 ? 0 : this.#ends[this.length - 1]!;
    // A sign takes three bytes at most.
    while (start + word.length * 3 > this.#bytes.length)
      this.#bytes = Buffer.from(grown(this.#bytes).buffer);
    if (this.length >= this.#ends.length) this.#ends = grown(this.#ends);
    this.#ends[this.length++] = start + this.#bytes.write(word, start);
  }

  at(row: number): string {
    return this.#bytes.toString(
      "utf8",
      row === 0 ? 0 : this.#ends[row - 1],
      this.#ends[row],
    );
  }

  get bytes(): number {
    return this.#bytes.length + this.#ends.byteLength;
  }
}

function grown<T extends Uint8Array | Uint32Array>(array: T): T {
  const larger = new (array instanceof Uint32Array ? Uint32Array : Uint8Array)(
    array.length * 2,
  ) as T;
  larger.set(array);
  return larger;
}
