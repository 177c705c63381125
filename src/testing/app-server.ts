import { TandemError } from "../core/errors.ts";
import { randomId } from "../core/ids.ts";
import { CloseCode } from "../protocol/close-codes.ts";
import type { App } from "../session/app.ts";
import type { RequestFacts, SessionEnvironment, ShareOptions, Visitor } from "../session/environment.ts";
import type { Arrival } from "../session/navigation/navigator.ts";
import { Session } from "../session/session.ts";
import type { Identity } from "../server/authentication.ts";
import { Attachments, type Caller } from "../server/attachment.ts";
import { pageHtml } from "../server/page.ts";
import { pageFacts } from "../server/page-facts.ts";
import { LocalRegistry } from "../server/registry.ts";
import { TICKET_HEADER } from "../server/route-requests.ts";
import { AssetUrls } from "../server/asset-urls.ts";
import { ROUTES_PREFIX, SOCKET_PATH } from "../server/request-path.ts";
import type { SettledOptions } from "../server/server-options.ts";
import { endSessions } from "../server/session-ending.ts";
import { issueTicket, readTicket, ticketHolder } from "../server/tickets.ts";
import type { Connection } from "../transport/connection.ts";

/** The cookie of the one browser that all pages of a mounted app are in. */
const COOKIE = "0".repeat(26);

export interface PaintedPage {
  readonly session: Session;
  readonly html: string;
  /** Where it is, if guards did not let it be where it was asked for. */
  readonly url?: string;
  /** The status of the answer. */
  readonly status: number;
}

/** What every page of a mounted app says of its browser. */
export interface BrowserFacts {
  readonly request: RequestFacts;
  readonly visitor: Visitor | undefined;
  readonly timezone: string | undefined;
}

/** The real server without its sockets: registry, tickets, attachments and pages. */
export class AppServer {
  readonly app: App;
  readonly #options: SettledOptions;
  readonly #browser: BrowserFacts;
  /** What pages have set, as the next request brings it along. */
  cookies = "";
  readonly #sessions = new Set<Session>();
  #registry: LocalRegistry;
  #attachments: Attachments;

  constructor(app: App, options: SettledOptions, browser: BrowserFacts) {
    this.app = app;
    this.#options = options;
    this.#browser = browser;
    [this.#registry, this.#attachments] = this.#start();
  }

  /** A page of a new session; where a guard sends elsewhere, of the one that is opened there. */
  openPage(url = this.#browser.request.url, redirects = 0): PaintedPage | Promise<PaintedPage> {
    const session = this.#openSession(url);
    const { arrival } = session;
    const arrive = ({ status, redirect }: Partial<Arrival> = {}) => {
      if (redirect === undefined) return { ...this.joinPage(session), status: status ?? 200, url };
      void session.close();
      this.#sessions.delete(session);
      return this.openPage(redirectedTo(redirect, { url, redirects }), redirects + 1);
    };
    return arrival instanceof Promise ? arrival.then(arrive) : arrive(arrival);
  }

  #openSession(url: string): Session {
    const { clock, limits, development, log } = this.#options;
    const { visitor } = this.#browser;
    const request = withCookies(this.#browser.request, this.cookies);
    const environment: SessionEnvironment = {
      clock,
      limits,
      development,
      log,
      id: randomId(),
      request: { ...request, url },
      visitor,
      ended: ({ id }, farewell) => this.#registry.remove(id, farewell),
      openRoutes: (id, key) => {
        this.#registry.openRoutes(id, key);
        return ROUTES_PREFIX + key + "/";
      },
      assets: this.#options.assets,
      urlForAsset: (path) => new AssetUrls(this.#options).urlOf(path),
      shareUrl: (id: string, { origin = "" }: ShareOptions = {}) => `${origin}/?tandem-join=${id}`,
    };
    const session = Session.open(this.app, environment);
    this.#sessions.add(session);
    this.#registry.add(session, request.clientIp);
    return session;
  }

  /** One more page of a session. */
  joinPage(session: Session): PaintedPage {
    const { secret, clock, development } = this.#options;
    const { request, visitor } = this.#browser;
    const clientId = session.addClient(visitor);
    const screen = session.firstPaint();
    const ticket = issueTicket(secret, ticketHolder(COOKIE, visitor?.userId), {
      sessionId: session.id,
      clientId,
      issued: clock.now(),
    });
    this.#registry.expect(session.id, clientId, request.clientIp);
    const html = pageHtml({
      ...pageFacts(this.app.options, [], screen),
      script: "",
      earlyScript: "",
      nonce: "",
      config: { ticket, socket: SOCKET_PATH, ...(development ? { dev: true } : {}) },
    });
    return { session, html, status: 200 };
  }

  /** Answers what a page of the one browser asks the routes of its session for. */
  async answer(request: Request): Promise<Response> {
    const [key = "", ...below] = new URL(request.url).pathname.slice(ROUTES_PREFIX.length).split("/");
    const session = this.#registry.findByRoutes(key);
    const holders = [ticketHolder(COOKIE, this.#browser.visitor?.userId)];
    const ticket = readTicket(this.#options.secret, holders, request.headers.get(TICKET_HEADER) ?? "");
    const client = ticket !== undefined && ticket.sessionId === session?.id ? ticket.clientId : undefined;
    let answer = new Response("Not found\n", { status: 404 });
    let failure: unknown;
    await session?.respond({ request, path: below.join("/"), client }, async (response) => {
      // Read here and now, where what makes its body fail is the session's affair.
      const body =
        response.body === null
          ? null
          : await response.arrayBuffer().catch((error: unknown) => {
              failure = error;
              throw error;
            });
      answer = new Response(body, { status: response.status, headers: response.headers });
      return true;
    });
    // As a transfer that breaks off.
    if (failure !== undefined) throw new TypeError("fetch failed", { cause: failure });
    return answer;
  }

  accept(connection: Connection): void {
    const { visitor, timezone } = this.#browser;
    const caller: Caller = { cookies: [COOKIE], timezone };
    const known = visitor && { identify: async (): Promise<Identity> => ({ kind: "visitor", visitor }) };
    this.#attachments.greet(connection, { ...caller, ...known });
  }

  /** As a deploy does: pages are told, every session ends, and a new process knows none of them. */
  async stop(): Promise<void> {
    const { clock, closeTimeout: timeout } = this.#options;
    this.#attachments.close(CloseCode.ServerRestart);
    await endSessions([...this.#sessions], { code: CloseCode.ServerRestart, clock, timeout });
    this.#sessions.clear();
    this.#registry.stop();
  }

  restarted(): void {
    [this.#registry, this.#attachments] = this.#start();
  }

  #start(): [LocalRegistry, Attachments] {
    const registry = new LocalRegistry(this.#options);
    return [registry, new Attachments({ ...this.#options, registry })];
  }
}

/** Browsers follow no more than 20. */
function redirectedTo(redirect: string, { url, redirects }: { url: string; redirects: number }): string {
  const target = new URL(redirect, url);
  if (target.origin === new URL(url).origin && redirects < 20) return target.href;
  throw new TandemError(
    "testing/left-app",
    `Expected ${url} to lead to a page of the app, but its guards sent the browser to ${target.href}.`,
  );
}

function withCookies(request: RequestFacts, cookies: string): RequestFacts {
  if (cookies === "") return request;
  const cookie = [request.headers["cookie"] ?? [], cookies].flat().join("; ");
  return { ...request, headers: { ...request.headers, cookie } };
}
