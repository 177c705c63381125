import { FileProblem } from "./problem.ts";

/** A record cannot be longer. */
const LONGEST_RECORD = 5_000_000;
const OPEN = new Set([0x5b, 0x7b]); // [ {
const CLOSE = new Set([0x5d, 0x7d]); // ] }
const [QUOTE, BACKSLASH, COMMA, NEW_LINE] = [0x22, 0x5c, 0x2c, 0x0a];

/**
 * Finds the elements of a list of JSON, or the values of JSON Lines, in text that comes in pieces: `JSON.parse` then
 * reads each by itself, which is many times faster than to read all of it sign by sign, and needs no more memory than
 * its longest element.
 */
export class JsonElements {
  /** What stands around the elements; known from the first sign. */
  #kind: "list" | "lines" | undefined;
  /** What there is of an element that has begun, from earlier pieces. */
  #before = "";
  #isInside = false;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #isOver = false;

  /** The elements that have ended in this piece, as text. */
  *push(piece: string): Generator<string> {
    let at = this.#kind === undefined ? this.#begin(piece) : 0;
    // Where in this piece the element that has begun goes on.
    let start = at;
    for (; at < piece.length; at++) {
      const sign = piece.charCodeAt(at);
      const ends = this.#step(sign);
      if (!ends && !this.#isInside && sign > 0x20)
        [start, this.#isInside] = [at, true];
      if (!ends || !this.#isInside) continue;
      yield this.#before + piece.slice(start, at);
      [this.#before, this.#isInside] = ["", false];
    }
    if (this.#isInside) this.#before += piece.slice(start);
    if (this.#before.length > LONGEST_RECORD) {
      throw new FileProblem(
        "One record is longer than 5 MB. Is this a list of records?",
      );
    }
  }

  /** What is left when all has come. */
  *end(): Generator<string> {
    if (this.#kind === undefined) return;
    if (this.#isInString || this.#depth > 0) {
      throw new FileProblem(
        "The file ends in the middle of a record. Was it cut off?",
      );
    }
    if (this.#kind === "list" && !this.#isOver) {
      throw new FileProblem(
        "The list of records has no end. Was the file cut off?",
      );
    }
    if (this.#isInside) yield this.#before;
  }

  /** Where the elements begin. */
  #begin(piece: string): number {
    const first = piece.search(/[^\s\ufeff]/);
    if (first < 0) return piece.length;
    this.#kind = piece[first] === "[" ? "list" : "lines";
    return this.#kind === "list" ? first + 1 : first;
  }

  /** Goes on by one sign; answers whether it stands behind an element. */
  #step(sign: number): boolean {
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (sign === BACKSLASH) this.#isEscaped = true;
      else if (sign === QUOTE) this.#isInString = false;
      return false;
    }
    if (sign === QUOTE) this.#isInString = true;
    else if (OPEN.has(sign)) this.#depth++;
    else if (CLOSE.has(sign)) {
      if (this.#depth === 0) return (this.#isOver = true);
      this.#depth--;
    }
    return (
      this.#depth === 0 && sign === (this.#kind === "list" ? COMMA : NEW_LINE)
    );
  }
}
