import type { Server } from "node:http";

/** Closes a server, and what a browser has opened in advance and never used, which would keep it for minutes. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
