import type { DownMessage } from "../../protocol/frames.ts";

export interface SentFrame {
  readonly text: string;
  /** The data that it carries. */
  readonly body?: Uint8Array | undefined;
  readonly bytes: number;
  /** Kept apart for the case that the screen they were for is gone. */
  readonly messages: readonly DownMessage[];
}

/** The frames a client has not acknowledged, to be sent again exactly after a drop. Their numbers have no gaps. */
export class SentFrames {
  #frames: SentFrame[] = [];
  #acknowledged = 0;
  #bytes = 0;

  /** The last frame the client has. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** The last frame sent. */
  get last(): number {
    return this.#acknowledged + this.#frames.length;
  }

  /** Bytes under way. */
  get bytes(): number {
    return this.#bytes;
  }

  get frames(): readonly SentFrame[] {
    return this.#frames;
  }

  add(frame: SentFrame): void {
    this.#frames.push(frame);
    this.#bytes += frame.bytes;
  }

  /** Forgets the frames up to number `n`, which is at most the last. Returns whether there were any. */
  acknowledge(n: number): boolean {
    if (n <= this.#acknowledged) return false;
    const known = this.#frames.splice(0, n - this.#acknowledged);
    for (const frame of known) this.#bytes -= frame.bytes;
    this.#acknowledged = n;
    return true;
  }

  /** Gives up on all frames under way, as if acknowledged. Returns the messages that were in them. */
  abandon(): DownMessage[] {
    const messages = this.#frames.flatMap((frame) => frame.messages);
    this.acknowledge(this.last);
    return messages;
  }
}
