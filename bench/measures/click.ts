/** In Chromium: from a click to the changed DOM, against a page and a `ws` server written by hand for just that. */
import type { Page } from "playwright-core";
import { middle, openPage, startBrowser } from "../support/browser.ts";
import { rounded } from "../support/interleave.ts";
import { ServerProcess } from "../support/server-process.ts";

const ROUNDS = 10;
const CLICKS = 40;

/** Runs in the page: from when a click arrives to when its text is there. */
function watchClicks(): void {
  const button = document.querySelector("button")!;
  let started = 0;
  const times: number[] = [];
  window.addEventListener("click", () => (started = performance.now()), true);
  new MutationObserver(() => times.push(performance.now() - started)).observe(button, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  Object.assign(window, { clickTimes: times });
}

/** Runs in the page: clicks by script, when all that a click before had changed is painted. */
async function clickByScript(count: number): Promise<void> {
  const button = document.querySelector("button")!;
  const { clickTimes } = window as unknown as { clickTimes: number[] };
  const told = clickTimes.length;
  for (let i = 1; i <= count; i++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 1 + Math.random() * 10)));
    button.click();
    while (clickTimes.length < told + i) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** As a person does it: the browser also paints the pressed button meanwhile. */
async function clickWithMouse(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.locator("button").boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  for (let i = 0; i < CLICKS; i++) {
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(4 + Math.random() * 16); // so that no two clicks stand alike to the browser's own frames
  }
}

const takeTimes = (page: Page) =>
  page.evaluate(() => (window as unknown as { clickTimes: number[] }).clickTimes.splice(0));

const browser = await startBrowser();
if (browser === undefined) {
  console.log("{}");
  process.exit();
}
const app = await ServerProcess.start("tandem", "Click");
const hand = await ServerProcess.start("bare", "count");
const contenders = await Promise.all(
  [app, hand].map(async ({ url }) => ({
    page: await openPage(browser, url),
    byScript: [] as number[],
    withMouse: [] as number[],
  })),
);
for (const { page } of contenders) await page.evaluate(watchClicks);
const order = [...contenders];
for (let round = -2; round < ROUNDS; round++) {
  for (const contender of order) {
    const { page } = contender;
    if (round === 0) contender.byScript = contender.withMouse = [];
    await page.bringToFront();
    await page.evaluate(clickByScript, CLICKS);
    contender.byScript = contender.byScript.concat(await takeTimes(page));
    await clickWithMouse(page);
    contender.withMouse = contender.withMouse.concat(await takeTimes(page));
  }
  order.reverse();
}
const [ours, theirs] = contenders.map(({ byScript }) => middle(byScript)) as [number, number];
const [ourMouse, theirMouse] = contenders.map(({ withMouse }) => middle(withMouse)) as [number, number];
await browser.close();
await Promise.all([app.stop(), hand.stop()]);
console.log(
  JSON.stringify({
    click_p50_vs_handwritten: rounded(ours / theirs),
    click_p50_ms: rounded(ours),
    handwritten_click_p50_ms: rounded(theirs),
    mouse_click_p50_vs_handwritten: rounded(ourMouse / theirMouse),
    mouse_click_p50_ms: rounded(ourMouse),
  }),
);
process.exit();
