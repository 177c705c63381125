import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Limits } from "../core/limits.ts";
import { CloseCode } from "../protocol/close-codes.ts";
import type { HostFacts, RequestFacts, SessionEnvironment, ShareOptions } from "../session/environment.ts";
import { isSafeMethod, sendNotice, sendReadOnly, sendText } from "./answer.ts";
import { Attachments } from "./attachment.ts";
import { Authentication } from "./authentication.ts";
import { randomId } from "../core/ids.ts";
import { callerOf } from "./caller.ts";
import { settleClose } from "../session/closing.ts";
import type { DisconnectOptions } from "../session/app.ts";
import type { RequestTaker } from "./request-taker.ts";
import { BuildEvents } from "./build-events.ts";
import type { KeptFarewell } from "./farewells.ts";
import { FirstPaint, stillPage, type PageSource } from "./first-paint.ts";
import type { PagePart, PartUrls } from "../session/parts.ts";
import { HashedAssets, type BuiltFile } from "./hashed-assets.ts";
import { hostRefusal } from "./host-check.ts";
import { sealJoinToken, JOIN_PARAMETER } from "./join-links.ts";
import { LineRequests, type Greeter } from "./line-requests.ts";
import { textOf } from "./page.ts";
import { LocalRegistry } from "./registry.ts";
import { RouteRequests } from "./route-requests.ts";
import { ASSETS_PREFIX, BUILD_EVENTS_PATH, OWN_PREFIX, pathBelow, ROUTES_PREFIX, SOCKET_PATH } from "./request-path.ts";
import type { RuntimeFiles } from "./runtime-files.ts";
import { settleLimits, type SettledOptions } from "./server-options.ts";
import type { OpenSession, ReadOnce, ServedApp } from "./session-like.ts";
import { endSessions } from "./session-ending.ts";
import { refuseUpgrade, SocketUpgrade } from "./socket-upgrade.ts";
import { AssetUrls } from "./asset-urls.ts";
import { findAsset, sendAsset } from "./static-assets.ts";

/** Why there is no app to show: it does not build. Only in development. */
export interface BuildFailure {
  title: string;
  text: string;
  details: string | undefined;
}

export interface AppHandlerParts<App extends ServedApp> {
  app: App;
  open: OpenSession<App>;
  readOnce: ReadOnce<App>;
  runtime: RuntimeFiles;
  earlyScript: string;
  /** Beside which other apps it is served, and whether in a window of its own. */
  host?: Omit<HostFacts, "backend"> | undefined;
}

/** How a request came here. */
export interface Arrival {
  readonly backend: HostFacts["backend"];
  /** For what is not ours. */
  readonly next?: (() => void) | undefined;
}

const DAY = 86_400_000;
/** What browsers say a request is for, when it is for a page. `empty` is `fetch()`. */
const PAGE_DESTINATIONS = ["document", "iframe", "frame", "embed", "object", "empty"];

/** Routes each request to what answers it, and owns what they share. */
export class AppHandler<App extends ServedApp> implements RequestTaker {
  readonly #options: SettledOptions;
  readonly #open: OpenSession<App>;
  readonly #readOnce: ReadOnce<App>;
  readonly #earlyScript: string;
  readonly #registry: LocalRegistry;
  readonly #authentication: Authentication;
  readonly #attachments: Attachments;
  readonly #socketUpgrade: SocketUpgrade;
  readonly #lines: LineRequests;
  readonly #routes: RouteRequests;
  readonly #assetUrls: AssetUrls;
  readonly #firstPaint: FirstPaint;
  readonly #hashed = new HashedAssets();
  readonly #buildEvents: BuildEvents | undefined;
  readonly #host: Omit<HostFacts, "backend">;
  /** One for each backend, shared by all its sessions. */
  readonly #hosts = new Map<string, HostFacts>();
  readonly #script: string;
  readonly #chunkHash: string;
  readonly #runtimeStyles: string;
  readonly #parts: ReadonlyMap<PagePart, PartUrls>;
  #app: App | undefined;
  /** Of the sessions of the present app. */
  #limits: Limits;
  #styles: readonly string[] = [];
  #scripts: readonly string[] = [];
  #leaveApp: (() => void) | undefined;
  #failure: BuildFailure | undefined;
  #closing: Promise<void> | undefined;

  constructor(parts: Omit<AppHandlerParts<App>, "app"> & { app: App | undefined }, options: SettledOptions) {
    this.#options = options;
    this.#limits = options.limits;
    this.#open = parts.open;
    this.#readOnce = parts.readOnce;
    this.#earlyScript = parts.earlyScript;
    this.#registry = new LocalRegistry(options);
    this.#authentication = new Authentication(options, options.limits);
    this.#attachments = new Attachments({ ...options, registry: this.#registry });
    const greeter = this.#greeter();
    this.#socketUpgrade = new SocketUpgrade(options, greeter);
    this.#lines = new LineRequests(options, greeter);
    this.#routes = new RouteRequests(options, this.#registry, this.#authentication);
    this.#assetUrls = new AssetUrls(options);
    this.#firstPaint = new FirstPaint(options, this.#registry, this.#authentication);
    this.#host = parts.host ?? { isWindow: false };
    this.#buildEvents = options.development ? new BuildEvents() : undefined;
    this.#script = this.#hashed.add({ name: "tandem", extension: "js", content: parts.runtime.script });
    this.#chunkHash = this.#hashed.addTogether(chunkFiles(parts.runtime));
    this.#runtimeStyles = this.#hashed.add({ name: "tandem", extension: "css", content: parts.runtime.styles });
    this.#parts = this.#addParts(parts.runtime);
    if (parts.app !== undefined) this.#use(parts.app);
  }

  /** Sessions alive. */
  get sessionCount(): number {
    return this.#registry.size;
  }

  listener = (request: IncomingMessage, response: ServerResponse, next?: () => void): void =>
    this.take(request, response, { backend: "node", next });

  take = (request: IncomingMessage, response: ServerResponse, { backend, next }: Arrival): void => {
    const path = pathBelow(this.#options.basePath, request.url);
    if (path === undefined) {
      if (next !== undefined) next();
      else sendText(request, response, { status: 404, text: "Not found" });
      return;
    }
    this.#answer(request, response, { path, backend }).catch((error: unknown) =>
      this.#onAnswerFailed(request, response, error),
    );
  };

  upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): boolean => {
    if (pathBelow(this.#options.basePath, request.url) !== SOCKET_PATH) return false;
    if (this.#closing !== undefined) refuseUpgrade(socket, 503);
    else if (hostRefusal(request, this.#options) !== undefined) refuseUpgrade(socket, 403);
    else this.#socketUpgrade.accept(request, socket, head);
    return true;
  };

  /** Ends all that a user has here, for good. Resolves to how many sessions that were, when all have ended. */
  async disconnectUser(id: string | number, { message }: DisconnectOptions = {}): Promise<number> {
    const userId = String(id);
    this.#authentication.noteDisconnect(userId);
    const own = this.#registry.all().filter((session) => session.userId === userId);
    const ends = own.map((session) => session.close({ hard: true, ...(message === undefined ? {} : { message }) }));
    const { message: text } = settleClose({ hard: true, message }, this.#app?.options.hardDisconnectMessage);
    const joined = this.#registry
      .all()
      .filter((session) => session.userId !== userId && session.dismissUser?.(userId, text));
    await Promise.allSettled(ends);
    return own.length + joined.length;
  }

  /** New pages get this app; open ones reload. */
  replaceApp(app: App): void {
    this.#use(app);
    this.#failure = undefined;
    this.reloadPages();
  }

  /** Pages show this until there is an app again. */
  showFailure(failure: BuildFailure): void {
    this.#failure = failure;
    this.reloadPages();
  }

  /** The HTML of a page as a crawler gets it. Rejects with what the app throws, and where there is no app. */
  async render(request: RequestFacts): Promise<string> {
    if (this.#app === undefined) throw new Error("Expected an app to render.");
    const source = this.#pageSource(this.#app, this.#hostFor("node"));
    return textOf(stillPage(source, await source.readOnce(request)));
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    { path, backend }: { path: string; backend: HostFacts["backend"] },
  ): Promise<void> {
    const refusal = hostRefusal(request, this.#options);
    if (refusal !== undefined) return sendText(request, response, refusal);
    if (LineRequests.serves(path)) return this.#lines.answer(request, response, path);
    if (RouteRequests.serves(path)) return this.#routes.answer(request, response, path);
    if (!isSafeMethod(request)) return sendReadOnly(request, response);
    if (path.startsWith(OWN_PREFIX)) return this.#answerOwn(request, response, path);
    const { assets } = this.#options;
    if (assets !== undefined && path.startsWith(ASSETS_PREFIX)) {
      return this.#answerAsset(request, response, { folder: assets, path });
    }
    return this.#answerPage(request, response, backend);
  }

  #answerOwn(request: IncomingMessage, response: ServerResponse, path: string): void {
    if (this.#hashed.answer(request, response, path.slice(OWN_PREFIX.length))) return;
    if (path === BUILD_EVENTS_PATH && this.#buildEvents && !this.#closing) {
      return this.#buildEvents.answer(request, response);
    }
    if (path === SOCKET_PATH) {
      const headers = { Upgrade: "websocket" };
      return sendText(request, response, { status: 426, text: "Expected a WebSocket", headers });
    }
    sendText(request, response, { status: 404, text: "Not found" });
  }

  async #answerAsset(
    request: IncomingMessage,
    response: ServerResponse,
    { folder, path }: { folder: string; path: string },
  ): Promise<void> {
    const file = await findAsset(folder, path.slice(ASSETS_PREFIX.length));
    if (file === undefined) return sendText(request, response, { status: 404, text: "Not found" });
    await sendAsset(request, response, { file, isFixed: this.#assetUrls.isOf(file, request.url) });
  }

  async #answerPage(request: IncomingMessage, response: ServerResponse, backend: HostFacts["backend"]): Promise<void> {
    const destination = request.headers["sec-fetch-dest"];
    // A missing image must not start a session.
    if (destination !== undefined && !PAGE_DESTINATIONS.includes(String(destination))) {
      return sendText(request, response, { status: 404, text: "Not found" });
    }
    if (this.#closing !== undefined) {
      const headers = { "Retry-After": "5", Connection: "close" };
      const text = "It will be back in a moment. Please reload.";
      return sendNotice(request, response, { status: 503, title: "The server restarts", text, headers });
    }
    const app = this.#app;
    if (this.#failure !== undefined || app === undefined) {
      const failure = this.#failure ?? { title: "Building", text: "The app is being built.", details: undefined };
      return sendNotice(request, response, { status: 500, ...failure, script: this.reloadScript });
    }
    await this.#firstPaint.answer(request, response, this.#pageSource(app, this.#hostFor(backend)));
  }

  #hostFor(backend: HostFacts["backend"]): HostFacts {
    let host = this.#hosts.get(backend);
    if (host === undefined) this.#hosts.set(backend, (host = { backend, ...this.#host }));
    return host;
  }

  #pageSource(app: App, host: HostFacts): PageSource {
    const url = (name: string) => this.#options.basePath + OWN_PREFIX + name;
    return {
      app,
      styles: [this.#runtimeStyles, ...this.#styles].map(url),
      script: url(this.#script),
      appScripts: this.#scripts.map(url),
      chunkHash: this.#chunkHash,
      earlyScript: this.#earlyScript,
      open: (request, visitor) => this.#open(app, this.#environment({ request, visitor, host })),
      readOnce: (request) => this.#readOnce(app, { ...this.#environment({ request, host }), ...NOBODY }),
      reloadScript: this.reloadScript,
    };
  }

  #environment(opening: Pick<SessionEnvironment, "request" | "visitor" | "host">): SessionEnvironment {
    const { clock, development, log } = this.#options;
    return {
      clock,
      limits: this.#limits,
      id: randomId(),
      ...opening,
      development,
      log,
      ended: this.#onEnded,
      shareUrl: this.#shareUrl,
      openRoutes: this.#openRoutes,
      assets: this.#options.assets,
      urlForAsset: this.#urlForAsset,
      partUrls: this.#partUrls,
    };
  }

  /** One for all sessions, so that none holds a closure of its own. */
  readonly #onEnded = (session: { readonly id: string }, farewell?: KeptFarewell): void =>
    this.#registry.remove(session.id, farewell);

  readonly #shareUrl = (sessionId: string, { origin = "", expiresIn = DAY }: ShareOptions = {}): string => {
    const { secret, clock, basePath } = this.#options;
    const token = sealJoinToken(secret, { sessionId, expires: clock.now() + expiresIn });
    return `${origin}${basePath}/?${JOIN_PARAMETER}=${token}`;
  };

  readonly #openRoutes = (sessionId: string, key: string): string => {
    this.#registry.openRoutes(sessionId, key);
    return `${this.#options.basePath}${ROUTES_PREFIX}${key}/`;
  };

  readonly #urlForAsset = (path: string | URL): string => this.#assetUrls.urlOf(path);

  readonly #partUrls = (part: PagePart): PartUrls => {
    const urls = this.#parts.get(part);
    if (urls === undefined) throw new Error(`Expected the part "${part}" of the page's runtime to be built.`);
    return urls;
  };

  #addParts({ parts }: RuntimeFiles): Map<PagePart, PartUrls> {
    const urlOf = (file: BuiltFile) => this.#options.basePath + OWN_PREFIX + this.#hashed.addBuilt(file);
    const urls = Object.entries(parts).map(([name, { script, styles }]): [PagePart, PartUrls] => [
      name as PagePart,
      { script: urlOf(script), styles: styles && urlOf(styles) },
    ]);
    return new Map(urls);
  }

  #use(app: App): void {
    const { styles = [], scripts = [] } = app.options;
    this.#limits = settleLimits(app.limits, this.#options.givenLimits);
    this.#authentication.use(app.options, this.#limits);
    this.#leaveApp?.();
    this.#leaveApp = app.servedBy?.(this);
    const content = typeof styles === "string" ? styles : styles.join("\n");
    this.#app = app;
    this.#scripts = [scripts].flat().map((script) => this.#addScript(script));
    this.#styles = content === "" ? [] : [this.#hashed.add({ name: "app", extension: "css", content })];
  }

  /** A module that waits for the page's runtime, which it imports by the name that the page does. */
  #addScript(script: string): string {
    return this.#hashed.add({ name: "app", extension: "js", content: `import "./${this.#script}";${script}` });
  }

  #greeter(): Greeter {
    const from = { trustProxy: this.#options.trustProxy, authentication: this.#authentication };
    return {
      refusal: (address) => this.#attachments.refusal(address),
      greet: (connection, request) => this.#attachments.greet(connection, callerOf(request, from)),
    };
  }

  /** What pages show may have changed. */
  reloadPages(): void {
    this.#buildEvents?.announce();
    // A page whose session is gone reloads at once.
    const { clock, closeTimeout: timeout } = this.#options;
    void endSessions(this.#registry.all(), { code: CloseCode.SessionGone, clock, timeout });
  }

  /** Source of a script that reloads a page when the app changes; in development. */
  get reloadScript(): string | undefined {
    return this.#buildEvents?.reloadScript(this.#options.basePath + BUILD_EVENTS_PATH);
  }

  #onAnswerFailed(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const gone = (error as { code?: unknown }).code === "ERR_STREAM_PREMATURE_CLOSE";
    this.#options.log({ level: gone ? "debug" : "error", event: "request/failed", error });
    // Half an answer must not look whole.
    if (response.headersSent) response.destroy();
    else sendText(request, response, { status: 500, text: "Something went wrong" });
  }

  async #close(): Promise<void> {
    const { clock, closeTimeout: timeout, log } = this.#options;
    this.#leaveApp?.();
    this.#buildEvents?.close();
    this.#lines.close();
    this.#attachments.close(CloseCode.ServerRestart);
    const left = await endSessions(this.#registry.all(), { code: CloseCode.ServerRestart, clock, timeout });
    if (left > 0) log({ level: "warn", event: "server/close-timeout", sessions: left });
    this.#registry.stop();
  }
}

/** What a screen that is read once leaves with its server: no routes, no end, no link to it. */
const NOBODY: Pick<SessionEnvironment, "ended" | "openRoutes" | "shareUrl"> = {
  ended: () => {},
  openRoutes: (_id, key) => `/${key}/`,
  shareUrl: (_id, { origin = "" } = {}) => `${origin}/`,
};

/** The name each chunk's file starts with. */
function chunkFiles({ chunks }: RuntimeFiles): Record<string, string> {
  return Object.fromEntries(Object.entries(chunks).map(([name, content]) => [`tandem-${name}`, content]));
}
