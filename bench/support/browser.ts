import { chromium, type Browser, type Page } from "playwright-core";
import { findChromium } from "../../scripts/support/find-chromium.js";

/** Chromium, or `undefined` where there is none. */
export async function startBrowser(): Promise<Browser | undefined> {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** A page that is shown when it is measured: browsers hold back what is behind another tab. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(url, { waitUntil: "networkidle" });
  return page;
}

/** The middle fifth's mean: a median that is not as coarse as the browser's clock. */
export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [from, to] = [Math.floor(sorted.length * 0.4), Math.max(1, Math.ceil(sorted.length * 0.6))];
  const part = sorted.slice(from, to);
  return part.reduce((sum, value) => sum + value, 0) / part.length;
}
