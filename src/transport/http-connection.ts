import type { Clock, Timer } from "../core/clock.ts";
import { packFrame } from "../protocol/binary-frame.ts";
import { CLOSE_REASONS, CloseCode } from "../protocol/close-codes.ts";
import type { Connection, ConnectionListener } from "./connection.ts";
import { binaryText, closeText, frameText, type LineEvent } from "./event-text.ts";

/** How long a client may take to hear that the line closes, before it is dropped. */
export const CLOSE_HEARD_WITHIN = 2_000;

/** Where the text of a line leaves: one answer to an HTTP request. */
export interface Outlet {
  readonly bufferedBytes: number;
  write(text: string): void;
  /** Completes the answer with this text. */
  end(text: string): void;
  /** Breaks the answer off. */
  destroy(): void;
  /** Calls when nothing more will leave; `whole` when all that was written has. */
  onClose(listener: (whole: boolean) => void): void;
}

export interface HttpConnectionOptions {
  readonly clock: Clock;
  /** Called once, when the line is no more. */
  ended(): void;
}

/** How a line ended, or is about to. */
interface Ending {
  readonly code: number;
  readonly reason: string;
}

const BROKEN: Ending = { code: 1006, reason: "" };

/** The server's end of a line over HTTP, however its text leaves. What the client posts comes through `receive`. */
export abstract class HttpConnection implements Connection {
  abstract readonly kind: string;
  readonly closesUnheard = true;
  abstract readonly bufferedBytes: number;
  protected readonly clock: Clock;
  readonly #ended: () => void;
  #state: "open" | "closing" | "closed" = "open";
  #ending: Ending | undefined;
  #listener: ConnectionListener | undefined;
  /** What came before anyone listened. */
  #early: string[] = [];
  #timer: Timer;

  constructor({ clock, ended }: HttpConnectionOptions) {
    this.clock = clock;
    this.#ended = ended;
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  send(text: string, body?: Uint8Array): void {
    if (this.isOpen) this.write(body === undefined ? frameText(text) : binaryText(base64Of(packFrame(text, body))));
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.#state = "closing";
    this.#ending = { code, reason };
    this.#timer = this.clock.setTimeout(() => this.terminate(), CLOSE_HEARD_WITHIN);
    this.finish(closeText(code, reason));
  }

  terminate(): void {
    if (this.#state === "closed" || this.#ending === BROKEN) return;
    this.#state = "closing";
    this.#ending = BROKEN;
    this.breakOff();
    queueMicrotask(() => this.settle(BROKEN));
  }

  listen(listener: ConnectionListener): void {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    // The first may bring a new listener, for which the others are.
    for (const text of early) this.#listener.onFrame(text);
    if (this.#state === "closed") listener.onClose(this.#ending!.code, this.#ending!.reason);
  }

  /** Takes an event that the client has posted. */
  receive(event: LineEvent): void {
    if (!this.isOpen || event.kind === "line") return;
    if (event.kind === "close") this.#answerClose(event);
    else if (event.kind === "binary") this.close(CloseCode.ProtocolError, CLOSE_REASONS[CloseCode.ProtocolError]);
    else if (this.#listener === undefined) this.#early.push(event.text);
    else this.#listener.onFrame(event.text);
  }

  /** Lets text leave, in order. */
  protected abstract write(text: string): void;
  /** Lets this text leave as the last, and calls `lost` when it has. */
  protected abstract finish(text: string): void;
  /** Lets nothing more leave. */
  protected abstract breakOff(): void;
  /** The line is no more: timers can stop. */
  protected abstract release(): void;

  /** Nothing more can leave, `whole` when all has. */
  protected lost(whole: boolean): void {
    this.settle(whole && this.#ending !== undefined ? this.#ending : BROKEN);
  }

  /** Whoever is closed by the other side answers with the same code, as a WebSocket does. */
  #answerClose({ code, reason }: Ending): void {
    this.#state = "closing";
    this.finish(closeText(code, reason));
    this.settle({ code, reason });
  }

  protected settle(ending: Ending): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#ending = ending;
    this.clock.clearTimeout(this.#timer);
    this.release();
    this.#ended();
    this.#listener?.onClose(ending.code, ending.reason);
  }
}

const base64Of = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString("base64");
