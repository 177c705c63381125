import { computed } from "../../../reactive/computed.ts";
import { effect } from "../../../reactive/effect.ts";
import { onCleanup } from "../../../reactive/cleanup.ts";
import { untracked } from "../../../reactive/graph.ts";
import { debounced, throttled } from "../../../reactive/rate.ts";
import { signal } from "../../../reactive/signal.ts";
import { currentSession } from "../../../session/current.ts";
import { ansiRuns, withoutAnsi, type LogRun } from "./ansi.ts";
import { LOG_LEVELS, levelNumber, type LogLevel } from "./levels.ts";
import { AllLines, MatchingLines, type LogSource } from "./log-matches.ts";
import type { Log } from "./log.ts";

/** How often a page hears that there is more. */
const TELL_EVERY = 100;
const QUIET_BEFORE_FILTERING = 150;
const MAX_ROWS = 200;
const MAX_QUERY = 200;
const MOST_COPIED = 10_000;

/** A line as pages get it: its number, its level or nothing, and its pieces. */
export type LogRow = readonly [number: number, level: string, runs: LogRun[]];

/** Positions a page may ask for. Another generation has other lines at them. */
interface Shown {
  readonly generation: number;
  readonly start: number;
  readonly end: number;
}

/** What a viewer shows of its log: all lines or those that match, up to now or to where it was paused. */
export class LogView {
  readonly query = signal("");
  readonly level = signal<LogLevel | "">("");
  readonly isPaused = signal(false);
  /** Lines that came while it is paused. */
  readonly waiting = computed(() => (this.isPaused.value ? Math.max(0, this.#end.value - this.shown.value.end) : 0));
  readonly shown = signal<Shown>({ generation: 0, start: 0, end: 0 });
  readonly #log: Log;
  readonly #end = signal(0);
  #source: LogSource;
  #generation = 0;

  constructor(log: Log) {
    this.#log = log;
    this.#source = new AllLines(log);
    untracked(() => this.#tell());
    this.#follow();
  }

  /** What is looked for, as it stands in lines. */
  get needle(): string {
    return this.query.value.trim().toLowerCase().slice(0, MAX_QUERY);
  }

  /** The rows from a position on, for a page; nothing for what is no longer so. What it asks for may be anything. */
  rows(generation: unknown, from: unknown, count: unknown): LogRow[] | null {
    if (generation !== this.#generation || !isWhole(from) || !isWhole(count)) return null;
    const { start, end } = this.shown.peek();
    const first = Math.max(from, this.#source.start, start);
    const last = Math.min(from + Math.min(count, MAX_ROWS), end);
    const rows: LogRow[] = [];
    for (let position = first; position < last; position++) rows.push(this.#row(position));
    return rows;
  }

  /** The last rows, for the first paint. */
  lastRows(count: number): LogRow[] {
    const { start, end } = this.shown.peek();
    return this.rows(this.#generation, Math.max(start, end - count), count) ?? [];
  }

  /** What is shown as plain text, some lines at a time. */
  *text(from = 0): Generator<string> {
    const { start, end } = this.shown.peek();
    for (let position = Math.max(from, start); position < end; position++) {
      yield `${withoutAnsi(this.#log.line(this.#source.numberAt(position)))}\n`;
    }
  }

  /** The end of what is shown, to be copied. */
  textToCopy(): string {
    return [...this.text(this.shown.peek().end - MOST_COPIED)].join("");
  }

  #row(position: number): LogRow {
    const number = this.#source.numberAt(position);
    return [number + 1, LOG_LEVELS[this.#log.levelAt(number) - 1] ?? "", ansiRuns(this.#log.line(number))];
  }

  #follow(): void {
    const query = debounced(() => this.needle, QUIET_BEFORE_FILTERING);
    const cleared = computed(() => (this.#log.changes.value, this.#log.generation));
    const filter = computed(() => ({ text: query.value, level: this.level.value, cleared: cleared.value }));
    const changes = throttled(() => this.#log.changes.value, TELL_EVERY);
    let filtered = filter.peek();
    effect(() => {
      const next = filter.value;
      if (next !== filtered) this.#restart(next.text, next.level);
      filtered = next;
      void changes.value;
      this.#look();
    });
  }

  #restart(text: string, level: LogLevel | ""): void {
    const least = level === "" ? 0 : levelNumber(level);
    const isAll = text === "" && least === 0;
    this.#source = isAll ? new AllLines(this.#log) : new MatchingLines(this.#log, { text, level: least });
    this.#generation++;
  }

  /** Looks at lines, with pauses in which others have their turn. */
  #look(): void {
    const { clock } = currentSession();
    let timer: unknown;
    const step = () => {
      const hasMore = this.#source.advance();
      untracked(() => this.#tell());
      if (hasMore) timer = clock.setTimeout(step, 0);
    };
    step();
    onCleanup(() => clock.clearTimeout(timer));
  }

  #tell(): void {
    const { start, end } = this.#source;
    this.#end.value = end;
    const { generation, end: shownEnd } = this.shown.peek();
    const isHeld = this.isPaused.peek() && generation === this.#generation;
    this.shown.value = { generation: this.#generation, start, end: isHeld ? Math.max(start, shownEnd) : end };
  }

  /** Stops at what is there, or goes on with all that came. */
  pause(isPaused: boolean): void {
    this.isPaused.value = isPaused;
    if (!isPaused) this.#tell();
  }
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
