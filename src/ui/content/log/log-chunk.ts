/** How many lines one chunk has. */
export const CHUNK_LINES = 1024;

/** Lines that are kept together: once it is full, as one text, which takes little more than its characters. */
export class LogChunk {
  readonly levels = new Uint8Array(CHUNK_LINES);
  #open: string[] | null = [];
  #text = "";
  #ends = new Uint32Array(0);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  get isFull(): boolean {
    return this.#count === CHUNK_LINES;
  }

  add(line: string, level: number): void {
    this.#open!.push(line);
    this.levels[this.#count++] = level;
    if (this.isFull) this.#seal();
  }

  line(index: number): string {
    if (this.#open !== null) return this.#open[index]!;
    return this.#text.slice(index === 0 ? 0 : this.#ends[index - 1]! + 1, this.#ends[index]);
  }

  /** Whether a text in lower case may be in any of its lines, as quickly as can be: escapes may stand within it. */
  mayHold(text: string): boolean {
    return this.#open !== null || this.#text.includes("\u001b") || this.#text.toLowerCase().includes(text);
  }

  #seal(): void {
    const lines = this.#open!;
    this.#ends = new Uint32Array(CHUNK_LINES);
    let end = -1;
    for (let index = 0; index < CHUNK_LINES; index++) this.#ends[index] = end += lines[index]!.length + 1;
    this.#text = lines.join("\n");
    this.#open = null;
  }
}
