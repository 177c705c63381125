import { STATUS_CODES, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { WebSocketConnection, webSocketServerOptions } from "../transport/websocket.ts";
import type { Greeter } from "./line-requests.ts";
import { isAllowedOrigin } from "./origin-check.ts";
import { requestOrigin } from "./request-origin.ts";
import type { SettledOptions } from "./server-options.ts";

/** Turns upgrade requests into connections, for pages of an allowed origin only. */
export class SocketUpgrade {
  readonly #options: SettledOptions;
  readonly #greeter: Greeter;
  readonly #sockets: WebSocketServer;

  constructor(options: SettledOptions, greeter: Greeter) {
    this.#options = options;
    this.#greeter = greeter;
    this.#sockets = new WebSocketServer(webSocketServerOptions(options.limits));
    // Its own answer to a malformed handshake is right; it only needs no crash.
    this.#sockets.on("wsClientError", (_error, socket) => refuseUpgrade(socket, 400));
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!isAllowedOrigin(request, this.#options)) return refuseUpgrade(socket, 403);
    const { clientIp } = requestOrigin(request, this.#options.trustProxy);
    const refused = this.#greeter.refusal(clientIp);
    if (refused !== undefined) return refuseUpgrade(socket, refused === "maxSessions" ? 503 : 429);
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new WebSocketConnection(webSocket, this.#options.clock);
      this.#greeter.greet(connection, request);
    });
  }
}

/** Answers in plain HTTP, as there is no WebSocket yet to close with a code. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  socket.on("error", () => {});
  // The other side could keep its half of the line open for ever.
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
