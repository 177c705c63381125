import type { Timer } from "../core/clock.ts";
import { KEEP_ALIVE, lineText } from "./event-text.ts";
import { HttpConnection, type HttpConnectionOptions, type Outlet } from "./http-connection.ts";

/** Milliseconds between signs of life: proxies cut answers that are silent, many after 30 s. */
export const KEEP_ALIVE_INTERVAL = 15_000;

/** How long a line outlives its answer: a page that goes takes that with it, and its goodbye comes by another way. */
export const LAST_WORD_WITHIN = 2_000;

/** The server's end of a line whose frames go down in one long answer. It lives as long as that answer, and a last word. */
export class EventStreamConnection extends HttpConnection {
  readonly kind = "event-stream";
  readonly #outlet: Outlet;
  #isCutOff = false;
  /** Rings for a sign of life, or, when cut off, for the end. */
  #timer: Timer;

  constructor(id: string, outlet: Outlet, options: HttpConnectionOptions) {
    super(options);
    this.#outlet = outlet;
    outlet.onClose((whole) => this.#onOutletClosed(whole));
    outlet.write(lineText(id));
    this.#keepAlive();
  }

  get bufferedBytes(): number {
    return this.#outlet.bufferedBytes;
  }

  protected write(text: string): void {
    if (!this.#isCutOff) this.#outlet.write(text);
  }

  protected finish(text: string): void {
    if (this.#isCutOff) queueMicrotask(() => this.lost(false));
    else this.#outlet.end(text);
  }

  protected breakOff(): void {
    this.#outlet.destroy();
  }

  protected release(): void {
    this.clock.clearTimeout(this.#timer);
  }

  #onOutletClosed(whole: boolean): void {
    if (!this.isOpen) return this.lost(whole);
    this.#isCutOff = true;
    this.clock.clearTimeout(this.#timer);
    this.#timer = this.clock.setTimeout(() => this.lost(false), LAST_WORD_WITHIN);
  }

  #keepAlive(): void {
    this.#timer = this.clock.setTimeout(() => {
      // Where something still waits to leave, that is sign enough.
      if (this.isOpen && this.bufferedBytes === 0) this.#outlet.write(KEEP_ALIVE);
      this.#keepAlive();
    }, KEEP_ALIVE_INTERVAL);
  }
}
