import { unpackFrame } from "../protocol/binary-frame.ts";
import type { ArrivedFrame, Connection, ConnectionListener } from "./connection.ts";

/** What of the standard WebSocket is used, so that nothing here needs the browser's types. */
export interface StandardWebSocket {
  readonly readyState: number;
  readonly bufferedAmount: number;
  binaryType: string;
  send(text: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: "open", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: SocketClose) => void): void;
}

interface SocketClose {
  readonly code: number;
  readonly reason: string;
}

const OPEN = 1;

/** A client's end of a WebSocket, which may still be connecting: what is sent meanwhile is kept. */
export function webSocketClient(socket: StandardWebSocket): Connection {
  let listener: ConnectionListener | undefined;
  let early: ArrivedFrame[] = [];
  let unsent: string[] = [];
  let closed: SocketClose | undefined;

  socket.binaryType = "arraybuffer";
  socket.addEventListener("open", () => {
    for (const text of unsent) socket.send(text);
    unsent = [];
  });
  socket.addEventListener("message", ({ data }) => {
    // A standard WebSocket tells nothing more once it is closing; some others do.
    if (socket.readyState !== OPEN) return;
    const frame: ArrivedFrame = typeof data === "string" ? [data] : unpackFrame(data as ArrayBuffer);
    if (listener) listener.onFrame(...frame);
    else early.push(frame);
  });
  socket.addEventListener("close", (event) => {
    closed = event;
    listener?.onClose(event.code, event.reason);
  });

  return {
    kind: "websocket",
    get isOpen() {
      return socket.readyState === OPEN;
    },
    get bufferedBytes() {
      return socket.bufferedAmount;
    },
    send(text) {
      if (socket.readyState === OPEN) socket.send(text);
      else if (socket.readyState < OPEN) unsent.push(text);
    },
    close: (code, reason) => socket.close(code, reason),
    // The standard has nothing harder; whoever terminates no longer listens for the rest.
    terminate: () => socket.close(),
    listen(to) {
      listener = to;
      for (const frame of early) to.onFrame(...frame);
      early = [];
      if (closed) to.onClose(closed.code, closed.reason);
    },
  };
}
