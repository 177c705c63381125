import stocks from "../../examples/apps/stocks/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const stocksExample: Example = {
  path: "apps/stocks",
  title: "Stocks",
  summary: "Candles that grow as you watch, with averages and signals, from real prices.",
  text: "The server plays the past of the S&P 500 and of five shares, and computes what traders draw over it; the browser gets typed arrays and draws at its own frame rate. Change an average while it runs, stop it, drag over a stretch to look closer.",
  ...wholeApp({ stocks }),
  files: [
    "apps/stocks/app.tsx",
    "apps/stocks/charts.tsx",
    "apps/stocks/replay.ts",
    "apps/stocks/growing-bar.ts",
    "apps/stocks/indicators.ts",
    "apps/stocks/figures.tsx",
    "apps/stocks/market.ts",
    "apps/stocks/stocks.css",
  ],
};
