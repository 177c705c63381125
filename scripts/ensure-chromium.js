// @ts-check
/** Makes sure there is a Chromium for the browser tests: installs Debian's where it may, else says what to do. */
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { findChromium } from "./support/find-chromium.js";

const remedy = `The browser tests need Chromium, and none was found${process.env["CHROMIUM_PATH"] ? " at CHROMIUM_PATH" : ""}. Do one of these, then run the command again:
  - Debian or Ubuntu:  sudo apt-get update && sudo apt-get install -y chromium
  - another system:    install Chromium or Chrome, and set CHROMIUM_PATH to its program, for instance
                       CHROMIUM_PATH="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" npm test`;

/** @returns {string} the program's path */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  const prefix = rootPrefix();
  if (prefix !== undefined && !process.env["CHROMIUM_PATH"]) {
    console.log("No Chromium here: installing Debian's with apt-get.");
    const apt = (/** @type {string[]} */ ...args) =>
      spawnSync([...prefix, "apt-get", ...args].join(" "), {
        shell: true,
        stdio: "inherit",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      }).status === 0;
    // An outdated list is no reason to stop: the install says whether it was good enough.
    apt("update");
    const installed = apt("install", "-y", "--no-install-recommends", "chromium") ? findChromium() : undefined;
    if (installed !== undefined) return installed;
  }
  throw new Error(remedy);
}

/** What to put before `apt-get`, or undefined where it may not or cannot be run. */
function rootPrefix() {
  if (!succeeds("apt-get --version")) return undefined;
  if (process.getuid?.() === 0) return [];
  return succeeds("sudo -n true") ? ["sudo", "-n"] : undefined;
}

function succeeds(/** @type {string} */ command) {
  return spawnSync(command, { shell: true, stdio: "ignore" }).status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
