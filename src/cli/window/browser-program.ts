import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { TandemError } from "../../core/errors.ts";

/** Says which program to use, where none of the usual ones is right. */
const CHOICE = "TANDEM_BROWSER";

const ON_PATH = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
  "brave-browser",
];

const MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"];

const WINDOWS_PROGRAMS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
  "BraveSoftware\\Brave-Browser\\Application\\brave.exe",
];

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  isProgram(path: string): boolean;
}

/** The path of a browser that can show an app in a window of its own: a Chromium of any make. */
export function findBrowser(machine: Machine = thisMachine()): string {
  const chosen = machine.env[CHOICE];
  if (chosen) {
    if (machine.isProgram(chosen)) return chosen;
    throw noBrowser(`${CHOICE} to name a browser, but there is no program at ${chosen}`);
  }
  const places = usualPlaces(machine);
  const found = places.find((place) => machine.isProgram(place));
  if (found !== undefined) return found;
  const looked = machine.platform === "win32" || machine.platform === "darwin" ? places : [...ON_PATH, ...SNAPS];
  throw noBrowser(`Chromium, Chrome, Edge or Brave for --window, but found none of ${looked.join(", ")}`);
}

const SNAPS = ["/snap/bin/chromium"];

function usualPlaces({ platform, env, home }: Machine): string[] {
  if (platform === "darwin") {
    const folders = ["/Applications", join(home, "Applications")];
    return folders.flatMap((folder) => MAC_APPS.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === "win32") {
    const folders = [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LocalAppData"]].filter(Boolean);
    return folders.flatMap((folder) => WINDOWS_PROGRAMS.map((program) => `${folder}\\${program}`));
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name))), ...SNAPS];
}

function noBrowser(expected: string): TandemError {
  return new TandemError(
    "cli/no-browser",
    `Expected ${expected}. Install one, name its program in ${CHOICE}, or leave out --window and use any browser.`,
  );
}

export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, home: homedir(), isProgram };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
