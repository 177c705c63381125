import type { Bar } from "./market.ts";

export interface IndicatorSettings {
  /** Bars of the two averages. */
  readonly short: number;
  readonly long: number;
}

/** What is made of the prices up to one bar; `null` where there are too few. */
export interface Indicators {
  readonly short: number | null;
  readonly long: number | null;
  /** Two standard deviations around the short average: John Bollinger's bands. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Welles Wilder's index of relative strength, 0 to 100. */
  readonly rsi: number | null;
}

const RSI_BARS = 14;
/** Enough for Wilder's smoothing to have forgotten where it began. */
const RSI_MEMORY = 15 * RSI_BARS;

/** The indicators at the last of these bars. */
export function indicatorsAt(
  bars: readonly Bar[],
  { short, long }: IndicatorSettings,
): Indicators {
  const average = meanOf(bars, short);
  const spread =
    average === null ? null : 2 * deviation(bars.slice(-short), average);
  return {
    short: average,
    long: meanOf(bars, long),
    lower: average === null || spread === null ? null : average - spread,
    upper: average === null || spread === null ? null : average + spread,
    rsi: relativeStrength(bars.slice(-RSI_MEMORY)),
  };
}

function meanOf(bars: readonly Bar[], count: number): number | null {
  if (bars.length < count) return null;
  return bars.slice(-count).reduce((sum, { close }) => sum + close, 0) / count;
}

const deviation = (bars: readonly Bar[], mean: number): number =>
  Math.sqrt(
    bars.reduce((sum, { close }) => sum + (close - mean) ** 2, 0) / bars.length,
  );

function relativeStrength(bars: readonly Bar[]): number | null {
  if (bars.length <= RSI_BARS) return null;
  let [gain, loss] = [0, 0];
  for (let index = 1; index < bars.length; index++) {
    const change = bars[index]!.close - bars[index - 1]!.close;
    // A plain mean at first, then each change counts a fourteenth.
    const weight = 1 / Math.min(index, RSI_BARS);
    gain += (Math.max(0, change) - gain) * weight;
    loss += (Math.max(0, -change) - loss) * weight;
  }
  return gain + loss === 0 ? 50 : (100 * gain) / (gain + loss);
}

/** What traders would look up at. */
export interface Alert {
  readonly time: number;
  readonly kind: "rise" | "fall";
  readonly text: string;
}

/** What happened from one finished bar to the next. */
export function alertsAt(
  time: number,
  before: Indicators,
  now: Indicators,
): Alert[] {
  const alerts: Alert[] = [];
  const crossed = crossing(before, now);
  if (crossed > 0)
    alerts.push({
      time,
      kind: "rise",
      text: "The short average crossed above the long one",
    });
  if (crossed < 0)
    alerts.push({
      time,
      kind: "fall",
      text: "The short average crossed below the long one",
    });
  if (before.rsi !== null && now.rsi !== null) {
    if (before.rsi < 70 && now.rsi >= 70)
      alerts.push({ time, kind: "fall", text: "Overbought: RSI above 70" });
    if (before.rsi > 30 && now.rsi <= 30)
      alerts.push({ time, kind: "rise", text: "Oversold: RSI below 30" });
  }
  return alerts;
}

/** Which way the short average went through the long one; 0 for none. */
function crossing(before: Indicators, now: Indicators): number {
  if (
    before.short === null ||
    before.long === null ||
    now.short === null ||
    now.long === null
  )
    return 0;
  const sides = [
    Math.sign(before.short - before.long),
    Math.sign(now.short - now.long),
  ] as const;
  return sides[0] === sides[1] ? 0 : sides[1];
}
