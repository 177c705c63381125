import type { DownMessage } from "../../protocol/frames.ts";
import type { Json } from "../../protocol/operations.ts";
import type { SendWord } from "./extras.ts";

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
  const fault = unlikeJson(value, new Set());
  if (fault) throw new TypeError(`Expected a result that can be sent as JSON, but got ${fault}.`);
  return [value];
}

/** What in `value` is no JSON, in words; `undefined` if all is. */
function unlikeJson(value: unknown, above: Set<unknown>): string | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  if (above.has(value)) return "an object that contains itself";
  const isPlain = Array.isArray(value) || [null, Object.prototype].includes(Object.getPrototypeOf(value));
  if (!isPlain && typeof (value as { toJSON?: unknown }).toJSON !== "function") {
    return `a ${value.constructor?.name || "special object"}`;
  }
  above.add(value);
  for (const part of Object.values(value)) {
    const fault = part === undefined && !Array.isArray(value) ? undefined : unlikeJson(part, above);
    if (fault) return fault;
  }
  above.delete(value);
}

function errorFacts(error: unknown): { name: string; message: string } {
  const { name, message } = (Object(error) as Partial<Error>) ?? {};
  return { name: String(name ?? "Error"), message: String(message ?? error) };
}
