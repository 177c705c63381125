import type { App } from "../session/app.ts";
import { toApp } from "../session/app.ts";
import type { Component } from "../view/node.ts";
import type { Handler } from "./app-handler.ts";
import { settleHandlerOptions, type HandlerOptions } from "./server-options.ts";
import { sessionHandler } from "./session-handler.ts";

/**
 * Makes an app a part of a server you already have, below a path of its own.
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
 * server.on("upgrade", (request, socket, head) => {
 *   if (!desk.upgrade(request, socket, head)) socket.destroy();
 * });
 * ```
 *
 * Throws a `TandemError` for an option it does not know, or one that makes no sense. Close it after the server
 * stopped listening. From Bokeh's and PyWebIO's ways to mount an app in an existing server.
 */
export function createHandler(app: App | Component, options: HandlerOptions = {}): Handler {
  const served = toApp(app, "createHandler()");
  return sessionHandler(served, settleHandlerOptions(options, served.limits));
}
