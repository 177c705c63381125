import type { Connection } from "../transport/connection.ts";
import { webSocketClient, type StandardWebSocket } from "../transport/websocket-client.ts";
import { loadScript } from "./load-script.ts";
import { readPageConfig, type PageConfig } from "./page-config.ts";

/** Set, in the tab's storage, while WebSockets are known not to get through. */
export const HTTP_KEY = "tandem-http";

/** Milliseconds within which a WebSocket must bring the server's first word. */
const FIRST_WORD_WITHIN = 5_000;

/** Opens a line over HTTP; `undefined` when a WebSocket is to be tried again. */
export type OpenHttpLine = () => Connection | undefined;

/** What `tandem-http.js` exports. It rejects when the server cannot be reached over HTTP either. */
export interface HttpScript {
  default(config: PageConfig): Promise<OpenHttpLine>;
}

const config = readPageConfig(document);
let openHttpLine: OpenHttpLine | undefined;
/** WebSockets in a row that brought no word; one that hangs counts twice. */
let failures = 0;

/** Opens the page's line: a WebSocket, unless those have failed and HTTP is known to get through. */
export const openLine = (): Connection => openHttpLine?.() ?? openSocket();

/** Loads what opens lines over HTTP. */
export async function loadHttp(): Promise<void> {
  openHttpLine = await ((await loadScript("http")) as HttpScript).default(config);
}

function openSocket(): Connection {
  const socket = new WebSocket(location.origin.replace("http", "ws") + config.socket);
  const timer = setTimeout(() => {
    failures++;
    socket.close();
  }, FIRST_WORD_WITHIN);
  socket.onmessage = () => {
    clearTimeout(timer);
    failures = -1;
  };
  socket.onclose = () => {
    clearTimeout(timer);
    if (++failures > 1) loadHttp().catch(() => {});
  };
  return webSocketClient(socket as unknown as StandardWebSocket);
}
