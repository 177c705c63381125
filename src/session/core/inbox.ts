import type { UpNumbered } from "../../protocol/frames.ts";
import type { ClientChannel } from "../channel/channel.ts";

/** One thing a session is told from outside. All of it passes here, as data, one at a time, in order of arrival. */
export interface Input {
  readonly channel: ClientChannel;
  readonly message: UpNumbered;
}

/** For the log: what it is for, and nothing of what came with it. */
export function describeInput({ message }: Input): string {
  if (typeof message[2] === "number") return `the event ${String(message[3])} of element ${message[2]}`;
  if (message[2] === "answer") return `the answer of call ${message[3]}`;
  if (message[2] === "tell") return `the word "${message[3]}" of a page`;
  return `the request ${String(message[4])}`;
}

/** Holds what arrives while the session is in a turn, as over a line that delivers at once. */
export class Inbox {
  #waiting: Input[] = [];
  #busy = false;

  get isBusy(): boolean {
    return this.#busy;
  }

  /** Hands `input` to `handle` now, or after what is being handled. */
  accept(input: Input, handle: (input: Input) => void): void {
    if (this.#busy) {
      this.#waiting.push(input);
      return;
    }
    this.#busy = true;
    try {
      handle(input);
      while (this.#waiting.length > 0) handle(this.#waiting.shift()!);
    } finally {
      this.#busy = false;
    }
  }
}
