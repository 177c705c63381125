import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { serve, type App, type Component, type LogEntry, type ServeOptions, type Server } from "tandem";
import { launchChromium } from "./chromium.ts";
import { PATIENT_LIMITS } from "./patient-limits.ts";

/** Widgets served for real, on a page of a real browser; `await using` ends it. */
export class WidgetPage implements AsyncDisposable {
  readonly server: Server;
  readonly page: Page;
  /** Whatever a clean console, a server without trouble and a page of no other host would not say. */
  readonly troubles: string[];
  readonly #browser: Browser;

  private constructor(parts: { server: Server; browser: Browser; page: Page; troubles: string[] }) {
    this.server = parts.server;
    this.page = parts.page;
    this.troubles = parts.troubles;
    this.#browser = parts.browser;
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
    const browser = await launchChromium();
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    page.on("console", (message) => troubles.push(`console: ${message.type()} ${message.text()}`));
    page.on("pageerror", (error) => troubles.push(`page: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url) && !/^(?:data|blob):/.test(request.url()))
        troubles.push(`request: ${request.url()}`);
    });
    return new WidgetPage({ server, browser, page, troubles });
  }

  async visit(): Promise<void> {
    const attached = this.page.waitForEvent("websocket").then((line) => line.waitForEvent("framereceived"));
    await Promise.all([attached, this.page.goto(this.server.url)]);
  }

  /** What axe finds, at levels A and AA, in the light and in the dark. */
  async accessibilityFaults(): Promise<string[]> {
    const faults: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.evaluate(axe.source);
      const { violations } = await this.page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        }),
      );
      for (const { id, nodes } of violations)
        faults.push(...nodes.map((node) => `${colorScheme}: ${id} ${node.target} ${node.failureSummary}`));
    }
    return faults;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    await this.server.close();
  }
}
