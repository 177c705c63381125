import type { Clock } from "../../core/clock.ts";
import type { ExtrasPage } from "./extras.ts";

const RETRY_AFTER = 1000;
const MOST_ATTEMPTS = 6;

/** Loads a part of the runtime that the page did not come with: its styles before those of the app, and its script. */
export async function loadPart(
  page: Pick<ExtrasPage, "window" | "clock">,
  script: string,
  styles: string | null,
): Promise<void> {
  if (styles) addStyles(page.window.document, styles);
  for (let attempt = 0; ; attempt++) {
    try {
      // Browsers may remember that a script could not be loaded, so each attempt has its own address.
      return void (await import(attempt ? `${script}?${attempt}` : script));
    } catch (error) {
      if (attempt === MOST_ATTEMPTS) return console.error(error);
      await pause(page.clock, RETRY_AFTER * 2 ** attempt);
    }
  }
}

function addStyles(document: Document, href: string): void {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  if (sheets.some((sheet) => sheet.getAttribute("href") === href)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.setAttribute("href", href);
  const first = sheets[0];
  if (first) first.after(link);
  else document.head.append(link);
}

const pause = (clock: Clock, milliseconds: number): Promise<void> =>
  new Promise((resolve) => clock.setTimeout(resolve, milliseconds));
