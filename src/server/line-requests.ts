import type { IncomingMessage, ServerResponse } from "node:http";
import { randomId } from "../core/ids.ts";
import type { Connection } from "../transport/connection.ts";
import { EventStreamConnection } from "../transport/event-stream.ts";
import { BATCH_LENGTH } from "../transport/http-client.ts";
import { PollingConnection } from "../transport/polling.ts";
import { sendText } from "./answer.ts";
import { browserCookies } from "./browser-cookie.ts";
import { readLineBody, type BodyFault } from "./line-body.ts";
import { lineOutlet } from "./line-outlet.ts";
import { isAllowedOrigin } from "./origin-check.ts";
import { requestOrigin } from "./request-origin.ts";
import { LINE_DOWN_PATH, LINE_PATH, LINE_UP_PATH } from "./request-path.ts";
import { COMMON_HEADERS } from "./security-headers.ts";
import type { SettledOptions } from "./server-options.ts";

/** What takes new connections. */
export interface Greeter {
  /** The limit that stands against another connection from this address, if one does. */
  refusal(address: string): string | undefined;
  /** Takes a new connection that this request opened. */
  greet(connection: Connection, request: IncomingMessage): void;
}

export type LineOptions = Pick<
  SettledOptions,
  "allowedOrigins" | "trustProxy" | "limits" | "clock" | "log" | "httpPullInterval"
>;

/** A line that is up. */
interface Line {
  readonly connection: EventStreamConnection | PollingConnection;
  /** Those of the browser that opened it; nobody else may use it. */
  readonly cookies: readonly string[];
  /** Requests that bring frames, and the end of the last: each is handled after the one before. */
  posts: number;
  turn: Promise<void>;
}

/** A page has at most one request under way, and another for its close. */
const MAX_POSTS = 2;
/** Not a type that a form, or a script of another origin without our leave, can send. */
const CONTENT_TYPE = /^text\/event-stream\s*(?:;|$)/i;

/** Requests that open and use lines over HTTP, for pages of an allowed origin only. */
export class LineRequests {
  readonly #options: LineOptions;
  readonly #greeter: Greeter;
  readonly #lines = new Map<string, Line>();
  #closing = false;

  constructor(options: LineOptions, greeter: Greeter) {
    this.#options = options;
    this.#greeter = greeter;
  }

  /** Lines that are up. */
  get size(): number {
    return this.#lines.size;
  }

  /** Whether a path below the base path is ours. */
  static serves(path: string): boolean {
    return path === LINE_PATH || path === LINE_UP_PATH || path === LINE_DOWN_PATH;
  }

  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    // How a page finds out whether it is the WebSocket alone that does not get through.
    if (request.method === "GET" && path === LINE_PATH) return finish(response, 204);
    if (request.method !== "POST") return refuse(request, response, 405);
    if (!isAllowedOrigin(request, this.#options)) return refuse(request, response, 403);
    if (!CONTENT_TYPE.test(request.headers["content-type"] ?? "")) return refuse(request, response, 415);
    if (path === LINE_PATH) return this.#open(request, response);
    const line = this.#find(request);
    if (line === undefined) return refuse(request, response, 404);
    if (path === LINE_UP_PATH) return this.#takeUp(request, response, line);
    if (!(line.connection instanceof PollingConnection)) return refuse(request, response, 409);
    request.resume();
    line.connection.ask(lineOutlet(response));
  }

  /** No new lines from here on. */
  close(): void {
    this.#closing = true;
  }

  async #open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#closing) return refuse(request, response, 503);
    const { clientIp } = requestOrigin(request, this.#options.trustProxy);
    const limit = this.#greeter.refusal(clientIp);
    if (limit !== undefined) return refuse(request, response, limit === "maxSessions" ? 503 : 429);
    const body = await this.#read(request);
    if (body === undefined || response.destroyed) return;
    if (body.fault !== undefined) return this.#refuseBody(request, response, body.fault);
    const connection = this.#connect(request, response);
    for (const event of body.events) connection.receive(event);
  }

  #connect(request: IncomingMessage, response: ServerResponse): Line["connection"] {
    const { clock, httpPullInterval: interval } = this.#options;
    const id = randomId();
    const outlet = lineOutlet(response);
    const ended = () => void this.#lines.delete(id);
    const streams = String(request.headers.accept).includes("text/event-stream");
    const connection = streams
      ? new EventStreamConnection(id, outlet, { clock, ended })
      : new PollingConnection(id, { clock, interval, ended });
    if (connection instanceof PollingConnection) connection.ask(outlet);
    const cookies = browserCookies(request.headers.cookie);
    this.#lines.set(id, { connection, cookies, posts: 0, turn: Promise.resolve() });
    this.#greeter.greet(connection, request);
    return connection;
  }

  /** The line a request names, if it comes from the browser that opened it. */
  #find(request: IncomingMessage): Line | undefined {
    const line = this.#lines.get(String(request.headers["tandem-line"]));
    const cookies = browserCookies(request.headers.cookie);
    return line?.cookies.some((cookie) => cookies.includes(cookie)) ? line : undefined;
  }

  #takeUp(request: IncomingMessage, response: ServerResponse, line: Line): Promise<void> {
    if (line.posts >= MAX_POSTS) return Promise.resolve(refuse(request, response, 409));
    line.posts++;
    const taken = line.turn.then(() => this.#handUp(request, response, line.connection));
    line.turn = taken.catch(() => {}).then(() => void line.posts--);
    return taken;
  }

  async #handUp(request: IncomingMessage, response: ServerResponse, connection: Line["connection"]): Promise<void> {
    const body = await this.#read(request);
    if (body === undefined) return;
    if (body.fault !== undefined) {
      this.#refuseBody(request, response, body.fault);
      if (body.fault.code !== undefined) connection.close(body.fault.code, "");
      return;
    }
    for (const event of body.events) connection.receive(event);
    finish(response, 204);
  }

  #read(request: IncomingMessage) {
    const { clock, limits } = this.#options;
    // A single frame may be twice the limit, so that it is refused by its name; a batch is what the client makes it.
    const maxBytes = 2 * limits.maxFrameBytes + 3 * BATCH_LENGTH;
    return readLineBody(request, { clock, maxBytes, maxParts: limits.maxFrameParts, timeout: limits.helloTimeout });
  }

  #refuseBody(request: IncomingMessage, response: ServerResponse, { status, name }: BodyFault): void {
    this.#options.log({ level: "warn", event: "socket/refused", status, why: name });
    refuse(request, response, status);
  }
}

const REFUSALS = {
  400: "Expected whole events in UTF-8",
  403: "Expected a page of this site",
  404: "Not found",
  405: "Expected POST",
  408: "Expected the rest of this request",
  409: "Not now",
  413: "Too large",
  415: "Expected text/event-stream",
  429: "Too many lines from here",
  503: "Please try again later",
} as const;

/** What was not read is not waited for: the connection closes. */
function refuse(request: IncomingMessage, response: ServerResponse, status: keyof typeof REFUSALS): void {
  const headers = { Connection: "close", ...(status === 405 ? { Allow: "POST" } : {}) };
  sendText(request, response, { status, text: REFUSALS[status], headers });
}

function finish(response: ServerResponse, status: 204): void {
  response.writeHead(status, { ...COMMON_HEADERS, "Cache-Control": "no-store" }).end();
}
