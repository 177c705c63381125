import { CLOSE_REASONS, CloseCode } from "../../protocol/close-codes.ts";
import { encodeClose, encodeFrame, encodePulse, encodeWelcome } from "../../protocol/encode.ts";
import type { DownMessage, HelloFacts, UpNumbered } from "../../protocol/frames.ts";
import { parseClientFrame } from "../../protocol/parse.ts";
import type { FrameBreach } from "../../protocol/parse.ts";
import { LINE_FAULTS, type Connection } from "../../transport/connection.ts";
import { Alarm } from "./alarm.ts";
import { Backlog } from "./backlog.ts";
import type { ChannelHost, Update } from "./channel-host.ts";
import { closeReason, toldCode } from "../closing.ts";
import type { LastWords } from "../farewell.ts";
import { FeedPositions, type FrameData } from "./feed-positions.ts";
import { SentFrames } from "./sent-frames.ts";
import { TokenBucket } from "./token-bucket.ts";

/** Longest time until a client learns that its event was handled, when no frame says so before. */
export const ACKNOWLEDGE_WITHIN = 100;
/** Heartbeats of silence after which a client is asked for a word, since browsers hold back a hidden tab's timers. */
export const PROMPT_AFTER = 1.5;
/** Heartbeats of silence after which a client counts as lost. */
export const LOST_AFTER = 2.5;
/** The code for `detached` when the client said goodbye. */
export const GOODBYE_CODE = 1000;
/** The code for `detached` when the line broke, or was dropped. */
const BROKEN_CODE = 1006;

interface FrameContent {
  /** The operations as JSON. */
  readonly encoded: string;
  readonly messages: readonly DownMessage[];
  readonly data: FrameData | undefined;
}

/**
 * The server's half of delivery to one client: numbers and keeps frames until they are acknowledged, hands on
 * each event exactly once, and lets one connection of the client follow another. It exists from first paint
 * on; whatever changes before the page attaches, or while it is away, waits in the backlog.
 */
export class ClientChannel {
  /** 1, 2, 3 … within the session. */
  readonly id: number;
  /** How many connections the client has had. Only the newest is heard. */
  epoch = 0;
  /** The number of the client's last event that was handled. */
  handled = 0;
  /** Whether the client gets the whole screen next, as what it missed is no longer known. */
  needsResync = false;
  connection: Connection | undefined;

  readonly #host: ChannelHost<ClientChannel>;
  readonly #alarm: Alarm;
  readonly #rate = new TokenBucket();
  /** Undefined before the client comes back for the first time, which most never do. */
  #attachRate: TokenBucket | undefined;
  readonly #sent = new SentFrames();
  readonly #positions = new FeedPositions();
  /** Undefined when nothing waits, which is nearly always. */
  #backlog: Backlog | undefined;
  #messages: DownMessage[] | undefined;
  #disposed = false;
  #heardAt = 0;
  #prompted = false;
  /** When the client must be told at the latest that its last event was handled; infinite once it was told. */
  #tellBy = Infinity;

  constructor(id: number, host: ChannelHost<ClientChannel>) {
    this.id = id;
    this.#host = host;
    this.#alarm = new Alarm(host.clock, () => this.#onAlarm());
  }

  /** The number of the last frame sent. */
  get lastFrame(): number {
    return this.#sent.last;
  }

  /** The number of the last frame that the client is known to have applied. */
  get acknowledged(): number {
    return this.#sent.acknowledged;
  }

  /** Operations and messages that wait for the client. */
  get waiting(): number {
    return (this.#backlog?.size ?? 0) + (this.#messages?.length ?? 0);
  }

  /** Gives the channel a connection whose hello was accepted. The newest wins: one it had is closed. */
  attach(connection: Connection, hello: HelloFacts): void {
    if (this.#disposed) {
      connection.close(CloseCode.SessionGone, CLOSE_REASONS[CloseCode.SessionGone]);
      return;
    }
    if (hello.frame > this.#sent.last) {
      this.#host.breach(this, CLOSE_REASONS[4400], `hello has frame ${hello.frame} of ${this.#sent.last} sent`);
      connection.close(CloseCode.ProtocolError, CLOSE_REASONS[CloseCode.ProtocolError]);
      return;
    }
    if (!this.#mayAttach()) {
      this.#host.breach(this, "reattachesPerMinute", `more than ${this.#host.limits.reattachesPerMinute}`);
      connection.close(CloseCode.RateExceeded, CLOSE_REASONS[CloseCode.RateExceeded]);
      return;
    }
    this.connection?.close(CloseCode.Replaced, CLOSE_REASONS[CloseCode.Replaced]);
    this.epoch++;
    this.connection = connection;
    this.#heard();
    this.#resume(connection, hello.frame);
    connection.listen({
      onFrame: (text) => {
        if (connection === this.connection) this.#onFrame(text);
      },
      onPing: () => {
        if (connection === this.connection && this.#takeToken()) this.#heard();
      },
      onClose: (code) => {
        if (connection === this.connection) this.#onClosed(code);
      },
    });
  }

  /** A client that may come as fast as it likes could have the whole screen made each time. */
  #mayAttach(): boolean {
    if (this.epoch === 0) return true;
    const { reattachesPerMinute } = this.#host.limits;
    const rate = { burst: reattachesPerMinute, perSecond: reattachesPerMinute / 60 };
    return (this.#attachRate ??= new TokenBucket()).take(this.#host.clock.now(), rate);
  }

  /** Takes what the session sends all its clients after a flush. */
  push(update: Update): void {
    if (this.#disposed) return;
    const waits = this.needsResync || this.#backlog !== undefined || this.#messages !== undefined;
    if (!waits && this.#hasRoom()) {
      // Each by its name: a spread made a whole update take twice as long.
      const { encoded, messages } = update;
      this.#sendFrame({ encoded, messages, data: this.#positions.take(this.#host.feeds) });
      return;
    }
    this.#queueOperations(update);
    this.#queueMessages(update.messages);
  }

  /** Sends what waits, and what the client lacks of its session's feeds, if there is room. */
  drain(): void {
    if (!this.#disposed && this.#hasRoom()) this.#sendWaiting();
  }

  /** Takes messages for this client alone. */
  pushMessages(messages: readonly DownMessage[]): void {
    this.push({ operations: [], encoded: "[]", messages });
  }

  /** Sends all that waits, room or not, as nothing will follow; and tells what the client has yet to acknowledge. */
  finish(): LastWords {
    this.#sendWaiting();
    const { id: clientId, handled, acknowledged, connection } = this;
    return { clientId, handled, acknowledged, frames: [...this.#sent.frames], connection };
  }

  /** Tells the client why the connection closes, with a text for the person at the screen, and closes it. */
  notifyClose(code: number, message: string): void {
    this.connection?.send(encodeClose({ code: toldCode(code), message }));
    this.#close(code);
  }

  /** Drops the line, if there is one; the client may come back. */
  detach(): void {
    this.connection?.terminate();
    this.#lose(BROKEN_CODE);
  }

  /** Ends the channel for good. */
  dispose(): void {
    const connection = this.connection;
    this.#disposed = true;
    this.connection = undefined;
    this.#alarm.stop();
    this.#forgetWaiting();
    this.#sent.abandon();
    connection?.close(CloseCode.SessionGone, CLOSE_REASONS[CloseCode.SessionGone]);
  }

  // ------------------------------------------------------------------ down

  /** Welcomes a client whose last frame is `frame`, and sends what it missed. */
  #resume(connection: Connection, frame: number): void {
    if (frame < this.#sent.acknowledged) this.#startOver(frame);
    else this.#sent.acknowledge(frame);
    const resumed = !this.needsResync;
    const { heartbeat, maxFrameBytes } = this.#host.limits;
    const welcome = { event: this.handled, frame: this.#sent.acknowledged, resumed, heartbeat, maxFrameBytes };
    connection.send(encodeWelcome(welcome));
    this.#tellBy = Infinity;
    for (const { text, body } of this.#sent.frames) connection.send(text, body);
    this.#host.attached(this, resumed);
    this.drain();
  }

  /** The page shows less than it once did, as when a browser restored it: frames under way do not fit it. */
  #startOver(frame: number): void {
    const undelivered = this.#sent.abandon();
    if (undelivered.length > 0) this.#messages = undelivered.concat(this.#messages ?? []);
    this.needsResync = true;
    if (frame >= 0) this.#host.messagesLost(this, this.#messages ?? []);
  }

  /** A frame may start while the window is not yet full, so that one larger than the window gets through. */
  #hasRoom(): boolean {
    return this.connection?.isOpen === true && this.#sent.bytes < this.#host.limits.windowBytes;
  }

  #sendWaiting(): void {
    if (this.needsResync) this.#positions.startOver();
    const operations = this.needsResync ? this.#host.wholeScreen() : this.#backlog?.toArray();
    const messages = this.#messages;
    const data = this.#positions.take(this.#host.feeds);
    if (operations === undefined && messages === undefined && data === undefined) return;
    this.#forgetWaiting();
    this.needsResync = false;
    this.#sendFrame({ encoded: JSON.stringify(operations ?? []), messages: messages ?? [], data });
    // There may be more than goes in one frame.
    if (data !== undefined) this.drain();
  }

  /** Data are not kept with the messages: a screen that starts over has its feeds start over, too. */
  #sendFrame({ encoded, messages, data }: FrameContent): void {
    const n = this.#sent.last + 1;
    const all = data === undefined ? messages : [...messages, ...data.messages];
    const text = encodeFrame({ n, acknowledged: this.handled, encoded, messages: all });
    const body = data?.body;
    this.#sent.add({ text, body, bytes: Buffer.byteLength(text) + (body?.length ?? 0), messages });
    this.#tellBy = Infinity;
    // Looked at before sending, so that one frame over the limit still gets through. With more than a window
    // unsent, the client acknowledges what it has not read.
    if (this.#isStuck()) {
      this.#host.breach(this, "maxBufferedBytes", `${this.connection?.bufferedBytes} bytes not read by the client`);
      this.detach();
    } else {
      this.connection?.send(text, body);
    }
  }

  /** Not needed behind unread frames: they are word enough. */
  #sendPulse(): void {
    this.#tellBy = Infinity;
    if (!this.#isStuck()) this.connection?.send(encodePulse(this.handled));
  }

  #isStuck(): boolean {
    return this.connection !== undefined && this.connection.bufferedBytes > this.#host.limits.maxBufferedBytes;
  }

  #queueOperations({ operations, encoded }: Update): void {
    if (this.needsResync || operations.length === 0) return;
    const { maxBacklogOperations, maxBufferedBytes } = this.#host.limits;
    const backlog = (this.#backlog ??= new Backlog());
    const limits = { maxOperations: maxBacklogOperations, maxLength: maxBufferedBytes };
    if (backlog.add(operations, encoded.length, limits)) return;
    this.#backlog = undefined;
    this.needsResync = true;
    this.#host.breach(this, "maxBacklogOperations", "the client gets the whole screen instead");
  }

  #queueMessages(messages: readonly DownMessage[]): void {
    if (messages.length === 0) return;
    const queue = (this.#messages ??= []);
    queue.push(...messages);
    if (queue.length <= this.#host.limits.maxQueuedMessages) return;
    this.#forgetWaiting();
    this.needsResync = true;
    this.#host.breach(this, "maxQueuedMessages", `${queue.length} messages were dropped`);
    this.#host.messagesLost(this, []);
    this.#close(CloseCode.TimedOut);
  }

  #forgetWaiting(): void {
    this.#backlog = undefined;
    this.#messages = undefined;
  }

  // ------------------------------------------------------------------ up

  #onFrame(text: string): void {
    this.#heard();
    const { frame, breach } = parseClientFrame(text, this.#host.limits);
    if (breach !== undefined) this.#refuse(breach);
    else if (frame[0] === "hello") this.#refuseProtocol("a second hello");
    else if (frame[0] === "goodbye") this.#leave();
    else if (frame.length === 2) this.#onPulse(frame[1]);
    else this.#onNumbered(frame);
  }

  #onPulse(acknowledged: number): void {
    const last = this.#sent.last;
    // A client that acknowledges is as busy as the session makes it; one that only pulses has a rate to keep.
    if (acknowledged <= this.#sent.acknowledged && !this.#takeToken()) return;
    if (this.#acknowledge(acknowledged) && this.#sent.last === last) this.#sendPulse();
  }

  #onNumbered(input: UpNumbered): void {
    const [n, acknowledged] = input;
    if (!this.#takeToken() || !this.#acknowledge(acknowledged)) return;
    if (n > this.handled + 1) {
      this.#refuseProtocol(`event ${n} after ${this.handled}`);
    } else if (n <= this.handled) {
      this.#sendPulse();
    } else {
      this.handled = n;
      this.#tellBy = Math.min(this.#tellBy, this.#host.clock.now() + ACKNOWLEDGE_WITHIN);
      this.#host.receive(this, input);
      if (this.connection !== undefined) this.#alarm.ringBy(this.#tellBy);
    }
  }

  /** Takes note of the client's last frame. Returns false when that cannot be. */
  #acknowledge(frame: number): boolean {
    if (frame > this.#sent.last) {
      this.#refuseProtocol(`acknowledges frame ${frame} of ${this.#sent.last} sent`);
      return false;
    }
    if (this.#sent.acknowledge(frame)) this.drain();
    return this.connection !== undefined;
  }

  #takeToken(): boolean {
    const { eventBurst, eventsPerSecond } = this.#host.limits;
    const rate = { burst: eventBurst, perSecond: eventsPerSecond };
    const taken = this.#rate.take(this.#host.clock.now(), rate);
    const detail = `more than ${eventBurst} events at once, or ${eventsPerSecond} a second`;
    if (!taken) this.#refuse({ code: CloseCode.RateExceeded, name: "eventsPerSecond", detail });
    return taken;
  }

  #refuseProtocol(detail: string): void {
    const code = CloseCode.ProtocolError;
    this.#refuse({ code, name: CLOSE_REASONS[code], detail });
  }

  #refuse({ code, name, detail }: FrameBreach): void {
    this.#host.breach(this, name, detail);
    this.#close(code);
  }

  #onClosed(code: number): void {
    const fault = LINE_FAULTS.get(code);
    if (fault !== undefined) this.#host.breach(this, fault, "refused by the line itself");
    this.#lose(code);
  }

  #leave(): void {
    this.connection?.close(GOODBYE_CODE, "goodbye");
    this.#lose(GOODBYE_CODE);
  }

  #close(code: number): void {
    this.connection?.close(code, closeReason(code));
    this.#lose(code);
  }

  #lose(code: number): void {
    if (this.connection === undefined) return;
    this.connection = undefined;
    this.#alarm.stop();
    this.#host.detached(this, code);
  }

  // ------------------------------------------------------------------ time

  #heard(): void {
    this.#heardAt = this.#host.clock.now();
    this.#prompted = false;
    this.#alarm.ringBy(this.#silenceDue());
  }

  /** When the client's silence is next looked at. */
  #silenceDue(): number {
    return this.#heardAt + (this.#prompted ? LOST_AFTER : PROMPT_AFTER) * this.#host.limits.heartbeat;
  }

  #onAlarm(): void {
    const now = this.#host.clock.now();
    if (now >= this.#tellBy) this.#sendPulse();
    if (now >= this.#silenceDue()) this.#onSilence();
    if (this.connection !== undefined) this.#alarm.ringBy(Math.min(this.#tellBy, this.#silenceDue()));
  }

  #onSilence(): void {
    if (this.#prompted) {
      const seconds = (this.#host.clock.now() - this.#heardAt) / 1_000;
      this.#refuse({ code: CloseCode.TimedOut, name: "heartbeat", detail: `no word for ${seconds} s` });
    } else {
      this.#prompted = true;
      this.#sendPulse();
    }
  }
}
