import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Clock } from "../core/clock.ts";
import { TandemError } from "../core/errors.ts";
import type { Limits } from "../core/limits.ts";
import type { Log } from "../core/log-entry.ts";
import type { DisconnectOptions } from "../session/app.ts";
import { guardConnections, timeouts } from "./connection-guard.ts";
import type { RequestTaker } from "./request-taker.ts";
import { refuseUpgrade } from "./socket-upgrade.ts";

/** A server that is listening. */
export interface Server {
  /** Where to point a browser, as `"http://localhost:8000/tools/"`. */
  readonly url: string;
  readonly port: number;
  /**
   * Ends all that a user has here, for good, on all their screens. Resolves to how many sessions that were, when all
   * have ended.
   */
  disconnectUser(id: string | number, options?: DisconnectOptions): Promise<number>;
  /** Stops listening, tells open pages that the server restarts, ends all sessions and finishes open requests. */
  close(): Promise<void>;
}

export interface ListenOptions {
  port: number;
  host: string;
  basePath: string;
  clock: Clock;
  limits: Pick<Limits, "requestTimeout" | "lineIdleTimeout">;
  log: Log;
  /** How long `close` waits for open requests and lines, in milliseconds. */
  closeTimeout: number;
}

export async function listen(handler: RequestTaker, options: ListenOptions): Promise<Server> {
  const { port, host, basePath } = options;
  const lines = new Set<Duplex>();
  const http = createServer(timeouts(options.limits), (request, response) => handler.listener(request, response));
  guardConnections(http, options);
  http.on("upgrade", (request, socket, head) => {
    lines.add(socket.once("close", () => lines.delete(socket)));
    if (!handler.upgrade(request, socket, head)) refuseUpgrade(socket, 404);
  });
  await startListening(http, { port, host });
  const actualPort = (http.address() as AddressInfo).port;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${displayHost(host)}:${actualPort}${basePath}/`,
    port: actualPort,
    disconnectUser: (id, options) => handler.disconnectUser(id, options),
    close: () => (closed ??= closeServer({ http, handler, lines }, options)),
  };
}

/** Addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host);
}

function startListening(http: HttpServer, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", (cause: NodeJS.ErrnoException) => reject(listenError(cause, { port, host })));
    http.listen({ port, host }, () => resolve());
  });
}

function listenError(cause: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): unknown {
  if (cause.code === "EADDRINUSE") {
    const message = `Expected port ${port} of ${host} to be free, but another program listens there. Choose another port, or stop that program.`;
    return new TandemError("server/port-busy", message, { cause });
  }
  if (cause.code === "EACCES") {
    const message = `Expected to be allowed to listen on port ${port}, but the system refused. Choose a port above 1023.`;
    return new TandemError("server/port-forbidden", message, { cause });
  }
  if (cause.code === "EADDRNOTAVAIL" || cause.code === "ENOTFOUND") {
    const message = `Expected host to be an address of this machine, but got "${host}". Use 127.0.0.1, or 0.0.0.0 for all.`;
    return new TandemError("server/bad-host", message, { cause });
  }
  return cause;
}

/** A browser understands `localhost`, not "every address". */
function displayHost(host: string): string {
  if (isLoopback(host) || host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

async function closeServer(
  { http, handler, lines }: { http: HttpServer; handler: RequestTaker; lines: Set<Duplex> },
  { clock, closeTimeout }: ListenOptions,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => http.close(() => resolve()));
  http.closeIdleConnections();
  await handler.close();
  http.closeIdleConnections();
  const timer = clock.setTimeout(() => {
    http.closeAllConnections();
    for (const line of lines) line.destroy();
  }, closeTimeout);
  await stopped;
  clock.clearTimeout(timer);
}
