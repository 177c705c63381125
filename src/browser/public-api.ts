import type { Clock, Timer } from "../core/clock.ts";
import type { DownMessage } from "../protocol/frames.ts";
import type { Json } from "../protocol/operations.ts";

/** Milliseconds that the session has to answer a request. */
const ANSWER_WITHIN = 30_000;

export type CustomMessageHandler = (message: Json) => void;

/** What the page's own scripts can use, as `window.Tandem`. */
export interface TandemApi {
  readonly version: string;
  /** Calls `handler` with each message that the session sends under `type`. From Shiny's `addCustomMessageHandler`. */
  addCustomMessageHandler(type: string, handler: CustomMessageHandler): void;
  /** Asks the session; rejects with what it answers as an error, after 30 s, and when the session ends. */
  makeRequest(name: string, ...args: Json[]): Promise<Json>;
}

interface Pending {
  resolve(value: Json): void;
  reject(error: Error): void;
  timer: Timer;
}

/** Carries custom messages and requests between the page's own scripts and the session. */
export class PublicApi {
  readonly #clock: Clock;
  readonly #handlers = new Map<string, CustomMessageHandler>();
  readonly #pending = new Map<number, Pending>();
  #tag = 0;
  readonly api: TandemApi;

  constructor(clock: Clock, send: (kind: "request", tag: number, name: string, args: Json[]) => number) {
    this.#clock = clock;
    this.api = {
      version: "0.1.0",
      addCustomMessageHandler: (type, handler) => void this.#handlers.set(type, handler),
      makeRequest: (name, ...args) =>
        new Promise((resolve, reject) => {
          const tag = ++this.#tag;
          const timer = clock.setTimeout(
            () => this.#fail(tag, `The request "${name}" got no answer in 30 s.`),
            ANSWER_WITHIN,
          );
          this.#pending.set(tag, { resolve, reject, timer });
          if (!send("request", tag, name, args)) this.#fail(tag, `The request "${name}" could not be sent.`);
        }),
    };
  }

  custom(type: string, message: Json): void {
    const handler = this.#handlers.get(type);
    if (handler) handler(message);
    else console.warn(`No Tandem.addCustomMessageHandler("${type}", …) for a custom message.`);
  }

  respond([, tag, ok, value]: Extract<DownMessage, ["response", ...unknown[]]>): void {
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
