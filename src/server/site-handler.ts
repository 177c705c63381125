import type { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { App, DisconnectOptions } from "../session/app.ts";
import { appsOf, type Site } from "../session/apps.ts";
import type { RequestFacts } from "../session/environment.ts";
import { isSafeMethod, sendPage, sendReadOnly, sendText } from "./answer.ts";
import type { AppHandler, Arrival, BuildFailure } from "./app-handler.ts";
import { appsPage, type ListedApp } from "./apps-page.ts";
import type { Handler } from "./handler.ts";
import { hostRefusal } from "./host-check.ts";
import { expressMiddleware, type ExpressMiddleware } from "./hosts/express.ts";
import { fastifyPlugin, type FastifyPlugin } from "./hosts/fastify.ts";
import { honoMiddleware, type HonoMiddleware } from "./hosts/hono.ts";
import { attachUpgrades } from "./hosts/upgrade-attachment.ts";
import { OWN_PREFIX, pathBelow } from "./request-path.ts";
import { settleLimits, type SettledOptions } from "./server-options.ts";

/** Makes the handler of one app, below a path of its own; without an app, `replaceApp` gives it one. */
export type MakeAppHandler = (
  app: App | undefined,
  options: SettledOptions,
  apps: ReadonlyMap<string, ListedApp> | undefined,
) => AppHandler<App>;

const NO_APPS: ReadonlyMap<string, App> = new Map();

/** One app or several, as a part of any server: routes each request to the app it is for. */
export class SiteHandler implements Handler {
  readonly #options: SettledOptions;
  readonly #make: MakeAppHandler;
  /** Where each app is; one object for good, as sessions look into it. Empty where there is but one. */
  readonly #places = new Map<string, ListedApp>();
  readonly #named = new Map<string, AppHandler<App>>();
  /** What is at the base path, be there an app or not. */
  readonly #root: AppHandler<App>;
  #hasRoot = true;
  #failed = false;

  constructor(site: Site | undefined, { options, make }: { options: SettledOptions; make: MakeAppHandler }) {
    this.#options = options;
    this.#make = make;
    const apps = site === undefined ? NO_APPS : appsOf(site);
    this.#root = this.#makeFor("", apps.get(""));
    if (site === undefined) return;
    this.#note(apps);
    for (const [name, app] of apps) if (name !== "") this.#named.set(name, this.#makeFor(name, app));
  }

  listener = (request: IncomingMessage, response: ServerResponse, next?: () => void): void =>
    this.#take(request, response, { backend: "node", next });

  upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): boolean =>
    this.#handlerFor(request.url).upgrade(request, socket, head);

  attach = (server: EventEmitter): (() => void) => attachUpgrades(server, this);

  get express(): ExpressMiddleware {
    return expressMiddleware(this.#take);
  }

  get hono(): HonoMiddleware {
    return honoMiddleware(this.#take);
  }

  get fastify(): FastifyPlugin {
    const { basePath } = this.#options;
    return fastifyPlugin({ basePath, take: this.#take, attach: this.attach, close: () => this.close() });
  }

  /** Sessions alive. */
  get sessionCount(): number {
    return this.#all.reduce((sum, handler) => sum + handler.sessionCount, 0);
  }

  async disconnectUser(id: string | number, options?: DisconnectOptions): Promise<number> {
    const counts = await Promise.all(this.#all.map((handler) => handler.disconnectUser(id, options)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((handler) => handler.close()));
  }

  /** New pages get these apps; open ones reload. */
  replaceSite(site: Site): void {
    const apps = appsOf(site);
    this.#note(apps);
    for (const [name, handler] of this.#named) {
      if (apps.has(name)) continue;
      this.#named.delete(name);
      void handler.close();
    }
    for (const [name, app] of apps) this.#show(name, app);
    if (!this.#hasRoot) this.#root.reloadPages();
  }

  /** The HTML of a page as a crawler gets it. Rejects with what its app throws, and where there is no app. */
  async render(request: RequestFacts): Promise<string> {
    const { pathname } = new URL(request.url);
    const handler = this.#handlerFor(pathname);
    if (handler === this.#root && !this.#hasRoot) return appsPage({ apps: [...this.#places.values()] }).html;
    return handler.render({ ...request, basePath: this.#pathOf(this.#nameIn(pathname)) });
  }

  /** Pages show this until there are apps again. */
  showFailure(failure: BuildFailure): void {
    this.#failed = true;
    for (const handler of this.#all) handler.showFailure(failure);
  }

  #note(apps: ReadonlyMap<string, App>): void {
    this.#failed = false;
    this.#hasRoot = apps.has("");
    this.#places.clear();
    if (apps.size > 1 || !this.#hasRoot) for (const [name, app] of apps) this.#places.set(name, this.#place(name, app));
  }

  #show(name: string, app: App): void {
    const handler = name === "" ? this.#root : this.#named.get(name);
    if (handler !== undefined) handler.replaceApp(app);
    else this.#named.set(name, this.#makeFor(name, app));
  }

  #makeFor(name: string, app: App | undefined): AppHandler<App> {
    const limits = settleLimits(app?.limits ?? {}, this.#options.givenLimits);
    return this.#make(app, { ...this.#options, basePath: this.#pathOf(name), limits }, this.#places);
  }

  #place(name: string, app: App): ListedApp {
    const { title = name || "Start", description } = app.options;
    return { url: this.#pathOf(name) || "/", title, description };
  }

  #pathOf(name: string): string {
    const { basePath } = this.#options;
    return name === "" ? basePath : `${basePath}/${name}`;
  }

  get #all(): AppHandler<App>[] {
    return [this.#root, ...this.#named.values()];
  }

  #handlerFor(url: string | undefined): AppHandler<App> {
    return this.#named.get(this.#nameIn(url)) ?? this.#root;
  }

  /** The name of the app that a URL is for. */
  #nameIn(url: string | undefined): string {
    const name = pathBelow(this.#options.basePath, url)?.split("/", 2)[1] ?? "";
    return this.#named.has(name) ? name : "";
  }

  readonly #take = (request: IncomingMessage, response: ServerResponse, arrival: Arrival): void => {
    const handler = this.#handlerFor(request.url);
    const path = pathBelow(this.#options.basePath, request.url);
    const isList = handler === this.#root && !this.#hasRoot && !this.#failed;
    if (!isList || path === undefined || path.startsWith(OWN_PREFIX)) return handler.take(request, response, arrival);
    if (path !== "/" && arrival.next !== undefined) return arrival.next();
    void this.#sendList(request, response, path);
  };

  /** Where there is no app, those that there are. */
  #sendList(request: IncomingMessage, response: ServerResponse, path: string): void | Promise<void> {
    const refusal = hostRefusal(request, this.#options);
    if (refusal !== undefined) return sendText(request, response, refusal);
    if (!isSafeMethod(request)) return sendReadOnly(request, response);
    const isThere = path === "/";
    const apps = [...this.#places.values()];
    const notice = isThere ? {} : { notice: "There is no such app here. These are the ones there are:" };
    const page = appsPage({ apps, ...notice, script: this.#root.reloadScript });
    return sendPage(request, response, { status: isThere ? 200 : 404, ...page });
  }
}
