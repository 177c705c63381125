/**
 * In Chromium: a virtual table of 100,000 rows, from the start of the navigation to its first painted rows, against
 * AG Grid that is given the same rows in the page; and frames that show a place without its row while it scrolls.
 */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { app, serve } from "tandem";
import { arraySource, DataTable, TextInput } from "tandem/ui";
import { GRID_COLUMNS, gridRows } from "../pages/grid-rows.ts";
import { startBrowser } from "../support/browser.ts";
import { median, rounded } from "../support/interleave.ts";

const ROUNDS = 9;
const SCROLLED_FRAMES = 300;

/** Runs before all of the page's own: notes when a row has been painted, the frame after the one that found it. */
const WATCH = `requestAnimationFrame(function look() {
  const found = document.querySelector(".ag-row .ag-cell")?.textContent;
  requestAnimationFrame(found ? () => (window.opened = performance.now()) : look);
})`;

/** Scrolls as a person with a wheel does, and looks in each frame whether any place in sight has no row. */
const SCROLL = `(async () => {
  const viewport = document.querySelector(".ag-grid-viewport");
  // A message comes after all that the frame draws.
  const channel = new MessageChannel();
  const frame = () => new Promise((painted) => {
    channel.port1.onmessage = painted;
    requestAnimationFrame(() => channel.port2.postMessage(0));
  });
  const isEmpty = () => {
    const { left, top, bottom } = viewport.getBoundingClientRect();
    for (let y = top + 50; y < bottom - 24; y += 18) {
      const row = document.elementFromPoint(left + 90, y)?.closest(".ag-row");
      if (!row || row.querySelector(".tandem-grid-loading")) return true;
    }
    return false;
  };
  const watch = async (frames, move) => {
    let [empty, run, longest] = [0, 0, 0];
    for (let at = 0; at < frames; at++) {
      move(at);
      await frame();
      run = isEmpty() ? run + 1 : 0;
      empty += run > 0 ? 1 : 0;
      longest = Math.max(longest, run);
    }
    return { empty, longest };
  };
  const wheel = await watch(${SCROLLED_FRAMES}, () => (viewport.scrollTop += 120));
  // Far away, where no row is near: then ten frames of rest.
  const jumps = await watch(100, (at) => at % 10 || (viewport.scrollTop = (viewport.scrollHeight / 11) * (at / 10 + 1)));
  return { wheel, jumps };
})()`;

const source = arraySource(gridRows());
const Table = () => (
  <main>
    <TextInput label="Name" />
    <DataTable virtual label="Customers" rows={source} columns={GRID_COLUMNS} />
  </main>
);
const Local = () => (
  <main>
    <TextInput label="Name" />
    <div id="local-grid" style={{ height: "30rem" }} />
  </main>
);

async function open(browser: Browser, url: string): Promise<{ page: Page; opened: number }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.addInitScript(WATCH);
  await page.goto(url);
  const opened = await page.waitForFunction("window.opened").then((handle) => handle.jsonValue());
  return { page, opened: opened as number };
}

const browser = await startBrowser();
if (browser === undefined) {
  console.log("{}");
  process.exit();
}
const scripts = readFileSync(new URL("local-grid.js", import.meta.url), "utf8");
const servers = await Promise.all(
  [Table, app(Local, { scripts })].map((root) => serve(root, { port: 0, log: () => {} })),
);
const times: [number[], number[]] = [[], []];
const scrolls: { wheel: { empty: number; longest: number }; jumps: { empty: number; longest: number } }[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const order = round % 2 === 0 ? [0, 1] : [1, 0];
  for (const at of order) {
    const { page, opened } = await open(browser, servers[at]!.url);
    if (round > 0) times[at]!.push(opened);
    if (at === 0 && round > 0 && round % 3 === 0) scrolls.push(await page.evaluate(SCROLL));
    await page.context().close();
  }
}
await browser.close();
await Promise.all(servers.map((server) => server.close()));
const [ours, local] = times.map(median) as [number, number];
console.log(
  JSON.stringify({
    grid_open_vs_local: rounded(ours / local),
    grid_open_ms: rounded(ours),
    local_grid_open_ms: rounded(local),
    grid_scroll_empty_frames: median(scrolls.map(({ wheel }) => wheel.empty)),
    grid_scroll_longest_empty_frames: median(scrolls.map(({ wheel }) => wheel.longest)),
    grid_jump_empty_frames: median(scrolls.map(({ jumps }) => jumps.longest)),
  }),
);
