import type { Clock, Timer } from "../../core/clock.ts";
import type { DownMessage } from "../../protocol/frames.ts";
import type { Json } from "../../protocol/operations.ts";
import type { SendWord } from "./extras.ts";
import { unlikeJson } from "./unlike-json.ts";

/** Milliseconds that the session has to answer a request. */
const ANSWER_WITHIN = 30_000;

interface Pending {
  resolve(value: Json | undefined): void;
  reject(error: Error): void;
  timer: Timer;
}

/** What `Tandem.makeRequest` rejects with: an `Error` with a name to tell it by. */
interface Failure {
  name: string;
  message: string;
  /** To find the error in the server's log by. */
  errorId?: string;
}

/** Requests of the page's own scripts that wait for the session's answer. */
export class Requests {
  readonly #clock: Clock;
  readonly #send: SendWord;
  readonly #pending = new Map<number, Pending>();
  #tag = 0;
  #closed = false;

  constructor({ clock, send }: { clock: Clock; send: SendWord }) {
    this.#clock = clock;
    this.#send = send;
  }

  ask(name: string, args: Json[]): Promise<Json | undefined> {
    return new Promise((resolve, reject) => {
      const tag = ++this.#tag;
      const late = { name: "TimeoutError", message: `The request "${name}" got no answer in 30 s.` };
      const timer = this.#clock.setTimeout(() => this.#fail(tag, late), ANSWER_WITHIN);
      this.#pending.set(tag, { resolve, reject, timer });
      const fault = unlikeJson(args);
      if (this.#closed) this.#fail(tag, ENDED);
      else if (fault)
        this.#fail(tag, { name: "TypeError", message: `Expected arguments that are JSON, but got ${fault}.` });
      else if (!this.#send("request", tag, name, args)) {
        this.#fail(tag, { name: "RangeError", message: `The request "${name}" is too much to send at once.` });
      }
    });
  }

  answered([, tag, ok, value]: Extract<DownMessage, ["response", ...unknown[]]>): void {
    if (ok) this.#take(tag)?.resolve(value);
    else this.#fail(tag, value as unknown as Failure);
  }

  close(): void {
    this.#closed = true;
    for (const tag of this.#pending.keys()) this.#fail(tag, ENDED);
  }

  #fail(tag: number, { message, ...facts }: Failure): void {
    this.#take(tag)?.reject(Object.assign(new Error(message), facts));
  }

  #take(tag: number): Pending | undefined {
    const pending = this.#pending.get(tag);
    this.#pending.delete(tag);
    this.#clock.clearTimeout(pending?.timer);
    return pending;
  }
}

const ENDED: Failure = { name: "SessionEnded", message: "The session has ended." };
