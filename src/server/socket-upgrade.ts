import { STATUS_CODES, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { WebSocketConnection, webSocketServerOptions } from "../transport/websocket.ts";
import type { Attachments } from "./attachment.ts";
import { browserCookies } from "./browser-cookie.ts";
import { requestOrigin, webOrigin } from "./request-origin.ts";
import type { SettledOptions } from "./server-options.ts";

/** Turns upgrade requests into connections, for pages of an allowed origin only. */
export class SocketUpgrade {
  readonly #options: SettledOptions;
  readonly #attachments: Attachments;
  readonly #sockets: WebSocketServer;

  constructor(options: SettledOptions, attachments: Attachments) {
    this.#options = options;
    this.#attachments = attachments;
    this.#sockets = new WebSocketServer(webSocketServerOptions(options.limits));
    // Its own answer to a malformed handshake is right; it only needs no crash.
    this.#sockets.on("wsClientError", (_error, socket) => refuseUpgrade(socket, 400));
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!this.#isAllowedOrigin(request)) return refuseUpgrade(socket, 403);
    if (this.#attachments.waiting >= this.#options.limits.maxSessions) return refuseUpgrade(socket, 503);
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new WebSocketConnection(webSocket, this.#options.clock);
      this.#attachments.greet(connection, browserCookies(request.headers.cookie));
    });
  }

  /** Scheme, host and port equal the server's own or a listed one: no prefix, suffix or wildcard. */
  #isAllowedOrigin(request: IncomingMessage): boolean {
    const { allowedOrigins, trustProxy, log } = this.#options;
    const said = request.headers.origin;
    const own = requestOrigin(request, trustProxy).origin;
    const origin = said === undefined ? undefined : webOrigin(said);
    if (origin !== undefined && (origin === own || allowedOrigins.includes(origin))) return true;
    log({
      level: "warn",
      event: "socket/origin-refused",
      message: "A page of another origin tried to attach. Behind a proxy, set trustProxy or allowedOrigins.",
      origin: said ?? "none",
      own: own ?? "none",
    });
    return false;
  }
}

/** Answers in plain HTTP, as there is no WebSocket yet to close with a code. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  socket.on("error", () => {});
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
