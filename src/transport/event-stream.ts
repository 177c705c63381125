import type { Timer } from "../core/clock.ts";
import { KEEP_ALIVE, lineText } from "./event-text.ts";
import { HttpConnection, type HttpConnectionOptions, type Outlet } from "./http-connection.ts";

/** Milliseconds between signs of life: proxies cut answers that are silent, many after 30 s. */
export const KEEP_ALIVE_INTERVAL = 15_000;

/** The server's end of a line whose frames go down in one long answer. It lives as long as that answer. */
export class EventStreamConnection extends HttpConnection {
  readonly kind = "event-stream";
  readonly #outlet: Outlet;
  #timer: Timer;

  constructor(id: string, outlet: Outlet, options: HttpConnectionOptions) {
    super(options);
    this.#outlet = outlet;
    outlet.onClose((whole) => this.lost(whole));
    outlet.write(lineText(id));
    this.#keepAlive();
  }

  get bufferedBytes(): number {
    return this.#outlet.bufferedBytes;
  }

  protected write(text: string): void {
    this.#outlet.write(text);
  }

  protected finish(text: string): void {
    this.#outlet.end(text);
  }

  protected breakOff(): void {
    this.#outlet.destroy();
  }

  protected release(): void {
    this.clock.clearTimeout(this.#timer);
  }

  #keepAlive(): void {
    this.#timer = this.clock.setTimeout(() => {
      // Where something still waits to leave, that is sign enough.
      if (this.isOpen && this.bufferedBytes === 0) this.#outlet.write(KEEP_ALIVE);
      this.#keepAlive();
    }, KEEP_ALIVE_INTERVAL);
  }
}
