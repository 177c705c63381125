import { chromium, type Browser } from "playwright-core";
import { findChromium } from "../../scripts/support/find-chromium.js";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a headless Chromium. Whoever starts it closes it, in `afterAll` or with `await using`.
 *
 *     await using browser = await launchChromium();
 *     const page = await browser.newPage();
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("No Chromium found: run `node scripts/ensure-chromium.js`.");
  return chromium.launch({ executablePath, args: quiet });
}
