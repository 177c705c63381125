// @ts-check
/** Makes sure there is a Chromium for the browser tests: installs Debian's where it may, else says what to do. */
import { pathToFileURL } from "node:url";
import { aptInstall } from "./support/apt.js";
import { findChromium } from "./support/find-chromium.js";

const remedy = `The browser tests need Chromium, and none was found${process.env["CHROMIUM_PATH"] ? " at CHROMIUM_PATH" : ""}. Do one of these, then run the command again:
  - Debian or Ubuntu:  sudo apt-get update && sudo apt-get install -y chromium
  - another system:    install Chromium or Chrome, and set CHROMIUM_PATH to its program, for instance
                       CHROMIUM_PATH="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" npm test`;

/** @returns {string} the program's path */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  const installed = !process.env["CHROMIUM_PATH"] && aptInstall("chromium") ? findChromium() : undefined;
  if (installed !== undefined) return installed;
  throw new Error(remedy);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
