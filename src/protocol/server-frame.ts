import type { ServerToClient } from "./frames.ts";

/** Reads a frame from the server, which the client trusts. Throws a `SyntaxError` for what is not JSON. */
export function parseServerFrame(text: string): ServerToClient {
  return JSON.parse(text) as ServerToClient;
}
