import type { Clock, Timer } from "../../core/clock.ts";
import type { DownMessage } from "../../protocol/frames.ts";
import type { Json } from "../../protocol/operations.ts";
import type { SendWord } from "./extras.ts";

/** Milliseconds that the session has to answer a request. */
const ANSWER_WITHIN = 30_000;

interface Pending {
  resolve(value: Json | undefined): void;
  reject(error: Error): void;
  timer: Timer;
}

/** Requests of the page's own scripts that wait for the session's answer. */
export class Requests {
  readonly #clock: Clock;
  readonly #send: SendWord;
  readonly #pending = new Map<number, Pending>();
  #tag = 0;

  constructor({ clock, send }: { clock: Clock; send: SendWord }) {
    this.#clock = clock;
    this.#send = send;
  }

  ask(name: string, args: Json[]): Promise<Json | undefined> {
    return new Promise((resolve, reject) => {
      const tag = ++this.#tag;
      const timer = this.#clock.setTimeout(
        () => this.#fail(tag, `The request "${name}" got no answer in 30 s.`),
        ANSWER_WITHIN,
      );
      this.#pending.set(tag, { resolve, reject, timer });
      if (!this.#send("request", tag, name, args)) this.#fail(tag, `The request "${name}" could not be sent.`);
    });
  }

  answered([, tag, ok, value]: Extract<DownMessage, ["response", ...unknown[]]>): void {
    if (ok) this.#take(tag)?.resolve(value);
    else this.#fail(tag, typeof value === "string" ? value : JSON.stringify(value));
  }

  close(): void {
    for (const tag of this.#pending.keys()) this.#fail(tag, "The session has ended.");
  }

  #fail(tag: number, why: string): void {
    this.#take(tag)?.reject(new Error(why));
  }

  #take(tag: number): Pending | undefined {
    const pending = this.#pending.get(tag);
    this.#pending.delete(tag);
    this.#clock.clearTimeout(pending?.timer);
    return pending;
  }
}
