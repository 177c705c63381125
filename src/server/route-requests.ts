import type { IncomingMessage, ServerResponse } from "node:http";
import { NodeRequest } from "srvx/node";
import { Tally } from "../core/tally.ts";
import { isSafeMethod, sendText } from "./answer.ts";
import { ANYBODY, type Authentication } from "./authentication.ts";
import { browserCookies, withoutBrowserCookie } from "./browser-cookie.ts";
import { earlyBody } from "./early-body.ts";
import { isAllowedOrigin } from "./origin-check.ts";
import type { SessionRegistry } from "./registry.ts";
import { ROUTES_PREFIX } from "./request-path.ts";
import { requestOrigin } from "./request-origin.ts";
import type { SettledOptions } from "./server-options.ts";
import type { ServedSession } from "./session-like.ts";
import { readTicket, ticketHolder } from "./tickets.ts";
import { sendWebResponse } from "./web-response.ts";

/** What a page proves itself with, as in its hello. */
export const TICKET_HEADER = "tandem-ticket";
/** They would have the server repeat what a browser keeps from scripts; no `Request` can have them. */
const REFUSED_METHODS = ["TRACE", "TRACK", "CONNECT"];

/** Requests to what sessions answer themselves: their routes, downloads and uploads. */
export class RouteRequests {
  readonly #options: SettledOptions;
  readonly #registry: SessionRegistry;
  readonly #authentication: Authentication;
  /** How many are under way, by session. */
  readonly #underWay = new Tally<ServedSession>();

  constructor(options: SettledOptions, registry: SessionRegistry, authentication: Authentication) {
    this.#options = options;
    this.#registry = registry;
    this.#authentication = authentication;
  }

  /** Whether a path below the base path is ours. */
  static serves(path: string): boolean {
    return path.startsWith(ROUTES_PREFIX);
  }

  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const [key = ""] = path.slice(ROUTES_PREFIX.length).split("/", 1);
    // Whoever hung up while a host was still thinking would be counted for ever: it has closed, and will not again.
    if (response.destroyed) return;
    const session = this.#registry.findByRoutes(key);
    if (session === undefined) return sendText(request, response, { status: 404, text: "Not found" });
    if (REFUSED_METHODS.includes(request.method ?? "")) {
      return sendText(request, response, { status: 405, text: "Not allowed", headers: { Connection: "close" } });
    }
    const body = earlyBody(request);
    if (body.kind === "lost") return this.#sendBodyLost(request, response);
    if (!this.#begin(session, response)) return this.#sendBusy(request, response);
    const client = await this.#provenClient(request, session);
    const below = path.slice(ROUTES_PREFIX.length + key.length + 1);
    const web = body.kind === "kept" ? this.#rebuilt(request, body.bytes) : this.#fresh(request, response, below);
    const routed = { request: this.#withoutProofs(web, request), path: below, client };
    await session.respond(routed, (answer) => sendWebResponse(request, response, answer));
  }

  /** Counts a request until its answer has left or its client is gone. */
  #begin(session: ServedSession, response: ServerResponse): boolean {
    if (this.#underWay.of(session) >= this.#options.limits.maxRouteRequests) return false;
    this.#underWay.add(session);
    response.once("close", () => this.#underWay.remove(session));
    return true;
  }

  #sendBusy(request: IncomingMessage, response: ServerResponse): void {
    this.#options.log({ level: "warn", event: "limit/maxRouteRequests", message: "a request was refused" });
    const headers = { "Retry-After": "1", Connection: "close" };
    sendText(request, response, { status: 503, text: "Too many requests at once", headers });
  }

  /**
   * The client whose page sent this: its ticket, which only its own browser can use, from a page of an allowed
   * origin. Browsers name no origin where a page of this site only reads; no other page may send the ticket's header.
   */
  async #provenClient(request: IncomingMessage, session: ServedSession): Promise<number | undefined> {
    const ticket = request.headers[TICKET_HEADER];
    if (typeof ticket !== "string") return undefined;
    const needsOrigin = request.headers.origin !== undefined || !isSafeMethod(request);
    if (needsOrigin && !isAllowedOrigin(request, this.#options)) return undefined;
    const { visitor } = this.#authentication.isAsked ? await this.#authentication.identify(request, "attach") : ANYBODY;
    const holders = browserCookies(request.headers.cookie).map((cookie) => ticketHolder(cookie, visitor?.userId));
    const facts = readTicket(this.#options.secret, holders, ticket);
    return facts?.sessionId === session.id ? facts.clientId : undefined;
  }

  #fresh(req: IncomingMessage, res: ServerResponse, path: string): Request {
    const { trustProxy, limits } = this.#options;
    // What Tandem itself takes in has limits of its own.
    const limit = path.startsWith("~") ? {} : { maxRequestBodySize: limits.maxRouteBodyBytes };
    const request = new NodeRequest({ req, res, ...limit });
    const { origin } = requestOrigin(req, trustProxy);
    if (origin !== undefined) (request as { _url?: URL })._url = new URL(origin + req.url!);
    return request;
  }

  /** Of a body that the host has read, and bounded, before. */
  #rebuilt(request: IncomingMessage, body: Buffer): Request {
    const { origin = "http://localhost" } = requestOrigin(request, this.#options.trustProxy);
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    return new Request(origin + request.url!, { method: request.method!, headers, body: new Uint8Array(body) });
  }

  /** Without what proves a browser and its page: an app that passes on what it got must not pass on that. */
  #withoutProofs(request: Request, { headers }: IncomingMessage): Request {
    const cookies = withoutBrowserCookie(headers.cookie);
    if (cookies === undefined) request.headers.delete("cookie");
    else request.headers.set("cookie", cookies);
    request.headers.delete(TICKET_HEADER);
    return request;
  }

  #sendBodyLost(request: IncomingMessage, response: ServerResponse): void {
    const message = "A body parser of the host has read it before. Mount the app before body parsers.";
    this.#options.log({ level: "warn", event: "request/body-read-before", message });
    sendText(request, response, { status: 400, text: "Expected a body that nobody has read" });
  }
}
