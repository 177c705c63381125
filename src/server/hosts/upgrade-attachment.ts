import type { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { RequestTaker } from "../request-taker.ts";
import { refuseUpgrade } from "../socket-upgrade.ts";

/** Ours, which stand in for nobody. */
const stopgaps = new WeakSet<object>();

/**
 * Lets a server's upgrades of ours come to `taker`, and no other listener see them: many answer whatever they do not
 * know with an error, on the same socket. All others go to the server's own listeners, as before. Returns what ends it.
 */
export function attachUpgrades(server: EventEmitter, taker: Pick<RequestTaker, "upgrade">): () => void {
  const emit = server.emit.bind(server);
  let attached = true;
  const interceptor = (event: string | symbol, ...args: unknown[]): boolean => {
    if (attached && event === "upgrade" && taker.upgrade(...(args as Upgrade))) return true;
    return emit(event, ...args);
  };
  // Without a listener, Node takes an upgrade for a plain request.
  const stopgap = (_request: IncomingMessage, socket: Duplex) => {
    const listeners = server.listeners("upgrade");
    if (listeners[0] === stopgap && listeners.every((each) => stopgaps.has(each))) refuseUpgrade(socket, 404);
  };
  stopgaps.add(stopgap);
  server.emit = interceptor;
  server.on("upgrade", stopgap);
  return () => {
    attached = false;
    server.off("upgrade", stopgap);
  };
}

type Upgrade = [request: IncomingMessage, socket: Duplex, head: Buffer];
