import { TandemError } from "../../../core/errors.ts";
import { signal, type ReadonlySignal } from "../../../reactive/signal.ts";
import { CHUNK_LINES, LogChunk } from "./log-chunk.ts";
import { levelIn, levelNumber, type LogLevel } from "./levels.ts";

export interface LogOptions {
  /** How many lines are kept; 1,000,000 unless told. The oldest go, some at a time. */
  capacity?: number;
  /** What level a line has; read from the line unless told. */
  levelOf?: (line: string) => LogLevel | undefined;
  /** Longer lines are cut, in characters; 5,000 unless told. */
  maxLineLength?: number;
}

const CAPACITY = 1_000_000;
const MAX_LINE_LENGTH = 5_000;

/**
 * Lines that only come, kept on the server for any number of {@link LogViewer}s. Lines have numbers from 0 that they
 * keep; the oldest are forgotten.
 */
export class Log {
  readonly capacity: number;
  readonly #levelOf: (line: string) => LogLevel | undefined;
  readonly #maxLineLength: number;
  readonly #changes = signal(0);
  #chunks: LogChunk[] = [];
  /** Which chunk the first one is, of all there ever were. */
  #firstChunk = 0;
  #first = 0;
  #end = 0;
  #generation = 0;
  /** The start of a line whose end has not come. */
  #rest = "";

  constructor({ capacity = CAPACITY, levelOf = levelIn, maxLineLength = MAX_LINE_LENGTH }: LogOptions) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new TandemError(
        "ui/bad-log",
        `Expected capacity to be a whole number from 1, but got ${String(capacity)}.`,
      );
    }
    this.capacity = capacity;
    this.#levelOf = levelOf;
    this.#maxLineLength = maxLineLength;
  }

  /** Counts what changed; reactive, for whoever shows the log. */
  get changes(): ReadonlySignal<number> {
    return this.#changes;
  }

  /** The number of the first line that is kept. */
  get first(): number {
    return this.#first;
  }

  /** The number that the next line will have. */
  get end(): number {
    return this.#end;
  }

  /** How many lines are kept. */
  get length(): number {
    return this.#end - this.#first;
  }

  /** Counts how often all was cleared: numbers mean other lines since. */
  get generation(): number {
    return this.#generation;
  }

  /** Adds whole lines: one, or several with line breaks between. */
  append(text: string, level?: LogLevel): void {
    const lines = text.endsWith("\n") ? text.slice(0, -1) : text;
    let start = 0;
    for (let at = lines.indexOf("\n"); at >= 0; at = lines.indexOf("\n", start)) {
      this.#add(lines.slice(start, at), level);
      start = at + 1;
    }
    this.#add(start === 0 ? lines : lines.slice(start), level);
    this.#changed();
  }

  /** Adds what a stream brings: a line is there when its end has come. */
  write(part: string): void {
    const text = this.#rest + part;
    const end = text.lastIndexOf("\n");
    this.#rest = text.slice(end + 1);
    if (this.#rest.length > this.#maxLineLength) this.flush();
    if (end >= 0) this.append(text.slice(0, end));
  }

  /** Adds the line that `write` has begun, although its end has not come. */
  flush(): void {
    const rest = this.#rest;
    this.#rest = "";
    if (rest !== "") this.append(rest);
  }

  /** Forgets all lines. */
  clear(): void {
    this.#chunks = [];
    this.#firstChunk = this.#first = this.#end = 0;
    this.#rest = "";
    this.#generation++;
    this.#changed();
  }

  /** The line with this number; empty if it is not kept. */
  line(number: number): string {
    return number < this.#first || number >= this.#end ? "" : this.#chunkOf(number).line(number % CHUNK_LINES);
  }

  /** The level of the line with this number, as a number from 0 for none. */
  levelAt(number: number): number {
    return this.#chunkOf(number).levels[number % CHUNK_LINES]!;
  }

  /** Whether any line between this number and the next multiple of 1,024 may have `text`, which is in lower case. */
  mayHold(number: number, text: string): boolean {
    return this.#chunkOf(number).mayHold(text);
  }

  #chunkOf(number: number): LogChunk {
    return this.#chunks[Math.floor(number / CHUNK_LINES) - this.#firstChunk]!;
  }

  #add(text: string, level: LogLevel | undefined): void {
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    const line = whole.length > this.#maxLineLength ? `${whole.slice(0, this.#maxLineLength)}…` : whole;
    if (this.#chunks.length === 0 || this.#chunks.at(-1)!.isFull) this.#chunks.push(new LogChunk());
    this.#chunks.at(-1)!.add(line, levelNumber(level ?? this.#levelOf(line)));
    this.#end++;
  }

  /** Whole chunks go, so that nothing is moved. Between `capacity` and 1,024 more lines are in memory. */
  #changed(): void {
    if (this.length > this.capacity) this.#first = this.#end - this.capacity;
    const gone = Math.floor(this.#first / CHUNK_LINES) - this.#firstChunk;
    if (gone > 0) {
      this.#chunks.splice(0, gone);
      this.#firstChunk += gone;
    }
    this.#changes.value++;
  }
}

/**
 * Makes a log: lines that only come, held on the server, up to a million of them. Show it with `LogViewer`.
 *
 * @example
 * ```tsx
 * import { createLog, LogViewer } from "tandem/ui";
 *
 * const log = createLog(); // outside of components: one for all sessions
 * log.append("INFO started");
 *
 * export const Console = () => <LogViewer log={log} label="Console" />;
 * ```
 *
 * `append` adds lines, `write` what a stream brings; both are cheap enough for thousands a second. Throws a `TandemError`
 * (`ui/bad-log`) for a capacity that is none.
 */
export function createLog(options: LogOptions = {}): Log {
  return new Log(options);
}
