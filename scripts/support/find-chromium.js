// @ts-check
import { findProgram, isProgram } from "./find-program.js";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The Chromium the tests drive: `CHROMIUM_PATH` if set, else the first one on `PATH`, else Debian's place.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen) return isProgram(chosen) ? chosen : undefined;
  return findProgram(names);
}
