import { STATUS_CODES, type Server as HttpServer, type ServerOptions } from "node:http";
import type { Socket } from "node:net";
import type { Limits } from "../core/limits.ts";
import type { Log } from "../core/log-entry.ts";

/** So that nobody holds a connection by sending a byte now and then. Node looks at them once an interval. */
export function timeouts({ requestTimeout }: Pick<Limits, "requestTimeout">): ServerOptions {
  return {
    requestTimeout,
    headersTimeout: Math.ceil(requestTimeout / 2),
    connectionsCheckingInterval: Math.ceil(requestTimeout / 10),
  };
}

/** Ends connections that bring no whole request, or no byte either way, and says so in the log. */
export function guardConnections(
  http: HttpServer,
  { limits, log }: { limits: Pick<Limits, "lineIdleTimeout">; log: Log },
): void {
  http.setTimeout(limits.lineIdleTimeout, (socket) => {
    // One that is kept for a next request may well be idle; one that does not read its answer may not.
    log({ level: socket.writableLength > 0 ? "warn" : "debug", event: "limit/lineIdleTimeout" });
    socket.destroy();
  });
  http.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const status = STATUS_OF[error.code ?? ""] ?? 400;
    const event = status === 408 ? "limit/requestTimeout" : "request/malformed";
    // Browsers open connections in advance, and use some of them never.
    const isSpare = (socket as Socket).bytesRead === 0;
    if (error.code !== "ECONNRESET") log({ level: isSpare ? "debug" : "warn", event, status });
    if (socket.writable) {
      socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    }
    socket.destroy();
  });
}

/** As Node's own answers. */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
