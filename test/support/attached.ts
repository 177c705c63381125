import type { BrowserContext, Page } from "playwright-core";

/** Has each document from now on note when it is attached to its session, over whichever line. */
export const noteAttached = (target: BrowserContext | Page): Promise<unknown> =>
  target.addInitScript(() => {
    addEventListener("tandem:connected", () => void Object.assign(window, { isAttached: true }));
  });

/** Waits until the document that is there is attached. */
export const attached = async (page: Page): Promise<void> =>
  void (await page.waitForFunction(() => "isAttached" in globalThis, undefined, { polling: 20 }));
