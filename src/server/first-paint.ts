import type { IncomingMessage, ServerResponse } from "node:http";
import { TandemError } from "../core/errors.ts";
import { sendNotice, sendPieces, sendRedirect } from "./answer.ts";
import type { Authentication } from "./authentication.ts";
import { randomId } from "../core/ids.ts";
import { browserCookieLine, browserCookies } from "./browser-cookie.ts";
import { JOIN_PARAMETER, openJoinToken } from "./join-links.ts";
import { shortHash } from "./log.ts";
import { isCrawler } from "./crawlers.ts";
import { pagePieces, stillPieces } from "./page.ts";
import { pageFacts } from "./page-facts.ts";
import { requestOrigin, type RequestOrigin } from "./request-origin.ts";
import { sendRefusal } from "./refusal.ts";
import { pathBelow, queryParameter, SOCKET_PATH } from "./request-path.ts";
import type { RequestFacts, Visitor } from "../session/environment.ts";
import { contentSecurityPolicy, pageHeaders } from "./security-headers.ts";
import type { Painted } from "../session/core/clients.ts";
import type { ServedApp, ServedSession } from "./session-like.ts";
import type { SessionLimit, SessionRegistry } from "./registry.ts";
import type { SettledOptions } from "./server-options.ts";
import type { PagePiece } from "./shared-gzip.ts";
import { issueTicket, ticketHolder } from "./tickets.ts";

/** What a page needs besides its session. */
export interface PageSource {
  readonly app: ServedApp;
  /** URLs. */
  readonly styles: readonly string[];
  readonly script: string;
  /** URLs of the app's own, in order. */
  readonly appScripts: readonly string[];
  /** In the names of scripts that are loaded when needed. */
  readonly chunkHash: string;
  readonly earlyScript: string;
  open(request: RequestFacts, visitor: Visitor | undefined): ServedSession;
  /** The screen without a session. */
  readOnce(request: RequestFacts): Painted | Promise<Painted>;
  /** Source of a script for error pages, in development. */
  readonly reloadScript: string | undefined;
}

/** One request for a page. */
interface Visit {
  readonly source: PageSource;
  readonly from: RequestOrigin;
  readonly visitor: Visitor | undefined;
}

/** Answers a page request with the real screen of a session: a new one, or the one a join link leads to. */
export class FirstPaint {
  readonly #options: SettledOptions;
  readonly #registry: SessionRegistry;
  readonly #authentication: Authentication;

  constructor(options: SettledOptions, registry: SessionRegistry, authentication: Authentication) {
    this.#options = options;
    this.#registry = registry;
    this.#authentication = authentication;
  }

  /** Nothing of a session starts before it is known who asks for it. */
  async answer(request: IncomingMessage, response: ServerResponse, source: PageSource): Promise<void> {
    if (!this.#authentication.isAsked) return this.#answer(request, response, { source, visitor: undefined });
    const identity = await this.#authentication.identify(request, "page");
    if (response.destroyed) return;
    if (identity.kind === "refused") {
      return sendRefusal(request, response, { ...this.#options, refusal: identity.refusal });
    }
    if (identity.kind === "failed") return this.#sendUnknown(request, response);
    await this.#answer(request, response, { source, visitor: identity.visitor });
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    { source, visitor }: { source: PageSource; visitor: Visitor | undefined },
  ): Promise<void> {
    const from = requestOrigin(request, this.#options.trustProxy);
    const token = queryParameter(request.url, JOIN_PARAMETER);
    if (request.method === "HEAD") return this.#sendHead(request, response, source.app);
    const refused = this.#registry.refusal(from.clientIp);
    if (refused === "maxUnclaimedPerAddress") return this.#sendTooMany(request, response, refused);
    if (isCrawler(request.headers["user-agent"])) return this.#sendStill(request, response, { source, from });
    if (token !== undefined) return this.#join(request, response, { source, from, visitor, token });
    if (refused === "maxSessionsPerAddress") return this.#sendTooMany(request, response, refused);
    if (refused === "maxSessions") return this.#sendFull(request, response, refused);
    return this.#start(request, response, { source, from, visitor });
  }

  /** A HEAD says what a GET would, without starting a session for it. */
  #sendHead({ url }: IncomingMessage, response: ServerResponse, { pages }: ServedApp): void {
    const isFound = pages?.has(pathBelow(this.#options.basePath, url) ?? "/") ?? true;
    response
      .writeHead(isFound ? 200 : 404, pageHeaders(contentSecurityPolicy(randomId(), this.#options.contentSecurity)))
      .end();
  }

  /** For a crawler, also of a join link: a client of the session would wait for nobody. It counts as a page that waits. */
  async #sendStill(
    request: IncomingMessage,
    response: ServerResponse,
    at: { source: PageSource; from: RequestOrigin },
  ) {
    const { source, from } = at;
    this.#registry.expect(randomId(), 0, from.clientIp);
    try {
      const screen = await source.readOnce(this.#facts(request, from));
      const { status = 200, redirect } = screen.arrival ?? {};
      if (redirect !== undefined) return sendRedirect(request, response, redirect);
      const pieces = stillPage(source, screen);
      const headers = pageHeaders(contentSecurityPolicy(randomId(), this.#options.contentSecurity));
      await sendPieces(request, response, { status, pieces, headers });
    } catch (error) {
      if (response.headersSent) throw error;
      await this.#sendFailure(request, response, { error, source });
    }
  }

  async #start(request: IncomingMessage, response: ServerResponse, at: Visit) {
    let session: ServedSession | undefined;
    try {
      session = at.source.open(this.#facts(request, at.from), at.visitor);
      this.#registry.add(session, at.from.clientIp);
      const { status = 200, redirect } = (await arrivalOf(session, response)) ?? {};
      if (response.destroyed) return this.#giveUp(session);
      if (this.#registry.find(session.id) === undefined) {
        return await this.#sendOver(request, response, session.lastWord ?? "");
      }
      if (redirect === undefined) return await this.#sendScreen(request, response, { ...at, session, status });
      this.#giveUp(session);
      sendRedirect(request, response, redirect);
    } catch (error) {
      const lastWord = session?.lastWord;
      if (session !== undefined) this.#giveUp(session);
      if (response.headersSent) throw error;
      if (lastWord !== undefined) return this.#sendOver(request, response, lastWord);
      await this.#sendFailure(request, response, { error, source: at.source });
    }
  }

  /** Nobody will ever see it. */
  #giveUp(session: ServedSession): void {
    this.#registry.remove(session.id);
    void session.close().catch(() => {});
  }

  async #join(
    request: IncomingMessage,
    response: ServerResponse,
    { token, ...at }: Visit & { token: string },
  ): Promise<void> {
    const sessionId = openJoinToken(this.#options.secret, token, this.#options.clock.now());
    const session = sessionId === undefined ? undefined : this.#registry.find(sessionId);
    if (session === undefined) {
      return sendNotice(request, response, {
        status: 404,
        title: "This link no longer works",
        text: "What it led to has ended, or the link has expired. Ask for a new one.",
      });
    }
    if (session.clientCount >= this.#options.limits.maxClientsPerSession) {
      return this.#sendFull(request, response, "maxClientsPerSession");
    }
    await this.#sendScreen(request, response, { ...at, session, status: 200 });
  }

  async #sendScreen(
    request: IncomingMessage,
    response: ServerResponse,
    { source, from, visitor, session, status }: Visit & { session: ServedSession; status: number },
  ): Promise<void> {
    const { basePath, secret, clock, development, contentSecurity } = this.#options;
    const known = browserCookies(request.headers.cookie)[0];
    const cookie = known ?? randomId();
    const clientId = session.addClient(visitor);
    const screen = session.firstPaint();
    const ticket = issueTicket(secret, ticketHolder(cookie, visitor?.userId), {
      sessionId: session.id,
      clientId,
      issued: clock.now(),
    });
    this.#registry.expect(session.id, clientId, from.clientIp);
    const nonce = randomId();
    const pieces = pagePieces({
      ...pageFacts(source.app.options, source.styles, screen),
      script: source.script,
      appScripts: source.appScripts,
      earlyScript: source.earlyScript,
      nonce,
      config: {
        ticket,
        socket: basePath + SOCKET_PATH,
        v: source.chunkHash,
        ...(development ? { dev: true } : {}),
      },
    });
    const headers = pageHeaders(contentSecurityPolicy(nonce, contentSecurity));
    if (known === undefined) {
      headers["Set-Cookie"] = browserCookieLine(cookie, { path: basePath || "/", secure: from.secure });
    }
    await sendPieces(request, response, { status, pieces, headers });
  }

  #facts(request: IncomingMessage, from: RequestOrigin): RequestFacts {
    const origin = from.origin ?? "http://localhost";
    return {
      method: request.method ?? "GET",
      url: origin + (request.url ?? "/"),
      headers: request.headers,
      origin,
      basePath: this.#options.basePath,
      clientIp: from.clientIp,
      clientPort: from.clientPort,
    };
  }

  /** Its session ended before there was a page to show. */
  #sendOver(request: IncomingMessage, response: ServerResponse, lastWord: string): Promise<void> {
    const text = lastWord === "" ? "Please reload to start again." : lastWord;
    return sendNotice(request, response, { status: 410, title: "This session has ended", text });
  }

  #sendUnknown(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = "The server could not find out who you are. Please try again in a minute.";
    return sendNotice(request, response, { status: 500, title: "Something went wrong", text });
  }

  #sendFull(request: IncomingMessage, response: ServerResponse, limit: string): Promise<void> {
    this.#options.log({ level: "warn", event: `limit/${limit}` });
    return sendNotice(request, response, {
      status: 503,
      title: "Too many are here already",
      text: "Please try again in a minute.",
      headers: { "Retry-After": "30" },
    });
  }

  #sendTooMany(request: IncomingMessage, response: ServerResponse, limit: SessionLimit): Promise<void> {
    const message = "Behind a proxy, set trustProxy: else all share the proxy's address.";
    this.#options.log({ level: "warn", event: `limit/${limit}`, message });
    return sendNotice(request, response, {
      status: 429,
      title: "Too many pages at once",
      text: "Please wait a moment, then reload.",
      headers: { "Retry-After": String(Math.ceil(this.#options.limits.claimTimeout / 1000)) },
    });
  }

  /** The app could not start: in development all that is known, otherwise an id to quote. */
  async #sendFailure(
    request: IncomingMessage,
    response: ServerResponse,
    { error, source }: { error: unknown; source: PageSource },
  ): Promise<void> {
    const id = shortHash(randomId());
    this.#options.log({ level: "error", event: "app/start-failed", id, error });
    if (!this.#options.development) {
      return sendNotice(request, response, {
        status: 500,
        title: "Something went wrong",
        text: `The app could not start. Quote ${id} when you report this.`,
      });
    }
    const { describeError } = await import("./error-details.ts");
    const { text, details } = await describeError(error);
    const title = error instanceof TandemError ? error.code : "The app could not start";
    await sendNotice(request, response, { status: 500, title, text, details, script: source.reloadScript });
  }
}

type Arrival = Awaited<ServedSession["arrival"]>;

/** Where the session is, once guards have let it in; or nothing, as soon as nobody waits for the page any more. */
function arrivalOf({ arrival }: ServedSession, response: ServerResponse): Arrival | Promise<Arrival> {
  if (!(arrival instanceof Promise)) return arrival;
  const left = new Promise<undefined>((resolve) => response.once("close", () => resolve(undefined)));
  return Promise.race([arrival, left]);
}

/** A page as a crawler gets it. */
export function stillPage(source: PageSource, screen: Painted): PagePiece[] {
  return stillPieces(pageFacts(source.app.options, source.styles, screen));
}
