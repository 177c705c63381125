/**
 * In Chromium: the js-framework-benchmark operations from click to painted, against React 19 that renders the same
 * table in the page. Painted is the frame after the first that found the DOM changed, for both alike.
 */
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { openPage, startBrowser } from "../support/browser.ts";
import { median, rounded } from "../support/interleave.ts";
import { ServerProcess } from "../support/server-process.ts";

const ROUNDS = 7;
const WARM_UP = 2;

/** An operation: what is clicked, and when it is seen in the table. Both are source text that runs in the page. */
interface Step {
  readonly name?: string;
  readonly click: string;
  /** Sees `rows`, and `before`: the text of the rows 2, 991 and 999 before the click. */
  readonly done: string;
}

const byId = (id: string) => `document.getElementById("${id}")`;
const link = (row: number, column: number) => `rows[${row}].cells[${column}].firstChild`;

/** In the order in which a person might do it. */
const steps: readonly Step[] = [
  { name: "create_1000", click: byId("run"), done: "rows.length === 1000" },
  { name: "replace", click: byId("run"), done: "rows.length === 1000 && text(1) !== before[0]" },
  { name: "update_every_10th", click: byId("update"), done: "text(990) !== before[1]" },
  { name: "select", click: link(4, 1), done: 'rows[4].className === "danger"' },
  { name: "swap", click: byId("swaprows"), done: "text(1) === before[2]" },
  { name: "remove", click: link(3, 2), done: "rows.length === 999" },
  { click: byId("run"), done: "rows.length === 1000" },
  { name: "append", click: byId("add"), done: "rows.length === 2000" },
  { click: byId("run"), done: "rows.length === 1000" },
  { name: "clear", click: byId("clear"), done: "rows.length === 0" },
  { name: "create_10000", click: byId("runlots"), done: "rows.length === 10000" },
  { click: byId("clear"), done: "rows.length === 0" },
];

const source = ({ click, done }: Step) => `(async () => {
  const { rows } = document.querySelector("tbody");
  const text = (index) => rows[index]?.cells[1].textContent;
  const before = [text(1), text(990), text(998)];
  const frame = () => new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 20));
  const button = ${click};
  const started = performance.now();
  button.click();
  do await frame(); while (!(${done}));
  await frame();
  return performance.now() - started;
})()`;

async function play(page: Page, times: Record<string, number[]>): Promise<void> {
  await page.bringToFront();
  for (const step of steps) {
    const ms = await page.evaluate<number>(source(step));
    if (step.name !== undefined) (times[step.name] ??= []).push(ms);
  }
}

/** The same styles as in pages of Tandem. */
function reactPage(): string {
  const styles = readFileSync(new URL("../../dist/browser/tandem.css", import.meta.url), "utf8");
  const script = readFileSync(new URL("react-table.js", import.meta.url), "utf8");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rows</title><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><style>${styles}</style></head><body><div id="root"></div><script type="module">${script.replaceAll("</script", "<\\/script")}</script></body></html>`;
}

const browser = await startBrowser();
if (browser === undefined) {
  console.log("{}");
  process.exit();
}
const files = createServer((_request, response) => response.setHeader("Content-Type", "text/html").end(reactPage()));
await new Promise<void>((resolve) => files.listen(0, "127.0.0.1", resolve));
const app = await ServerProcess.start("tandem", "TableApp");
const urls = [app.url, `http://127.0.0.1:${(files.address() as AddressInfo).port}/`];
const contenders = await Promise.all(
  urls.map(async (url) => ({ page: await openPage(browser, url), times: {} as Record<string, number[]> })),
);
const order = [...contenders];
for (let round = -WARM_UP; round < ROUNDS; round++) {
  for (const contender of order) {
    if (round === 0) contender.times = {};
    await play(contender.page, contender.times);
  }
  order.reverse();
}
await browser.close();
await app.stop();

const [ours, react] = contenders.map(({ times }) => times) as [Record<string, number[]>, Record<string, number[]>];
const figures: Record<string, number> = {};
const ratios = Object.keys(ours).map((name) => {
  const [mine, theirs] = [median(ours[name]!), median(react[name]!)];
  console.error(`${name.padEnd(18)} ${mine.toFixed(1).padStart(7)} ms  React ${theirs.toFixed(1).padStart(7)} ms`);
  figures[`${name}_vs_local_react`] = rounded(mine / theirs);
  return mine / theirs;
});
const geometricMean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
console.log(JSON.stringify({ table_vs_local_react: rounded(geometricMean), ...figures }));
process.exit();
