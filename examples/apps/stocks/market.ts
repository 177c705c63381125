import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What a stock did in one day, or in one month. */
export interface Bar {
  /** Milliseconds since 1970, at midnight in Greenwich. */
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** `NaN` where it is not known. */
  readonly volume: number;
}

export interface Stock {
  readonly symbol: string;
  readonly name: string;
  readonly period: "day" | "month";
  readonly bars: readonly Bar[];
}

const NAMES: Readonly<Record<string, string>> = {
  AAPL: "Apple",
  AMZN: "Amazon",
  GOOG: "Google",
  IBM: "IBM",
  MSFT: "Microsoft",
};

/** The S&P 500 day by day, and five shares month by month, as the package `vega-datasets` has them. */
export function readMarket(): readonly Stock[] {
  return [
    {
      symbol: "SPX",
      name: "S&P 500",
      period: "day",
      bars: readTable("sp500-2000.csv").map(dailyBar),
    },
    ...monthlyStocks(readTable("stocks.csv")),
  ];
}

type Line = Readonly<Record<string, string>>;

function readTable(file: string): Line[] {
  const folder = new URL(
    "../data/",
    `file://${createRequire(import.meta.url).resolve("vega-datasets")}`,
  );
  const [head = "", ...lines] = readFileSync(new URL(file, folder), "utf8")
    .trim()
    .split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) =>
    Object.fromEntries(
      line.split(",").map((text, index) => [names[index], text]),
    ),
  );
}

const dailyBar = ({ date, open, high, low, close, volume }: Line): Bar => ({
  time: Date.parse(`${date}T00:00:00Z`),
  open: Number(open),
  high: Number(high),
  low: Number(low),
  close: Number(close),
  volume: Number(volume),
});

/** Only the price at each month's end is known: a month opens where the one before closed. */
function monthlyStocks(lines: readonly Line[]): Stock[] {
  return Object.entries(NAMES).map(([symbol, name]) => {
    const prices = lines.filter((line) => line["symbol"] === symbol);
    const bars = prices.map(({ date, price }, index) => {
      const close = Number(price);
      const open = Number(prices[Math.max(0, index - 1)]!["price"]);
      const time = Date.parse(`${date} UTC`);
      return {
        time,
        open,
        high: Math.max(open, close),
        low: Math.min(open, close),
        close,
        volume: Number.NaN,
      };
    });
    return { symbol, name, period: "month", bars };
  });
}
