import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll } from "vitest";
import { serve, type App, type Component, type LogEntry, type ServeOptions, type Server } from "tandem";
import { attached, noteAttached } from "./attached.ts";
import { launchChromium } from "./chromium.ts";
import { COLORS, breaches, WCAG } from "./page-checks.ts";
import { PATIENT_LIMITS } from "./patient-limits.ts";

/** One for all tests of a file: each has a context of its own, which knows nothing of the others. */
let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

/** Widgets served for real, on a page of a real browser; `await using` ends it. */
export class WidgetPage implements AsyncDisposable {
  readonly server: Server;
  readonly page: Page;
  /** Whatever a clean console, a server without trouble and a page of no other host would not say. */
  readonly troubles: string[];

  private constructor(parts: { server: Server; page: Page; troubles: string[] }) {
    this.server = parts.server;
    this.page = parts.page;
    this.troubles = parts.troubles;
  }

  /** Opens the component's page, and waits until it is attached; its widgets' script has run by then, too. */
  static async open(
    component: App | Component,
    options: BrowserContextOptions = {},
    limits: ServeOptions["limits"] = {},
  ): Promise<WidgetPage> {
    const opened = await WidgetPage.start(component, options, limits);
    await opened.visit();
    return opened;
  }

  /** The same without going to the page yet. */
  static async start(
    component: App | Component,
    options: BrowserContextOptions = {},
    limits: ServeOptions["limits"] = {},
  ): Promise<WidgetPage> {
    const troubles: string[] = [];
    const log = ({ level, event, message, error }: LogEntry) => {
      if (level === "error" || level === "warn") troubles.push(`server: ${event} ${message} ${error}`);
    };
    const server = await serve(component, { port: 0, log, limits: { ...PATIENT_LIMITS, ...limits } });
    browser ??= launchChromium();
    const context = await (
      await browser
    ).newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    context.setDefaultTimeout(60_000);
    await noteAttached(context);
    const page = await context.newPage();
    page.on("console", (message) => troubles.push(`console: ${message.type()} ${message.text()}`));
    page.on("pageerror", (error) => troubles.push(`page: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url) && !/^(?:data|blob):/.test(request.url()))
        troubles.push(`request: ${request.url()}`);
    });
    return new WidgetPage({ server, page, troubles });
  }

  async visit(): Promise<void> {
    await this.page.goto(this.server.url);
    await attached(this.page);
  }

  /** How wide what is on the page is: as wide as the window, where nothing sticks out. */
  scrollWidth(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth);
  }

  /** What axe finds, at levels A and AA, in the light; and of the dark, what depends on colours. */
  async accessibilityFaults(): Promise<string[]> {
    await this.page.emulateMedia({ colorScheme: "light" });
    const light = await breaches(this.page, "html", ...WCAG);
    await this.page.emulateMedia({ colorScheme: "dark" });
    const dark = await breaches(this.page, "html", ...COLORS);
    return [...light.map((fault) => `light: ${fault}`), ...dark.map((fault) => `dark: ${fault}`)];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close();
    await this.server.close();
  }
}
