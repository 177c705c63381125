import type { Limits } from "../core/limits.ts";
import { CLOSE_REASONS, CloseCode } from "../protocol/close-codes.ts";
import { encodeClose, encodeWelcome } from "../protocol/encode.ts";
import type { HelloFacts } from "../protocol/frames.ts";
import type { Connection } from "../transport/connection.ts";
import type { SentFrame } from "./channel/sent-frames.ts";
import { closeReason, toldCode, type SettledClose } from "./closing.ts";

/** What one client has not acknowledged when its session ends. */
export interface LastWords {
  readonly clientId: number;
  /** The number of its last event that was handled. */
  readonly handled: number;
  /** The number of the last frame it is known to have. */
  readonly acknowledged: number;
  /** The frames after that. */
  readonly frames: readonly SentFrame[];
  readonly connection: Connection | undefined;
}

/**
 * What an ended session leaves behind for clients that are away, or whose line breaks over its last frames: they get
 * these when they come back, and why it ended, instead of a session that is simply gone.
 */
export class Farewell {
  readonly #code: number;
  readonly #message: string;
  readonly #limits: Pick<Limits, "heartbeat" | "maxFrameBytes">;
  /** By client, until it is known to have heard them. */
  readonly #words: Map<number, LastWords>;

  /** A close that clients come back from by themselves needs no farewell: `undefined`. */
  static of(close: SettledClose, words: readonly LastWords[], limits: Limits): Farewell | undefined {
    if (!LASTING.includes(toldCode(close.code)) || words.length === 0) return undefined;
    return new Farewell(close, words, limits);
  }

  private constructor({ code, message }: SettledClose, words: readonly LastWords[], limits: Limits) {
    this.#code = code;
    this.#message = message;
    this.#limits = limits;
    this.#words = new Map(words.map((each) => [each.clientId, each]));
    for (const { clientId, connection } of words) if (connection !== undefined) this.#follow(clientId, connection);
  }

  /** Whether every client has heard it. */
  get isHeard(): boolean {
    return this.#words.size === 0;
  }

  /** Tells a client that has come back, and closes its connection. */
  tell(clientId: number, connection: Connection, hello: HelloFacts): void {
    const words = this.#words.get(clientId);
    if (words === undefined) {
      connection.close(CloseCode.SessionGone, CLOSE_REASONS[CloseCode.SessionGone]);
      return;
    }
    this.#sendMissed(connection, words, hello.frame);
    connection.send(encodeClose({ code: toldCode(this.#code), message: this.#message }));
    connection.close(this.#code, closeReason(this.#code));
    this.#follow(clientId, connection);
  }

  /** A page that shows less than it once did stays as it is: the screen it would need is no more. */
  #sendMissed(connection: Connection, { handled, acknowledged, frames }: LastWords, frame: number): void {
    if (frame < acknowledged || frame > acknowledged + frames.length) return;
    const { heartbeat, maxFrameBytes } = this.#limits;
    connection.send(encodeWelcome({ event: handled, frame, resumed: true, heartbeat, maxFrameBytes }));
    for (const { text, body } of frames.slice(frame - acknowledged)) connection.send(text, body);
  }

  /**
   * A client that answers the close with its code, or ends of itself, has heard all before it. One that merely lets go
   * has not; and where no line tells whether it was heard, it may be heard twice.
   */
  #follow(clientId: number, connection: Connection): void {
    connection.listen({
      onFrame: () => {},
      onClose: (code) => {
        const answered = code === this.#code && !connection.closesUnheard;
        if (answered || code === ENDED_BY_CLIENT) this.#words.delete(clientId);
      },
    });
  }
}

const ENDED_BY_CLIENT = 1000;

/** What pages are told of ends that they do not come back from. */
const LASTING: readonly number[] = [CloseCode.SessionEnded, CloseCode.HardDisconnect];
