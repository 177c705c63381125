import type { UserEvent } from "@testing-library/user-event";
import { startScreen, type Screen } from "../browser/start.ts";
import type { LinkState } from "../link/link-options.ts";
import type { Session } from "../session/session.ts";
import type { AppServer, PaintedPage } from "./app-server.ts";
import { supportDialogs } from "./dialog-support.ts";
import { BrowserHistory } from "./browser-history.ts";
import type { DomPackages } from "./dom-packages.ts";
import { dropFirstNewlines } from "./first-newlines.ts";
import { differences } from "./line-differences.ts";
import { TandemError } from "../core/errors.ts";
import { TestNetwork, type Network } from "./network.ts";
import { settleClipboard } from "./page-clipboard.ts";
import { loadScript, runAppScripts } from "./page-scripts.ts";
import { noteDownloads, type TestDownload } from "./page-downloads.ts";
import { RecordedFrames } from "./recorded-frames.ts";
import type { ReportedErrors } from "./reported-errors.ts";
import { compareScreens, type ComparedScreens } from "./screen-comparison.ts";
import { queriesFor, waitUntil, type ScreenQueries, type WaitOptions } from "./screen-queries.ts";
import type { TestClock } from "./test-clock.ts";

export type BrowserWindow = globalThis.Window & typeof globalThis;

/** One browser tab that shows the app. */
export interface Page {
  /** Testing Library's queries on the page's body. `find…` and `waitFor` let the app's time pass. */
  readonly screen: ScreenQueries;
  /** A person at this page. All is settled after each thing they do. */
  readonly user: UserEvent;
  readonly window: BrowserWindow;
  readonly document: Document;
  /** What stands in the address bar, and the status that the server gave with the page. */
  readonly url: string;
  readonly status: number;
  /** The session that the page shows; another one after a reload. */
  readonly session: Session;
  /** How the page's connection does. */
  readonly connection: LinkState;
  readonly network: Network;
  /** What page and session have sent each other. */
  readonly frames: RecordedFrames;
  /** Files that the page downloaded, in order. */
  readonly downloads: readonly TestDownload[];
  /** How often the page was loaded again, by the person or by itself. */
  readonly reloads: number;
  /** The same queries for a part of the screen. */
  within(element: HTMLElement): ScreenQueries;
  /** Tries until `attempt` does not throw, letting the app's time pass: a second unless told. */
  waitFor<T>(attempt: () => T, options?: WaitOptions): Promise<Awaited<T>>;
  /** The screen as the server has it: its HTML, normalised. */
  html(): string;
  /** The screen as the page has it: its elements, normalised in the same way. */
  dom(): string;
  /** Throws, with the differences, unless page and server have the same screen. */
  expectInStep(): void;
  /** Loads the page again, which starts a new session. */
  reload(): Promise<void>;
  /** Loads another address, as typed into the address bar, which starts a new session. */
  visit(url: string): Promise<void>;
  /** The browser's Back and Forward. */
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Closes the tab. The session ends with its last one. */
  closeTab(): Promise<void>;
}

export interface PageParts {
  readonly packages: DomPackages;
  readonly server: AppServer;
  readonly clock: TestClock;
  readonly errors: ReportedErrors;
  readonly url: string;
  /** Milliseconds of the app's time that each key and click takes. */
  readonly keyDelay: number;
}

/** A page in a DOM of its own, run by the runtime that browsers run. */
export class TestPage implements Page {
  readonly screen: ScreenQueries;
  readonly user: UserEvent;
  readonly window: BrowserWindow;
  readonly document: Document;
  readonly network: TestNetwork;
  readonly frames = new RecordedFrames();
  readonly downloads: readonly TestDownload[];
  readonly #parts: PageParts;
  readonly #history: BrowserHistory;
  #runtime: Screen | undefined;
  #painted: PaintedPage;
  #reloads = 0;

  constructor(painted: PaintedPage, parts: PageParts) {
    const { packages, server, clock, keyDelay } = parts;
    this.#parts = parts;
    this.#painted = painted;
    this.window = openWindow({ ...parts, url: painted.url ?? parts.url }, () => this.#reloadByItself());
    this.#history = new BrowserHistory(this.window, clock);
    this.document = this.window.document;
    this.window.fetch = fetchFrom(parts, this.window);
    this.downloads = noteDownloads(this.window, (url) => this.window.fetch(url));
    this.network = new TestNetwork({
      clock,
      frames: this.frames,
      accept: (connection) => server.accept(connection),
      goOnline: () => void this.window.dispatchEvent(new this.window.Event("online")),
    });
    this.#write(painted);
    this.screen = queriesFor(this.document.body, packages, clock);
    const advanceTimers = () => clock.advance(keyDelay);
    this.user = packages.userEvent.setup({ document: this.document, delay: 0, advanceTimers });
    settleClipboard(this.window);
  }

  get session(): Session {
    return this.#painted.session;
  }

  get url(): string {
    return this.window.location.href;
  }

  get status(): number {
    return this.#painted.status;
  }

  get connection(): LinkState {
    return this.#runtime?.link.state ?? { kind: "connecting" };
  }

  get reloads(): number {
    return this.#reloads;
  }

  within(element: HTMLElement): ScreenQueries {
    return queriesFor(element, this.#parts.packages, this.#parts.clock);
  }

  waitFor<T>(attempt: () => T, options?: WaitOptions): Promise<Awaited<T>> {
    return waitUntil(this.#parts.clock, attempt, options);
  }

  html(): string {
    return this.#compare().server.join("\n");
  }

  dom(): string {
    return this.#compare().page.join("\n");
  }

  expectInStep(): void {
    const { server, page } = this.#compare();
    const found = differences(server, page);
    if (found === undefined) return;
    throw new TandemError(
      "testing/out-of-step",
      `Expected the page to show what the server does (-), but it shows something else (+). ` +
        `If frames are still under way, settle first.\n${found}`,
    );
  }

  /** Starts the runtime, as the page's script does. */
  start(): void {
    const { clock, server, errors } = this.#parts;
    this.#runtime = startScreen({
      window: this.window,
      openConnection: () => this.network.open(),
      loadScript: (name) => clock.during(loadScript(name)),
      clock,
      random: () => 0.5,
    });
    (this.window as BrowserWindow & { Tandem?: unknown }).Tandem = this.#runtime.api;
    const failed = (error: unknown) => errors.note(error, "a script of the page failed");
    runAppScripts(this.window, { scripts: server.app.options.scripts, failed });
  }

  reload(): Promise<void> {
    return this.visit(this.url);
  }

  async visit(url: string): Promise<void> {
    await this.#parts.clock.passUntil(this.#open(new URL(url, this.url).href));
    await this.#parts.clock.advance(0);
  }

  back(): Promise<void> {
    this.#history.back();
    return this.#parts.clock.advance(0);
  }

  forward(): Promise<void> {
    this.#history.forward();
    return this.#parts.clock.advance(0);
  }

  async closeTab(): Promise<void> {
    this.#runtime?.stop();
    await this.#parts.clock.advance(0);
  }

  /** Ends everything of the page; what its network still holds is lost. */
  async end(): Promise<void> {
    this.network.delay(0);
    this.network.resume();
    await this.closeTab();
    this.network.destroy();
    await (this.window as BrowserWindow & { happyDOM: { close(): Promise<void> } }).happyDOM.close();
  }

  #compare(): ComparedScreens {
    return compareScreens(this.session, this.document, this.#parts.packages);
  }

  #reloadByItself(): void {
    const opened = this.#open(this.url);
    if (opened instanceof Promise) opened.catch((error: unknown) => this.#parts.errors.note(error, "the page failed"));
  }

  /** At once, if no guard has to be waited for. */
  #open(url: string): void | Promise<void> {
    const { server } = this.#parts;
    server.cookies = this.document.cookie;
    const painted = server.openPage(url);
    if (painted instanceof Promise) return painted.then((page) => this.#load(page));
    this.#load(painted);
  }

  #load(painted: PaintedPage): void {
    this.#runtime?.stop();
    this.#reloads++;
    this.#painted = painted;
    this.#history.load(painted.url ?? this.url);
    this.#write(painted);
    this.start();
  }

  /** Body and head stay the elements that queries and person know. */
  #write({ html }: PaintedPage): void {
    const { DOMParser } = this.window;
    const { documentElement, head, body } = new DOMParser().parseFromString(html, "text/html");
    for (const { name } of Array.from(this.document.documentElement.attributes)) {
      this.document.documentElement.removeAttribute(name);
    }
    for (const { name, value } of documentElement.attributes) this.document.documentElement.setAttribute(name, value);
    this.document.head.innerHTML = head.innerHTML + styleElement(this.#parts.server);
    this.document.body.innerHTML = body.innerHTML;
    dropFirstNewlines(this.document.body);
  }
}

/** What is hidden by the app's own styles is hidden for queries, too. */
function styleElement({ app }: AppServer): string {
  const { styles = [] } = app.options;
  return `<style>${[styles].flat().join("\n")}</style>`;
}

function openWindow({ packages, url, errors }: PageParts, reload: () => void): BrowserWindow {
  const { Window } = packages.happyDom;
  const window = new Window({ url, settings: SETTINGS }) as unknown as BrowserWindow;
  Object.defineProperty(window.location, "reload", { value: reload });
  supportDialogs(window);
  window.addEventListener("error", (event) => errors.note(event.error ?? event.message, "the page failed"));
  return window;
}

/** Links change the address and load nothing. */
const SETTINGS = {
  navigation: { disableMainFrameNavigation: true, disableChildFrameNavigation: true, disableChildPageNavigation: true },
};

/** What the page asks its own server for, which is here. */
function fetchFrom({ server, clock }: PageParts, { location }: BrowserWindow): typeof fetch {
  const answer: typeof fetch = async (target, { body, ...init } = {}) => {
    const url = new URL(String(target), location.href);
    const bytes = body instanceof Object && "arrayBuffer" in body ? await body.arrayBuffer() : body;
    const signal = init.signal?.aborted ? AbortSignal.abort() : null;
    const given = { ...init, signal, ...(bytes == null ? {} : { body: bytes }) };
    return server.answer(new Request(url, given as RequestInit));
  };
  return (target, init) => clock.during(answer(target, init));
}
