import type { Browser, BrowserContext, Page } from "playwright-core";
import { serve, type LogEntry, type Server } from "tandem";
import { expect } from "vitest";
import gallery from "../../gallery/app.tsx";
import { attached, noteAttached } from "./attached.ts";
import { launchChromium } from "./chromium.ts";
import { PATIENT_LIMITS } from "./patient-limits.ts";

/** The gallery served for real, and one page of a real browser that goes through it. */
export class GalleryVisit {
  readonly server: Server;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Whatever a clean console, and a server without trouble, would not say. */
  readonly troubles: string[];
  readonly #browser: Browser;

  private constructor(parts: {
    server: Server;
    browser: Browser;
    context: BrowserContext;
    page: Page;
    troubles: string[];
  }) {
    this.server = parts.server;
    this.#browser = parts.browser;
    this.context = parts.context;
    this.page = parts.page;
    this.troubles = parts.troubles;
  }

  static async begin(): Promise<GalleryVisit> {
    const troubles: string[] = [];
    const log = ({ level, event, message, error }: LogEntry) => {
      if (level === "error" || level === "warn") troubles.push(`server: ${event} ${message} ${error}`);
    };
    const server = await serve(gallery, { port: 0, log, limits: PATIENT_LIMITS });
    const browser = await launchChromium();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    context.setDefaultTimeout(60_000);
    await noteAttached(context);
    context.on("page", (page) => listenIn(page, troubles));
    return new GalleryVisit({ server, browser, context, page: await context.newPage(), troubles });
  }

  /** Goes to a page and waits until its session is attached, so that what follows is live. */
  async to(path: string, page = this.page): Promise<void> {
    await page.goto(this.server.url + path);
    await attached(page);
  }

  async end(): Promise<void> {
    await this.#browser.close();
    await this.server.close();
  }
}

function listenIn(page: Page, troubles: string[]): void {
  page.on("console", (message) => troubles.push(`console: ${message.type()} ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`page: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`response: ${response.status()} ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    const problem = request.failure()?.errorText;
    // Whoever goes to another page calls off what this one was still loading.
    if (problem !== "net::ERR_ABORTED") troubles.push(`request: ${problem} ${request.url()}`);
  });
}

interface Eventually {
  readonly not: Eventually;
  toBe(answer: unknown): Promise<void>;
  toEqual(answer: unknown): Promise<void>;
  toContain(part: string): Promise<void>;
  toBeLessThan(limit: number): Promise<void>;
  toBeGreaterThan(limit: number): Promise<void>;
  toMatch(pattern: RegExp): Promise<void>;
}

/** Asks until the answer is as expected, or gives up. */
export const eventually = (ask: () => unknown): Eventually =>
  expect.poll(ask, { timeout: 60_000, interval: 25 }) as unknown as Eventually;
