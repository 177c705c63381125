import { TandemError } from "../core/errors.ts";
import type { LogEntry } from "../core/log-entry.ts";
import { settleHandlerOptions } from "../server/server-options.ts";
import { toApp, type App } from "../session/app.ts";
import type { AppRoot } from "../session/app-root.ts";
import { AppServer, type PaintedPage } from "./app-server.ts";
import { loadDomPackages } from "./dom-packages.ts";
import { settleMountOptions, type MountOptions } from "./mount-options.ts";
import { TestPage, type Page, type PageParts } from "./page.ts";
import { ReportedErrors, type ReportedError } from "./reported-errors.ts";
import { TestClock, type AppClock } from "./test-clock.ts";

/** An app that runs in a test, and its first page. */
export interface MountedApp extends Page, AsyncDisposable {
  /** The time of session and pages. */
  readonly clock: AppClock;
  /** What was reported so far, expected or not. */
  readonly errors: readonly ReportedError[];
  /** What the server logged so far. */
  readonly log: readonly LogEntry[];
  /** Does all that is due now, on every page: frames both ways, promises and timers, until nothing is left to do. */
  settle(): Promise<void>;
  /** Opens one more page on the session, as someone else's browser or a second tab. */
  openTab(): Promise<Page>;
  /** Ends the server as a deploy does, and starts a new one, which knows no session. */
  restartServer(): Promise<void>;
  /** Closes all pages and ends the session. Fails on an unexpected error, and on a timer that nobody cleared. */
  close(): Promise<void>;
}

/**
 * Runs an app as a server and a browser do, in this process: the real session, and the real page runtime on a DOM for
 * Node. Nothing moves by itself: a person's action, `settle`, `find…` and `clock.advance` let things happen.
 *
 * @example
 * ```tsx
 * import { signal } from "tandem";
 * import { mount } from "tandem/testing";
 *
 * const clicks = signal(0);
 * const Counter = () => <button onClick={() => clicks.value++}>Clicked {clicks} times</button>;
 *
 * await using app = await mount(Counter);
 * await app.user.click(app.screen.getByRole("button"));
 * app.screen.getByText("Clicked 1 times");
 * ```
 *
 * Throws a `TandemError` when a package that it needs is missing, and what the app throws while it starts.
 * From Shiny's `testServer` and Testing Library's `render`.
 */
export async function mount(app: App | AppRoot, options: MountOptions = {}): Promise<MountedApp> {
  const settled = settleMountOptions(options);
  const packages = await loadDomPackages();
  const errors = new ReportedErrors(settled.expectErrors);
  const log: LogEntry[] = [];
  const clock = new TestClock(settled.start, {
    failed: (error, source) => errors.note(error, source),
    quiet: () => errors.check(),
  });
  const { limits, development, request, visitor, timezone, keyDelay } = settled;
  const record = (entry: LogEntry) => {
    log.push(entry);
    errors.noteEntry(entry);
  };
  const theApp = toApp(app, "mount()");
  const serverOptions = settleHandlerOptions({ limits, development, clock, log: record }, theApp.limits);
  const server = new AppServer(theApp, serverOptions, { request, visitor, timezone });
  const parts = { packages, server, clock, errors, url: request.url, keyDelay };
  const mounted = new TestApp(await clock.passUntil(server.openPage()), parts, log);
  if (!settled.connected) mounted.network.pause();
  mounted.start();
  try {
    await mounted.settle();
  } catch (error) {
    await mounted.close().catch(() => {});
    throw error;
  }
  return mounted;
}

class TestApp extends TestPage implements MountedApp {
  readonly clock: TestClock;
  readonly log: readonly LogEntry[];
  readonly #parts: PageParts;
  readonly #tabs: TestPage[] = [this];
  #closing: Promise<void> | undefined;

  constructor(painted: PaintedPage, parts: PageParts, log: readonly LogEntry[]) {
    super(painted, parts);
    this.clock = parts.clock;
    this.log = log;
    this.#parts = parts;
  }

  get errors(): readonly ReportedError[] {
    return this.#parts.errors.list;
  }

  settle(): Promise<void> {
    return this.clock.advance(0);
  }

  async openTab(): Promise<Page> {
    const tab = new TestPage(this.#parts.server.joinPage(this.session), this.#parts);
    this.#tabs.push(tab);
    tab.start();
    await this.settle();
    return tab;
  }

  async restartServer(): Promise<void> {
    await this.#stopServer();
    this.#parts.server.restarted();
    await this.settle();
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** An unexpected error is told after everything has ended, so that nothing lives on behind a failed test. */
  async #close(): Promise<void> {
    const failures: unknown[] = [];
    const attempt = (step: () => Promise<void>) => step().catch((error: unknown) => void failures.push(error));
    for (const tab of this.#tabs) await attempt(() => tab.end());
    await attempt(() => this.#stopServer());
    if (failures.length > 0) throw failures[0];
    if (this.clock.pending > 0) throw timersLeft(this.clock.causes);
  }

  /** Sessions may take time to end. */
  async #stopServer(): Promise<void> {
    let stopped = false;
    const stop = this.#parts.server.stop().finally(() => (stopped = true));
    await this.settle();
    while (!stopped) await this.clock.advance(100);
    await stop;
  }
}

function timersLeft(causes: readonly string[]): TandemError {
  return new TandemError(
    "testing/timers-left",
    `Expected no timer to outlive the app, but ${causes.length} did. Clear each with onCleanup or session.onEnded:` +
      causes.map((cause) => `\n  ${cause}`).join(""),
  );
}
