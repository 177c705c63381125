import { describe, expect, it } from "vitest";
import { mount } from "tandem/testing";
import stocks from "../../../examples/apps/stocks/app.tsx";
import { growingBar } from "../../../examples/apps/stocks/growing-bar.ts";
import { alertsAt, indicatorsAt } from "../../../examples/apps/stocks/indicators.ts";
import { readMarket, type Bar } from "../../../examples/apps/stocks/market.ts";

const bar = (close: number, rest: Partial<Bar> = {}): Bar => ({
  time: close,
  open: close,
  high: close,
  low: close,
  close,
  volume: 1,
  ...rest,
});
const bars = (...closes: number[]) => closes.map((close) => bar(close));

describe("stocks", () => {
  it("E270: are real prices: of the index day by day, of five shares month by month", () => {
    const market = readMarket();
    expect(market.map(({ symbol, bars: { length } }) => [symbol, length])).toEqual([
      ["SPX", 5_105],
      ["AAPL", 123],
      ["AMZN", 123],
      ["GOOG", 68],
      ["IBM", 123],
      ["MSFT", 123],
    ]);
    for (const stock of market) {
      for (const { open, high, low, close } of stock.bars) {
        expect(Math.max(open, close)).toBeLessThanOrEqual(high);
        expect(Math.min(open, close)).toBeGreaterThanOrEqual(low);
      }
      expect(stock.bars.map(({ time }) => time)).toEqual(stock.bars.map(({ time }) => time).toSorted((a, b) => a - b));
    }
  });

  it("E271: have averages, Bollinger's bands and Wilder's relative strength", () => {
    const settings = { short: 2, long: 4 };
    expect(indicatorsAt(bars(1), settings)).toEqual({ short: null, long: null, lower: null, upper: null, rsi: null });
    expect(indicatorsAt(bars(1, 2, 3, 6), settings)).toEqual({
      short: 4.5,
      long: 3,
      lower: 1.5,
      upper: 7.5,
      rsi: null,
    });
    // Wilder's own example begins like this: fourteen changes, of which the mean gain is 0.24 and the mean loss 0.1.
    const prices = [
      44.34, 44.09, 44.15, 43.61, 44.33, 44.83, 45.1, 45.42, 45.84, 46.08, 45.89, 46.03, 45.61, 46.28, 46.28,
    ];
    expect(indicatorsAt(bars(...prices), settings).rsi).toBeCloseTo(70.5, 0);
    expect(indicatorsAt(bars(...Array<number>(20).fill(5)), settings).rsi).toBe(50);
  });

  it("E271: tell of averages that cross, and of prices that went far", () => {
    const at = (short: number, long: number, rsi: number) => ({ short, long, lower: 0, upper: 0, rsi });
    const texts = (...args: Parameters<typeof alertsAt>) =>
      alertsAt(...args).map(({ kind, text }) => `${kind}: ${text}`);
    expect(texts(1, at(1, 2, 50), at(3, 2, 50))).toEqual(["rise: The short average crossed above the long one"]);
    expect(texts(1, at(3, 2, 69), at(1, 2, 71))).toEqual([
      "fall: The short average crossed below the long one",
      "fall: Overbought: RSI above 70",
    ]);
    expect(texts(1, at(3, 2, 31), at(3, 2, 29))).toEqual(["rise: Oversold: RSI below 30"]);
    expect(texts(1, at(3, 2, 71), at(4, 2, 80))).toEqual([]);
  });

  it("E272: grow from the open to the close, through the low and the high", () => {
    const whole = bar(12, { open: 10, high: 13, low: 9, volume: 100 });
    expect(growingBar(whole, 0)).toEqual({ ...whole, close: 10, high: 10, low: 10, volume: 0 });
    expect(growingBar(whole, 1 / 3)).toMatchObject({ close: 9, high: 10, low: 9 });
    expect(growingBar(whole, 0.5)).toMatchObject({ close: 11, high: 11, low: 9, volume: 50 });
    expect(growingBar(whole, 1)).toEqual(whole);
    expect(growingBar(whole, 1.5)).toEqual(whole);
  });

  it("E273: are played at the speed that is chosen, stand still when they are stopped, and start over at the end", async () => {
    await using app = await mount(stocks);
    const { screen, user } = app;
    const date = () => screen.getByRole("group", { name: "Date" }).textContent;
    const price = () => screen.getByRole("group", { name: "S&P 500" }).textContent;
    expect(date()).toBe("DateJun 22, 2000");
    await app.clock.advance(1_000);
    expect(date()).toBe("DateJun 28, 2000");
    const before = price();
    await app.clock.advance(100);
    expect(price()).not.toBe(before);
    await user.click(screen.getByRole("button", { name: "Stop" }));
    const stopped = date();
    await app.clock.advance(1_000);
    expect(date()).toBe(stopped);
    await user.click(screen.getByRole("radio", { name: "64" }));
    await user.click(screen.getByRole("button", { name: "Play" }));
    await app.clock.advance(10_000);
    expect(date()).toMatch(/2003$/);
    expect(screen.getAllByText("Buy").length).toBeGreaterThan(1);
    await user.selectOptions(screen.getByRole("combobox", { name: "Symbol" }), "GOOG · Google");
    await app.clock.advance(2_000);
    expect(screen.getByRole("group", { name: "Google" })).toBeTruthy();
    expect(date()).toBe("DateMar 1, 2010");
    await user.click(screen.getByRole("button", { name: "Start over" }));
    expect(date()).toMatch(/2006$/);
  });

  it("E274: show what is chosen: indicators over the price, their lengths, and volume only where it is known", async () => {
    await using app = await mount(stocks);
    const { screen, user } = app;
    const labels = () =>
      [...app.document.querySelectorAll("tandem-stream-chart")].flatMap((chart) =>
        (chart as unknown as { spec: { series: { label: string }[] } }).spec.series.map(({ label }) => label),
      );
    await user.click(screen.getByRole("button", { name: "Stop" }));
    expect(labels()).toEqual(["Bollinger", "Price", "Average of 20", "Average of 60", "Shares traded"]);
    await user.click(screen.getByRole("checkbox", { name: "Bollinger" }));
    expect(labels()).toEqual(["Price", "Average of 20", "Average of 60", "Shares traded"]);
    await user.selectOptions(screen.getByRole("combobox", { name: "Symbol" }), "IBM · IBM");
    expect(labels().at(-1)).toBe("RSI of 14");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Volume" }).disabled).toBe(true);
  });
});
