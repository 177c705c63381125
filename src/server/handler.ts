import type { EventEmitter } from "node:events";
import type { App } from "../session/app.ts";
import type { AppRoot } from "../session/app-root.ts";
import { toSite, type Apps } from "../session/apps.ts";
import type { ExpressMiddleware } from "./hosts/express.ts";
import type { FastifyPlugin } from "./hosts/fastify.ts";
import type { HonoMiddleware } from "./hosts/hono.ts";
import type { RequestTaker } from "./request-taker.ts";
import { settleHandlerOptions, type HandlerOptions } from "./server-options.ts";
import { sessionHandler } from "./session-handler.ts";

/** An app, or several, as a part of any server. */
export interface Handler extends RequestTaker {
  /** For `app.use(…)` of Express. Give `attach` the server that listens. */
  readonly express: ExpressMiddleware;
  /** For `fastify.register(…)`: attaches by itself, and closes with Fastify. */
  readonly fastify: FastifyPlugin;
  /** For `app.use(…)` of Hono on `@hono/node-server`. Give `attach` the server that listens. */
  readonly hono: HonoMiddleware;
  /**
   * Takes the server's WebSockets that are ours, and leaves all others to its own listeners, whatever those do with
   * what they do not know. Returns what ends that.
   */
  attach(server: EventEmitter): () => void;
}

/**
 * Makes an app, or several, a part of a server you already have, below a path of its own.
 *
 * @example
 * ```tsx
 * import { createServer } from "node:http";
 * import { createHandler } from "tandem";
 *
 * const Desk = () => <h1>Desk</h1>;
 * const desk = createHandler(Desk, { basePath: "/desk" });
 * const server = createServer((request, response) => {
 *   desk.listener(request, response, () => response.end("Elsewhere"));
 * });
 * desk.attach(server);
 * ```
 *
 * Throws a `TandemError` for an option it does not know, or one that makes no sense. Close it after the server
 * stopped listening. From Bokeh's and PyWebIO's ways to mount an app in an existing server.
 */
export function createHandler(site: App | Apps | AppRoot, options: HandlerOptions = {}): Handler {
  return sessionHandler(toSite(site, "createHandler()"), settleHandlerOptions(options));
}
