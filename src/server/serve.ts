import type { App } from "../session/app.ts";
import type { AppRoot } from "../session/app-root.ts";
import { toSite, type Apps } from "../session/apps.ts";
import { isLoopback, listen, type Server } from "./listen.ts";
import { settleHandlerOptions, splitServeOptions, type HandlerOptions, type ServeOptions } from "./server-options.ts";
import { sessionHandler } from "./session-handler.ts";

/**
 * Serves an app, or several, on a port of its own.
 *
 * @example
 * ```tsx
 * import { serve } from "tandem";
 *
 * const Hello = () => <h1>Hello</h1>;
 * const server = await serve(Hello, { port: 0 });
 * console.log(`Open ${server.url}`);
 * await server.close();
 * ```
 *
 * Rejects with a `TandemError` for an unknown option, a busy port or a host that is not this machine's. From
 * PyWebIO's `start_server` and Bokeh's `Server`.
 */
export async function serve(site: App | Apps | AppRoot, options: ServeOptions = {}): Promise<Server> {
  const served = toSite(site, "serve()");
  const { port, host, handler } = splitServeOptions(options);
  const settled = settleHandlerOptions(withHosts(handler, host));
  return listen(sessionHandler(served, settled), { ...settled, port, host });
}

/** A server for this machine alone answers to this machine's names alone, unless proxies bring it others. */
export function withHosts(options: HandlerOptions, host: string): HandlerOptions {
  const local = isLoopback(host) && !options.trustProxy && options.allowedHosts === undefined;
  return local ? { ...options, allowedHosts: [] } : options;
}
