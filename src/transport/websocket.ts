import type { RawData, ServerOptions, WebSocket } from "ws";
import type { Clock, Timer } from "../core/clock.ts";
import type { Limits } from "../core/limits.ts";
import { CLOSE_REASONS, CloseCode } from "../protocol/close-codes.ts";
import type { Connection, ConnectionListener } from "./connection.ts";

/** How long a client may take to answer a close, before the line is dropped. */
export const CLOSE_HANDSHAKE_TIMEOUT = 2_000;

/**
 * How a server's `WebSocketServer` is to be made. No compression: it costs 105 to 245 kB a connection. The
 * payload may be twice the frame limit, so that a frame over the limit is refused by its name.
 */
export function webSocketServerOptions(limits: Pick<Limits, "maxFrameBytes">): ServerOptions {
  return { noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: 2 * limits.maxFrameBytes };
}

/** The server's end of a WebSocket. Nothing is read from it before someone listens. */
export class WebSocketConnection implements Connection {
  readonly kind = "websocket";
  readonly #socket: WebSocket;
  readonly #clock: Clock;
  #listener: ConnectionListener | undefined;
  #handshake: Timer;
  #closed: { code: number; reason: string } | undefined;

  constructor(socket: WebSocket, clock: Clock) {
    this.#socket = socket;
    this.#clock = clock;
    socket.pause();
    socket.on("message", (data, isBinary) => this.#onMessage(data, isBinary));
    socket.on("close", (code, reason) => this.#onClose(code, reason.toString()));
    // "close" follows, and says all there is to say.
    socket.on("error", () => {});
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  send(text: string): void {
    if (this.isOpen) this.#socket.send(text);
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.#socket.close(code, reason);
    // A paused socket would never read the answer.
    this.#socket.resume();
    this.#handshake = this.#clock.setTimeout(() => this.#socket.terminate(), CLOSE_HANDSHAKE_TIMEOUT);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  listen(listener: ConnectionListener): void {
    this.#listener = listener;
    this.#socket.resume();
    if (this.#closed !== undefined) listener.onClose(this.#closed.code, this.#closed.reason);
  }

  #onMessage(data: RawData, isBinary: boolean): void {
    if (!this.isOpen) return;
    if (isBinary) this.close(CloseCode.ProtocolError, CLOSE_REASONS[CloseCode.ProtocolError]);
    else this.#listener?.onFrame(data.toString());
  }

  #onClose(code: number, reason: string): void {
    if (this.#handshake !== undefined) this.#clock.clearTimeout(this.#handshake);
    this.#closed = { code, reason };
    this.#listener?.onClose(code, reason);
  }
}
