import type { Clock, Timer } from "../core/clock.ts";
import { unpackFrame } from "../protocol/binary-frame.ts";
import type { ArrivedFrame, Connection, ConnectionListener } from "./connection.ts";
import { closeText, EventReader, frameText, type LineEvent } from "./event-text.ts";

/** Characters of frames that one request carries, unless a single frame is longer. The server counts on it. */
export const BATCH_LENGTH = 16_384;
/** A browser lets requests up to 64 kB in sum outlive their page; this is in characters, of two at a time. */
const OUTLIVING_LENGTH = 8_192;

export type HttpLineKind = "event-stream" | "polling";

/** What of the standard `fetch` is used, so that nothing here needs the browser's types. */
export type Fetch = (
  url: string,
  init: {
    method: "POST";
    headers: Record<string, string>;
    body: string;
    signal: AbortSignal;
    keepalive: boolean;
    cache: "no-store";
    redirect: "error";
  },
) => Promise<HttpAnswer>;

export interface HttpAnswer {
  readonly ok: boolean;
  readonly body: { getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }> } } | null;
}

export interface HttpClientOptions {
  /** The address of `<base>/_tandem/line`. */
  readonly url: string;
  readonly kind: HttpLineKind;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Milliseconds for the first word of the server. */
  readonly openWithin: number;
  /** The line is up. */
  onOpen?(): void;
  /** The first word did not come in time: something on the way holds answers back. `onClose` follows. */
  onHeldBack?(): void;
}

/** A client's end of a line over HTTP, which may still be opening: what is sent meanwhile is kept. */
export function httpClient(options: HttpClientOptions): Connection {
  return new HttpClient(options);
}

class HttpClient implements Connection {
  readonly kind: HttpLineKind;
  readonly #options: HttpClientOptions;
  readonly #aborter = new AbortController();
  #state: "connecting" | "open" | "closing" | "closed" = "connecting";
  /** The line's id, once the server has named it. */
  #line = "";
  #listener: ConnectionListener | undefined;
  #early: ArrivedFrame[] = [];
  #closed = { code: 1006, reason: "" };
  /** Events that have not left, and the length of those that have and are not answered. */
  #unsent: string[] = [];
  #leaving = 0;
  #isPosting = false;
  #timer: Timer;

  constructor(options: HttpClientOptions) {
    this.#options = options;
    this.kind = options.kind;
    this.#timer = options.clock.setTimeout(() => this.#giveUp(), options.openWithin);
    // What is sent meanwhile goes with the request that opens the line.
    queueMicrotask(() => void this.#run());
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  get bufferedBytes(): number {
    return this.#unsent.reduce((sum, text) => sum + text.length, this.#leaving);
  }

  send(text: string): void {
    if (this.#state === "connecting" || this.isOpen) this.#post(frameText(text));
  }

  close(code: number, reason: string): void {
    if (this.#state === "connecting") this.terminate();
    if (!this.isOpen) return;
    this.#state = "closing";
    this.#closed = { code, reason };
    this.#post(closeText(code, reason));
  }

  terminate(): void {
    if (this.#state === "closed") return;
    this.#state = "closing";
    queueMicrotask(() => this.#end(1006, ""));
  }

  listen(listener: ConnectionListener): void {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    for (const frame of early) this.#listener.onFrame(...frame);
    if (this.#state === "closed") listener.onClose(this.#closed.code, this.#closed.reason);
  }

  // ------------------------------------------------------------------ down

  /** From the first request to the end of the line. */
  async #run(): Promise<void> {
    const reader = new EventReader();
    try {
      await this.#hear(reader, await this.#request("", this.#nextBatch()));
      while (this.kind === "polling" && this.#state !== "closed") {
        await this.#hear(reader, await this.#request("/down", ""));
      }
    } catch {
      // However the line was lost, the link knows what to do.
    }
    // While it closes, the answer to that tells the end.
    if (this.#state !== "closing") this.#end(1006, "");
  }

  async #hear(events: EventReader, { body }: HttpAnswer): Promise<void> {
    const pieces = body!.getReader();
    const decoder = new TextDecoder();
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      for (const event of events.read(decoder.decode(piece.value, { stream: true }))) this.#onEvent(event);
    }
  }

  #onEvent(event: LineEvent): void {
    if (this.#state === "closed") return;
    if (event.kind === "line") this.#onLine(event.id);
    else if (event.kind === "close") this.#end(event.code, event.reason);
    else if (this.isOpen) this.#onFrame(event.kind === "binary" ? unpackFrame(bytesOf(event.base64)) : [event.text]);
  }

  #onFrame(frame: ArrivedFrame): void {
    if (this.#listener) this.#listener.onFrame(...frame);
    else this.#early.push(frame);
  }

  #onLine(id: string): void {
    if (this.#state !== "connecting") return;
    this.#state = "open";
    this.#line = id;
    this.#options.clock.clearTimeout(this.#timer);
    this.#options.onOpen?.();
    this.#postSoon();
  }

  // ------------------------------------------------------------------ up

  #post(event: string): void {
    this.#unsent.push(event);
    if (this.#line) this.#postSoon();
  }

  /** What is sent in one go leaves together: a goodbye with the close, in the last moment of a page. */
  #postSoon(): void {
    queueMicrotask(() => void this.#postBatch());
  }

  /** One request at a time, so that the order is kept; only the close does not wait, as the page may go. */
  async #postBatch(): Promise<void> {
    const isLast = this.#state === "closing";
    if (this.#unsent.length === 0 || this.#state === "closed" || (this.#isPosting && !isLast)) return;
    this.#isPosting = true;
    const batch = this.#nextBatch();
    this.#leaving += batch.length;
    try {
      await this.#request("/up", batch);
    } catch {
      return this.#end(1006, "");
    } finally {
      this.#leaving -= batch.length;
    }
    this.#isPosting = false;
    if (isLast && this.#unsent.length === 0) this.#end(this.#closed.code, this.#closed.reason);
    else await this.#postBatch();
  }

  #nextBatch(): string {
    let batch = "";
    do batch += this.#unsent.shift() ?? "";
    while (this.#unsent.length > 0 && batch.length + this.#unsent[0]!.length <= BATCH_LENGTH);
    return batch;
  }

  // ------------------------------------------------------------------ both

  async #request(path: string, body: string): Promise<HttpAnswer> {
    const { url, fetch } = this.#options;
    const accept = this.kind === "polling" ? "text/plain" : "text/event-stream";
    const answer = await fetch(url + path, {
      method: "POST",
      headers: {
        "Content-Type": "text/event-stream",
        Accept: accept,
        ...(this.#line && { "Tandem-Line": this.#line }),
      },
      body,
      signal: this.#aborter.signal,
      keepalive: path === "/up" && body.length <= OUTLIVING_LENGTH,
      cache: "no-store",
      redirect: "error",
    });
    if (!answer.ok) throw new Error("refused");
    return answer;
  }

  #giveUp(): void {
    this.#options.onHeldBack?.();
    this.#end(1006, "");
  }

  #end(code: number, reason: string): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#closed = { code, reason };
    this.#options.clock.clearTimeout(this.#timer);
    this.#aborter.abort();
    this.#listener?.onClose(code, reason);
  }
}

const bytesOf = (base64: string): ArrayBuffer => Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0)).buffer;
