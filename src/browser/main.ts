/** The page's runtime, as every page loads it. */
import { webSocketClient, type StandardWebSocket } from "../transport/websocket-client.ts";
import { startScreen } from "./start.ts";
import type { TandemApi } from "./public-api.ts";

declare global {
  interface Window {
    Tandem: TandemApi;
  }
}

const { api } = startScreen({
  window,
  openConnection({ socket }) {
    const url = new URL(socket, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    return webSocketClient(new WebSocket(url) as unknown as StandardWebSocket);
  },
});
window.Tandem = api;
