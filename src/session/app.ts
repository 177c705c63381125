import { TandemError } from "../core/errors.ts";
import { kindOf } from "../core/kind-of.ts";
import type { Limits } from "../core/limits.ts";
import { rejectUnknownOptions } from "../core/options.ts";
import type { Component } from "../view/node.ts";
import { componentOf, type AppRoot } from "./app-root.ts";
import type { AuthenticationOptions } from "./authentication.ts";
import type { ThemeChange, ThemeChoice } from "./surroundings/theme.ts";
import type { PageMap, PageOption } from "./navigation/router.ts";
import { checkAttachments } from "./settings/default-settings.ts";
import type { PublicSession } from "./public-session.ts";

/** What an error handler is told besides the error. */
export interface ErrorInfo {
  readonly session: PublicSession;
  /** The id that the person at the screen was shown, to find this error by. */
  readonly errorId: string;
  /** What failed, as far as is known: a binding, an effect, a handler. */
  readonly source: string;
}

export interface AppOptions extends AuthenticationOptions {
  /** The page's title until `session.setTitle` is called. */
  title?: string;
  /** The page's language, such as `"en"`. */
  lang?: string;
  /** For search engines and previews. */
  description?: string;
  /** CSS text, served as a stylesheet of its own. */
  styles?: string | readonly string[];
  /**
   * JavaScript for the page, each text a module of its own that runs once `Tandem` is there: the place for
   * `Tandem.addCustomMessageHandler`. Imports reach what the app's policy allows, as `"./assets/chart.js"` does.
   */
  scripts?: string | readonly string[];
  /** The theme that every session begins with; see `session.setTheme`. */
  theme?: ThemeChoice | ThemeChange;
  /** Takes every error that the app's own code did not catch. The session goes on. */
  onError?: (error: unknown, info: ErrorInfo) => void;
  /** Shown when a session closes for good without a message of its own. */
  hardDisconnectMessage?: string;
  /** Milliseconds without anything that a person did, after which a session closes for good; never unless told. */
  idleTimeout?: number;
  /** Shown then. */
  idleMessage?: string;
  /** Milliseconds that a session waits for its last client to come back; 2 minutes unless told. */
  retention?: number;
  /** How many sessions may wait so; beyond, the one that waits longest ends. 5,000 unless told. */
  maxDetached?: number;
  /** Milliseconds that a page may take to attach after it was fetched; 15 s unless told. */
  claimTimeout?: number;
  /** Objects that every session has attached from the start, the same in all; see `session.attach`. Of `UserSettings`, by object or by class, each session has its own. From Rio's `default_attachments`. */
  attachments?: readonly object[];
  /** Changes to the default limits on what clients may do. A server's own go before them. */
  limits?: Partial<Limits>;
  /** The app's pages, made with `page(…)`: the first that fits a URL is shown, where `<PageView/>` stands. */
  pages?: readonly PageOption[];
  /** What `<PageView/>` shows where there is no such page. */
  notFound?: Component;
}

const OPTION_NAMES: readonly (keyof AppOptions)[] = [
  "title",
  "lang",
  "description",
  "styles",
  "scripts",
  "theme",
  "onError",
  "hardDisconnectMessage",
  "idleTimeout",
  "idleMessage",
  "retention",
  "maxDetached",
  "claimTimeout",
  "attachments",
  "limits",
  "authenticate",
  "userId",
  "pages",
  "notFound",
];

export interface DisconnectOptions {
  /** What the user's pages say; the app's `hardDisconnectMessage` unless told. */
  message?: string;
}

/** Where users have sessions. */
export interface UserServer {
  disconnectUser(id: string | number, options?: DisconnectOptions): Promise<number>;
}

/** A root component with its options: what a server serves. */
export class App {
  readonly root: Component;
  readonly options: AppOptions;
  readonly #servers = new Set<UserServer>();
  /** How its sessions find their pages, if it has any. */
  readonly pages: PageMap | undefined;

  constructor(root: AppRoot, options: AppOptions) {
    this.root = componentOf(root);
    this.options = options;
    this.pages = options.pages?.[0]?.mapOf(options.pages, options.notFound);
  }

  /** Its limits, those that are options of their own among them. */
  get limits(): Partial<Limits> {
    const { limits, retention, maxDetached, claimTimeout } = this.options;
    return { ...limits, ...given({ retention, maxDetached, claimTimeout }) };
  }

  /**
   * Ends all that a user has of this app, wherever this process serves it. Resolves to how many sessions that were,
   * when all have ended. Have the log-in forget the user first, or a reload starts anew.
   */
  async disconnectUser(id: string | number, options: DisconnectOptions = {}): Promise<number> {
    const counts = await Promise.all([...this.#servers].map((server) => server.disconnectUser(id, options)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Notes that `server` serves it. Returns what ends that. For Tandem itself. */
  servedBy(server: UserServer): () => void {
    this.#servers.add(server);
    return () => this.#servers.delete(server);
  }
}

/** Only the entries that say something. */
function given(limits: { [Name in keyof Limits]?: number | undefined }): Partial<Limits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

/**
 * Makes an app of a root component: what a file exports by default when the component alone is not enough.
 *
 * @example
 * ```tsx
 * import { app } from "tandem";
 *
 * const Hello = () => <h1>Hello</h1>;
 * export default app(Hello, { title: "Hello", lang: "en", styles: "h1 { color: teal }" });
 * ```
 *
 * An async function makes a conversation of it; see `tandem/flow`. Throws a `TandemError` for an option it does not
 * know. From Rio's `App` and Shiny's `App`.
 */
export function app(root: AppRoot, options: AppOptions = {}): App {
  if (typeof root !== "function") {
    throw new TandemError(
      "app/not-a-component",
      `Expected app() to get a component, but got ${typeof root}. Give it the function itself: app(Counter), not app(<Counter/>).`,
    );
  }
  rejectUnknownOptions("app()", options, OPTION_NAMES);
  checkAttachments(options.attachments ?? []);
  checkPeriod("idleTimeout", options.idleTimeout);
  checkKinds(options);
  return new App(root, options);
}

const isText = (value: unknown): boolean => typeof value === "string";
const isFunction = (value: unknown): boolean => typeof value === "function";
const areTexts = (value: unknown): boolean => isText(value) || (Array.isArray(value) && value.every(isText));
const arePages = (value: unknown): boolean => Array.isArray(value) && value.every((each) => isFunction(each?.mapOf));

/** What options hold, where nothing else checks it. */
const KINDS: readonly [what: string, fits: (value: unknown) => boolean, names: readonly (keyof AppOptions)[]][] = [
  ["a text", isText, ["title", "lang", "description", "idleMessage", "hardDisconnectMessage"]],
  ["a text, or a list of texts", areTexts, ["styles", "scripts"]],
  ["a function", isFunction, ["onError", "authenticate", "userId", "notFound"]],
  ["a list of what page(…) makes", arePages, ["pages"]],
];

function checkKinds(options: AppOptions): void {
  for (const [what, fits, names] of KINDS) {
    const wrong = names.find((name) => options[name] !== undefined && !fits(options[name]));
    if (wrong === undefined) continue;
    const got = kindOf(options[wrong]);
    throw new TandemError("app/bad-option", `Expected ${wrong} to be ${what}, but got ${got}. Leave it out for none.`);
  }
}

/** Other than the limits, which the server checks. */
function checkPeriod(name: string, ms: unknown): void {
  if (ms === undefined || (typeof ms === "number" && ms > 0)) return;
  throw new TandemError(
    "app/bad-option",
    `Expected ${name} to be a number of milliseconds above 0, but got ${String(ms)}. Leave it out for none.`,
  );
}

/** What a module exported by default, as an app: an `app(…)`, or a component. */
export function toApp(exported: unknown, from = "The module"): App {
  if (exported instanceof App) return exported;
  if (typeof exported === "function") return new App(exported as AppRoot, {});
  throw new TandemError(
    "app/no-default-export",
    `Expected ${from} to export a component or an app(…) as default, but got ${exported === undefined ? "no default export" : typeof exported}. ` +
      "Write export default function App() { return <main>…</main>; }",
  );
}
