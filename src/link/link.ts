import { exceedsBytes } from "../protocol/byte-length.ts";
import { FINAL_CODES } from "../protocol/close-codes.ts";
import { PROTOCOL_VERSION } from "../protocol/frames.ts";
import type { CloseNotice, DownFrame, DownPulse, Welcome } from "../protocol/frames.ts";
import { parseServerFrame } from "../protocol/server-frame.ts";
import type { Connection } from "../transport/connection.ts";
import type { LinkHandle, LinkOptions, LinkState } from "./link-options.ts";

/** Events that may wait for the server; as many as it takes at once (`eventBurst`). */
export const MAX_WAITING_EVENTS = 400;
/** The first pause before a new attempt, what each failure multiplies it by, and the longest, in milliseconds. */
const FIRST_DELAY = 200;
const DELAY_GROWTH = 1.7;
const LONGEST_DELAY = 10_000;
/** A connection that held this long counts as stable: pauses start small again. */
const STABLE_AFTER = 5_000;
/** Frames are acknowledged when there are this many, or this many characters, or after this long. */
const ACKNOWLEDGE_FRAMES = 8;
const ACKNOWLEDGE_LENGTH = 32_768;
const ACKNOWLEDGE_WITHIN = 250;
/** Heartbeats within which the server must answer. */
const ANSWER_WITHIN = 1.5;
/** The same after a wake, when the machine may have slept, and whoever sits there is looking; in milliseconds. */
const ANSWER_TO_WAKE_WITHIN = 5_000;

/**
 * A client's half of delivery: attaches to the session, applies each frame exactly once and in order, sends
 * each event until the server has handled it, and comes back after a drop.
 *
 * Kept compact, as it is part of every page.
 */
export class Link implements LinkHandle {
  state: LinkState = { kind: "connecting" };
  acknowledged = 0;

  readonly #options: LinkOptions;
  #connection: Connection | undefined;
  /**
   * Events of earlier pages with this ticket, which the first welcome tells. Numbers on the line count them; those
   * told here do not, as some are given out before it is known.
   */
  #earlier: number | undefined;
  #heartbeat = 20_000;
  #maxFrameBytes = 65_536;
  /** The last frame applied; -1 when the screen is not to be trusted. */
  #frame = 0;
  /** Frames applied, and their length, that the server does not know of. */
  #untoldFrames = 0;
  #untoldLength = 0;
  /** JSON of the events after `acknowledged`, without the numbers at their start. */
  #events: string[] = [];
  #attempt = 0;
  #connectedAt = 0;
  #spokeAt = 0;
  /** Rings for the next attempt, or for the next pulse. */
  #timer: unknown;
  /** Rings when the server has not answered. */
  #deadline: unknown;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.clock.clearTimeout(this.#timer);
    this.#become({ kind: "connecting" });
    const connection = (this.#connection = this.#options.open());
    connection.listen({
      onFrame: (text, body) => {
        if (connection === this.#connection) this.#onFrame(text, body);
      },
      onClose: (code) => {
        if (connection === this.#connection) this.#onClose(code);
      },
    });
    const { ticket } = this.#options;
    this.#write(JSON.stringify(["hello", { protocol: PROTOCOL_VERSION, ticket, frame: this.#frame }]));
  }

  send(...content: unknown[]): number {
    const event = JSON.stringify(content).slice(1);
    // 40 is room for the numbers.
    const tooLarge = exceedsBytes(event, this.#maxFrameBytes - 40);
    if (this.state.kind === "closed" || this.#events.length >= MAX_WAITING_EVENTS || tooLarge) return 0;
    const n = this.acknowledged + this.#events.push(event);
    if (this.state.kind === "connected") this.#writeEvent(n, event);
    return n;
  }

  wake(): void {
    if (this.state.kind === "waiting") this.start();
    if (this.state.kind !== "connected") return;
    this.#answered();
    this.#pulse(ANSWER_TO_WAKE_WITHIN);
  }

  stop(): void {
    if (this.state.kind === "closed") return;
    if (this.state.kind === "connected") this.#connection?.send('["goodbye"]');
    this.#end({ code: 1000, message: "" });
  }

  #become(state: LinkState): void {
    this.state = state;
    this.#options.changed(state);
  }

  // ------------------------------------------------------------------ up

  #writeEvent(n: number, event: string): void {
    this.#write(`[${n + this.#earlier!},${this.#frame},${event}`);
  }

  #pulse(answerWithin?: number): void {
    this.#write(`[0,${this.#frame}]`, answerWithin);
  }

  /** Whatever is sent is answered, acknowledges frames, and is a sign of life. */
  #write(text: string, answerWithin = ANSWER_WITHIN * this.#heartbeat): void {
    const { clock } = this.#options;
    this.#connection?.send(text); // first of all: setting timers takes a browser a tenth of a millisecond
    this.#untoldFrames = this.#untoldLength = 0;
    this.#spokeAt = clock.now();
    this.#pulseIn(this.#heartbeat);
    this.#deadline ??= clock.setTimeout(() => this.#retry(), answerWithin);
  }

  #pulseIn(ms: number): void {
    const { clock } = this.#options;
    clock.clearTimeout(this.#timer);
    this.#timer = clock.setTimeout(() => {
      if (this.state.kind === "connected") this.#pulse();
    }, ms);
  }

  // ------------------------------------------------------------------ down

  #onFrame(text: string, body?: ArrayBuffer): void {
    this.#answered();
    const frame = parseServerFrame(text);
    if (frame[0] === "welcome") this.#onWelcome(frame[1]);
    else if (frame[0] === "close") this.#onNotice(frame[1]);
    else this.#onNumbered(frame, text.length, body);
    // A hidden tab's timers are late; the server's word is not.
    if (this.state.kind === "connected" && this.#options.clock.now() - this.#spokeAt > this.#heartbeat) this.#pulse();
  }

  #onWelcome({ event, frame, heartbeat, maxFrameBytes }: Welcome): void {
    this.#earlier ??= event;
    this.#acknowledge(event);
    this.#frame = frame;
    this.#heartbeat = heartbeat;
    this.#maxFrameBytes = maxFrameBytes;
    this.#connectedAt = this.#options.clock.now();
    this.#pulseIn(heartbeat);
    let n = this.acknowledged;
    for (const waiting of this.#events) this.#writeEvent(++n, waiting);
    this.#become({ kind: "connected" });
  }

  /** A notice that is not final (a restart) is followed by the close itself. */
  #onNotice(notice: CloseNotice): void {
    if (notice.code === 1001 || FINAL_CODES.includes(notice.code)) this.#end(notice);
  }

  #onNumbered(
    [n, acknowledged, operations, messages = []]: DownFrame | DownPulse,
    length: number,
    body?: ArrayBuffer,
  ): void {
    const own = this.#acknowledge(acknowledged);
    if (n <= this.#frame) return;
    if (n > this.#frame + 1) return this.#retry();
    this.#frame = n;
    try {
      this.#options.apply(operations!, own);
    } catch (error) {
      this.#frame = -1;
      this.#retry();
      throw error;
    }
    for (const message of messages) this.#options.deliver(message, body);
    this.#untoldLength += length + (body?.byteLength ?? 0);
    if (++this.#untoldFrames >= ACKNOWLEDGE_FRAMES || this.#untoldLength > ACKNOWLEDGE_LENGTH) this.#pulse();
    else if (this.#untoldFrames === 1) this.#pulseIn(ACKNOWLEDGE_WITHIN);
  }

  /** Answers which own event that is. A frame that is sent again says what was handled when it was new. */
  #acknowledge(event: number): number {
    const own = Math.max(0, event - this.#earlier!);
    if (own > this.acknowledged) {
      this.#events.splice(0, own - this.acknowledged);
      this.acknowledged = own;
    }
    return own;
  }

  // ------------------------------------------------------------------ loss

  #answered(): void {
    this.#options.clock.clearTimeout(this.#deadline);
    this.#deadline = undefined;
  }

  #onClose(code: number): void {
    if (FINAL_CODES.includes(code)) this.#end({ code, message: "" });
    else this.#retry();
  }

  #retry(): void {
    const { clock } = this.#options;
    this.#connection?.terminate();
    this.#letGo();
    if (clock.now() - this.#connectedAt > STABLE_AFTER && this.state.kind === "connected") this.#attempt = 0;
    const pause =
      Math.min(LONGEST_DELAY, FIRST_DELAY * DELAY_GROWTH ** this.#attempt++) * (0.7 + 0.6 * this.#options.random());
    this.#timer = clock.setTimeout(() => this.start(), pause);
    this.#become({ kind: "waiting", attempt: this.#attempt, retryAt: clock.now() + pause });
  }

  #end(notice: CloseNotice): void {
    this.#connection?.close(1000, "");
    this.#letGo();
    this.#become({ kind: "closed", notice });
  }

  /** Hears no more of the connection. */
  #letGo(): void {
    this.#connection = undefined;
    this.#answered();
    this.#options.clock.clearTimeout(this.#timer);
  }
}
