import type { DownMessage } from "../../protocol/frames.ts";
import type { Json } from "../../protocol/operations.ts";
import type { SendWord } from "./extras.ts";
import { errorFacts } from "./page-code.ts";
import { unlikeJson } from "./unlike-json.ts";

/** Does what the session calls for; `cancelled` aborts when nobody waits for the answer any more. */
export type CallHandler = (args: Json[], cancelled: AbortSignal) => unknown;

/** What the page can be called to do, by name. */
export type CallHandlers = Readonly<Record<string, CallHandler>>;

/** Answers the session's calls into the page. */
export class Calls {
  readonly #send: SendWord;
  readonly #handlers: CallHandlers;
  readonly #running = new Map<number, AbortController>();

  constructor(send: SendWord, handlers: CallHandlers) {
    this.#send = send;
    this.#handlers = handlers;
  }

  async run([, id, name, args]: Extract<DownMessage, ["call", ...unknown[]]>): Promise<void> {
    const controller = new AbortController();
    this.#running.set(id, controller);
    let answer: unknown[];
    try {
      const handler = this.#handlers[name];
      if (!handler) throw new Error(`This page knows no call "${name}". It may be of an older version: reload it.`);
      answer = [true, ...asJson(await handler(args, controller.signal))];
    } catch (error) {
      answer = [false, errorFacts(error)];
    }
    this.#running.delete(id);
    if (!controller.signal.aborted) this.#answer(id, answer);
  }

  cancel(id: number): void {
    this.#running.get(id)?.abort();
    this.#running.delete(id);
  }

  stop(): void {
    for (const controller of this.#running.values()) controller.abort();
  }

  /** What is too large to send, or comes while too much waits, is told as an error: the session waits for a word. */
  #answer(id: number, answer: unknown[]): void {
    if (this.#send("answer", id, ...answer)) return;
    const message = "The answer could not be sent, as it is too much at once.";
    this.#send("answer", id, false, { name: "RangeError", message });
  }
}

/** `[]` for `undefined`, else `[value]`. Throws for what JSON would silently change, such as a function or `NaN`. */
function asJson(value: unknown): unknown[] {
  if (value === undefined) return [];
  const fault = unlikeJson(value);
  if (fault) throw new TypeError(`Expected a result that can be sent as JSON, but got ${fault}.`);
  return [value];
}
