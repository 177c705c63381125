import type { RawData, ServerOptions, WebSocket } from "ws";
import type { Clock, Timer } from "../core/clock.ts";
import type { Limits } from "../core/limits.ts";
import { packFrame } from "../protocol/binary-frame.ts";
import { CLOSE_REASONS, CloseCode } from "../protocol/close-codes.ts";
import type { Connection, ConnectionListener } from "./connection.ts";

/** How long a client may take to answer a close, before the line is dropped. */
export const CLOSE_HANDSHAKE_TIMEOUT = 2_000;

/**
 * How a server's `WebSocketServer` is to be made. No compression: it costs 105 to 245 kB a connection. The
 * payload may be twice the frame limit, so that a frame over the limit is refused by its name. Pings are answered
 * by the connection, which looks whether anybody reads the answers.
 */
export function webSocketServerOptions({
  maxFrameBytes,
  maxFrameParts,
}: Pick<Limits, "maxFrameBytes" | "maxFrameParts">): ServerOptions {
  return {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    autoPong: false,
    maxPayload: 2 * maxFrameBytes,
    maxFragments: maxFrameParts,
    maxBufferedChunks: maxFrameParts,
  };
}

/** The code that a WebSocket closes with by itself, by the name of what its client broke. */
const FAULT_CODES: Readonly<Record<string, number>> = {
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: 1009,
  WS_ERR_TOO_MANY_BUFFERED_PARTS: 1008,
  WS_ERR_INVALID_UTF8: 1007,
};
const OTHER_FAULT_CODE = 1002;

/** The server's end of a WebSocket. Nothing is read from it before someone listens. */
export class WebSocketConnection implements Connection {
  readonly kind = "websocket";
  readonly #socket: WebSocket;
  readonly #clock: Clock;
  #listener: ConnectionListener | undefined;
  #handshake: Timer;
  /** The code of what the client broke, of which "close" says only that the line is no more. */
  #fault: number | undefined;
  #closed: { code: number; reason: string } | undefined;

  constructor(socket: WebSocket, clock: Clock) {
    this.#socket = socket;
    this.#clock = clock;
    socket.pause();
    socket.on("message", (data, isBinary) => this.#onMessage(data, isBinary));
    socket.on("close", (code, reason) => this.#onClose(code, reason.toString()));
    socket.on("error", (error: NodeJS.ErrnoException) => this.#onError(error.code));
    socket.on("ping", (data) => this.#onPing(data));
    socket.on("pong", () => this.#listener?.onPing?.());
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  send(text: string, body?: Uint8Array): void {
    if (this.isOpen) this.#socket.send(body === undefined ? text : packFrame(text, body));
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.#socket.close(code, reason);
    // A paused socket would never read the answer.
    this.#socket.resume();
    this.#awaitClose();
  }

  #awaitClose(): void {
    this.#handshake ??= this.#clock.setTimeout(() => this.#socket.terminate(), CLOSE_HANDSHAKE_TIMEOUT);
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

  /** An answer that waits behind unread ones would only fill this machine's memory. */
  #onPing(data: Buffer): void {
    if (this.isOpen && this.bufferedBytes === 0) this.#socket.pong(data);
    this.#listener?.onPing?.();
  }

  /** The socket has sent its close by itself; "close" follows, or, where the line broke, came already. */
  #onError(name: string | undefined): void {
    if (name === undefined || !name.startsWith("WS_ERR_")) return;
    this.#fault ??= FAULT_CODES[name] ?? OTHER_FAULT_CODE;
    this.#awaitClose();
  }

  #onClose(code: number, reason: string): void {
    if (this.#handshake !== undefined) this.#clock.clearTimeout(this.#handshake);
    this.#closed = { code: this.#fault ?? code, reason };
    this.#listener?.onClose(this.#closed.code, reason);
  }
}
