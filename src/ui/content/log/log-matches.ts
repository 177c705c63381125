import { CHUNK_LINES } from "./log-chunk.ts";
import { withoutAnsi } from "./ansi.ts";
import type { Log } from "./log.ts";

/** Which lines are wanted. */
export interface LogFilter {
  /** In lower case; empty for all. */
  readonly text: string;
  /** The least level, as a number; 0 for all. */
  readonly level: number;
}

/** Lines looked at in one go, so that others have their turn in between. */
const SLICE = 16 * CHUNK_LINES;
const FIRST_ROOM = 1024;

/** A stretch of the lines that match, by position: positions go on as lines come, and those of forgotten lines go. */
export interface LogSource {
  /** The first position there is. */
  readonly start: number;
  readonly end: number;
  /** The line's number at a position. */
  numberAt(position: number): number;
  /** Looks at some more lines; says whether there are more to look at. */
  advance(): boolean;
}

/** All lines: positions are numbers. */
export class AllLines implements LogSource {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  get start(): number {
    return this.#log.first;
  }

  get end(): number {
    return this.#log.end;
  }

  numberAt(position: number): number {
    return position;
  }

  advance(): boolean {
    return false;
  }
}

/** The lines that match a filter, found some at a time. */
export class MatchingLines implements LogSource {
  readonly #log: Log;
  readonly #filter: LogFilter;
  /** Those from position `#base` on; what is before is forgotten. */
  #numbers = new Uint32Array(FIRST_ROOM);
  #base = 0;
  #start = 0;
  #end = 0;
  #lookedAt: number;

  constructor(log: Log, filter: LogFilter) {
    this.#log = log;
    this.#filter = filter;
    this.#lookedAt = log.first;
  }

  get start(): number {
    while (this.#start < this.#end && this.numberAt(this.#start) < this.#log.first) this.#start++;
    return this.#start;
  }

  get end(): number {
    return this.#end;
  }

  numberAt(position: number): number {
    return this.#numbers[position - this.#base] ?? 0;
  }

  advance(): boolean {
    const log = this.#log;
    let number = Math.max(this.#lookedAt, log.first);
    const until = Math.min(log.end, number + SLICE);
    while (number < until) {
      const next = Math.min(until, (Math.floor(number / CHUNK_LINES) + 1) * CHUNK_LINES);
      if (this.#mayMatch(number)) for (; number < next; number++) if (this.#matches(number)) this.#add(number);
      number = next;
    }
    this.#lookedAt = until;
    return until < log.end;
  }

  #mayMatch(number: number): boolean {
    const { text } = this.#filter;
    return text === "" || this.#log.mayHold(number, text);
  }

  #matches(number: number): boolean {
    const { text, level } = this.#filter;
    if (level > 0 && this.#log.levelAt(number) < level) return false;
    return text === "" || withoutAnsi(this.#log.line(number)).toLowerCase().includes(text);
  }

  #add(number: number): void {
    if (this.#end - this.#base === this.#numbers.length) this.#makeRoom();
    this.#numbers[this.#end++ - this.#base] = number;
  }

  /** Lets go of what is forgotten, and grows where that is not enough. */
  #makeRoom(): void {
    const kept = this.#numbers.subarray(this.start - this.#base);
    const isEnough = kept.length < this.#numbers.length / 2;
    const numbers = new Uint32Array(isEnough ? this.#numbers.length : this.#numbers.length * 2);
    numbers.set(kept);
    this.#numbers = numbers;
    this.#base = this.#start;
  }
}
