import { computed, every, signal, watch, type Signal } from "tandem";
import { streamData } from "tandem/ui";
import { growingBar } from "./growing-bar.ts";
import {
  alertsAt,
  indicatorsAt,
  type Alert,
  type Indicators,
} from "./indicators.ts";
import type { Bar, Stock } from "./market.ts";

/** Bars that are shown. */
export const SHOWN = 240;
/** Milliseconds between two prices. */
const BEAT = 50;
const ALERTS = 30;
/** More bars than any indicator looks back. */
const MEMORY = 260;

export const COLUMNS = [
  "time",
  "open",
  "high",
  "low",
  "close",
  "volume",
  "short",
  "long",
  "lower",
  "upper",
  "rsi",
] as const;

/** Plays the past of a stock as if it happened now, from where there is enough of it to see. */
export class Replay {
  readonly data = streamData({ columns: COLUMNS, rollover: SHOWN });
  readonly stock: Signal<Stock>;
  readonly isPlaying = signal(true);
  /** Bars in a second. */
  readonly speed = signal(4);
  readonly shortBars = signal(20);
  readonly longBars = signal(60);
  readonly bar = signal<Bar | undefined>(undefined);
  readonly indicators = signal<Indicators | undefined>(undefined);
  readonly alerts = signal<readonly Alert[]>([]);
  readonly isOver = computed(
    () => this.#position.value >= this.stock.value.bars.length,
  );
  /** How many bars are finished, and what part of the next one has passed. */
  readonly #position = signal(0);

  constructor(stock: Stock) {
    this.stock = signal(stock);
    watch(this.stock, () => this.restart(), { immediate: true });
    watch(
      () => [this.shortBars.value, this.longBars.value],
      () => this.#fill(),
    );
    watch(every(BEAT), () => {
      if (this.isPlaying.peek() && !this.isOver.peek())
        this.advance((this.speed.peek() * BEAT) / 1_000);
    });
  }

  /** From half of what is shown on, or less where there is less. */
  restart(): void {
    const { bars } = this.stock.peek();
    this.#position.value = Math.min(SHOWN / 2, Math.floor(bars.length / 3));
    this.#fill();
  }

  /** Lets so many bars happen; a part of one is the one that still grows. */
  advance(bars: number): void {
    const { length } = this.stock.peek().bars;
    const from = this.#position.peek();
    // Fractions add up to whole bars, and to nothing more.
    const to = Math.min(length, Math.round((from + bars) * 1e6) / 1e6);
    this.#position.value = to;
    for (let index = Math.floor(from); index < Math.ceil(to); index++)
      this.#show(index, to - index);
  }

  /** Shows all bars up to now, with the indicators as they are set. */
  #fill(): void {
    const until = Math.floor(this.#position.peek());
    this.data.clear();
    this.bar.value = undefined;
    this.alerts.value = [];
    for (let index = Math.max(0, until - SHOWN); index < until; index++)
      this.#show(index, 1);
  }

  #show(index: number, part: number): void {
    const { bars } = this.stock.peek();
    const bar = growingBar(bars[index]!, part);
    const before = bars.slice(Math.max(0, index - MEMORY), index);
    const settings = {
      short: this.shortBars.peek(),
      long: this.longBars.peek(),
    };
    const indicators = indicatorsAt([...before, bar], settings);
    const row = { ...bar, ...indicators };
    if (this.bar.peek()?.time === bar.time) this.data.replaceLast(row);
    else this.data.push(row);
    this.bar.value = bar;
    this.indicators.value = indicators;
    if (part >= 1)
      this.#note(
        alertsAt(bar.time, indicatorsAt(before, settings), indicators),
      );
  }

  /** The latest first. */
  #note(alerts: readonly Alert[]): void {
    if (alerts.length > 0)
      this.alerts.value = [...alerts, ...this.alerts.peek()].slice(0, ALERTS);
  }
}
