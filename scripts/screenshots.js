// @ts-check
/**
 * Takes the README's pictures of the gallery and its apps: `node scripts/screenshots.js`, after `npm run build`.
 * Each is a page of the gallery as it is served, once it is attached and what it shows has arrived.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { ensureChromium } from "./ensure-chromium.js";
import { root } from "./support/run.js";

/**
 * @typedef {object} Picture
 * @property {string} name of the file
 * @property {string} path
 * @property {"light" | "dark"} scheme
 * @property {string} ready what is there when the page is worth a picture
 * @property {(page: import("playwright-core").Page) => Promise<unknown>} [prepare]
 */

/** @type {Picture[]} */
const pictures = [
  { name: "gallery", path: "/", scheme: "light", ready: "h1" },
  { name: "stocks", path: "/stocks", scheme: "light", ready: "canvas", prepare: (page) => page.waitForTimeout(20_000) },
  {
    name: "crossfilter",
    path: "/crossfilter",
    scheme: "dark",
    ready: "canvas",
    prepare: (page) => dragOver(page, "canvas", [0.35, 0.75]),
  },
  {
    name: "admin",
    path: "/admin",
    scheme: "light",
    ready: "form",
    async prepare(page) {
      await page.getByLabel("Name").fill("ada");
      await page.getByLabel("Password", { exact: true }).fill("engine");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("row").nth(3).waitFor();
    },
  },
  {
    name: "explorer",
    path: "/explorer",
    scheme: "light",
    ready: "h1",
    async prepare(page) {
      await page.getByRole("button", { name: /^Movies/ }).click();
      await page.getByRole("tab", { name: "Chart" }).click();
      await page.locator("canvas").first().waitFor();
      await page.waitForTimeout(2_000);
    },
  },
  {
    name: "assistant",
    path: "/assistant",
    scheme: "dark",
    ready: "textarea",
    async prepare(page) {
      await page.getByRole("log").or(page.locator("main")).getByRole("button").first().click();
      await page.waitForTimeout(8_000);
    },
  },
];

/**
 * Drags over a part of an element from one share of its width to another.
 *
 * @param {import("playwright-core").Page} page @param {string} selector @param {[number, number]} shares
 */
async function dragOver(page, selector, [from, to]) {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`Expected ${selector} on the page.`);
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, middle, { steps: 8 });
  await page.mouse.up();
  await page.waitForLoadState("networkidle");
}

const folder = join(root, "docs/images");
const size = { width: 1280, height: 800 };

async function serveGallery() {
  const { serve } = await import(pathToFileURL(join(root, "dist/index.js")).href);
  const { buildApp } = await import(pathToFileURL(join(root, "dist/cli/built-app.js")).href);
  const file = join(root, "gallery/app.tsx");
  return serve(await buildApp({ file, folder: join(root, "gallery"), shownFrom: root }), { port: 0, log: () => {} });
}

/** @param {import("playwright-core").Browser} browser @param {string} url @param {Picture} picture */
async function take(browser, url, { name, path, scheme, ready, prepare }) {
  const context = await browser.newContext({ viewport: size, colorScheme: scheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(new URL(path, url).href, { waitUntil: "networkidle" });
  await page.locator(ready).first().waitFor();
  await prepare?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/images/${name}.png`);
}

const server = await serveGallery();
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ["--no-sandbox"] });
try {
  await mkdir(folder, { recursive: true });
  const only = process.argv.slice(2);
  for (const picture of pictures) {
    if (only.length === 0 || only.includes(picture.name)) await take(browser, server.url, picture);
  }
} finally {
  await browser.close();
  await server.close();
}
