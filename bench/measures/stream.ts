/**
 * In Chromium: the frame rate of a page whose chart of 4 × 10,000 points grows 60 times a second from the server, against
 * uPlot that is fed the same in the page.
 */
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { openPage, startBrowser } from "../support/browser.ts";
import { median, rounded } from "../support/interleave.ts";
import { ServerProcess } from "../support/server-process.ts";

const ROUNDS = 5;
/** Milliseconds until a page has settled, and that its frames are counted. */
const WARM_UP = 1_500;
const COUNTED = 3_000;

/** Frames, and updates that came from the server, in a second. */
interface Rates {
  readonly frames: number;
  readonly updates: number;
}

/** Runs in the page. */
const COUNT = `new Promise((resolve) => {
  const chart = document.querySelector("tandem-stream-chart");
  let [frames, updates, started] = [0, 0, 0];
  if (chart) {
    const { extend } = chart;
    chart.extend = (...rows) => (updates++, extend.apply(chart, rows));
  }
  const count = (now) => {
    started ||= now;
    frames++;
    if (now - started < ${COUNTED}) return requestAnimationFrame(count);
    const seconds = (now - started) / 1000;
    resolve({ frames: (frames - 1) / seconds, updates: updates / seconds });
  };
  requestAnimationFrame(count);
})`;

/** One page at a time, so that none is drawn behind another. */
async function ratesOf(browser: Browser, url: string): Promise<Rates> {
  const page = await openPage(browser, url);
  await page.waitForSelector("canvas");
  await page.waitForTimeout(WARM_UP);
  const rates = await page.evaluate<Rates>(COUNT);
  await page.context().close();
  return rates;
}

function localPage(): string {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
  const styles = read("../../node_modules/uplot/dist/uPlot.min.css");
  const script = read("local-stream.js").replaceAll("</script", "<\\/script");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Waves</title><meta name="viewport" content="width=device-width,initial-scale=1"><style>${styles}</style></head><body><main><div id="chart"></div></main><script type="module">${script}</script></body></html>`;
}

const browser = await startBrowser();
if (browser === undefined) {
  console.log("{}");
  process.exit();
}
const files = createServer((_request, response) => response.setHeader("Content-Type", "text/html").end(localPage()));
await new Promise<void>((resolve) => files.listen(0, "127.0.0.1", resolve));
const app = await ServerProcess.start("tandem", "StreamApp");
const contenders = [app.url, `http://127.0.0.1:${(files.address() as AddressInfo).port}/`].map((url) => ({
  url,
  rates: [] as Rates[],
}));
const order = [...contenders];
for (let round = 0; round < ROUNDS; round++) {
  for (const { url, rates } of order) rates.push(await ratesOf(browser, url));
  order.reverse();
}
await browser.close();
await app.stop();

const [ours, local] = contenders.map(({ rates }) => median(rates.map(({ frames }) => frames))) as [number, number];
console.log(
  JSON.stringify({
    stream_fps_vs_local: rounded(ours / local),
    stream_fps: rounded(ours),
    local_stream_fps: rounded(local),
    stream_updates_per_second: rounded(median(contenders[0]!.rates.map(({ updates }) => updates))),
  }),
);
process.exit();
