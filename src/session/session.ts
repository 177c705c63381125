import type { Clock } from "../core/clock.ts";
import type { Limits } from "../core/limits.ts";
import { CLOSE_REASONS, CloseCode } from "../protocol/close-codes.ts";
import type { DownMessage, ElementEvent, HelloFacts } from "../protocol/frames.ts";
import type { Operation } from "../protocol/operations.ts";
import { Disposers } from "../reactive/disposers.ts";
import { FlushQueue, type FlushHost } from "../reactive/flush-queue.ts";
import type { Owner } from "../reactive/owner.ts";
import type { Reaction } from "../reactive/reaction.ts";
import { isSilence } from "../reactive/silence.ts";
import { signal, type ReadonlySignal } from "../reactive/signal.ts";
import type { Connection } from "../transport/connection.ts";
import { PayloadBreach } from "../view/events/payload.ts";
import { View, type ViewHost } from "../view/view.ts";
import type { App } from "./app.ts";
import { GOODBYE_CODE, type ClientChannel } from "./channel.ts";
import type { ChannelHost } from "./channel-host.ts";
import { Clients } from "./clients.ts";
import { settleClose, type CloseOptions } from "./closing.ts";
import { enterSession, findSession } from "./current.ts";
import { dispatchElementEvent } from "./element-event.ts";
import { EndHooks } from "./end-hooks.ts";
import type { RequestFacts, SessionEnvironment, ShareOptions } from "./environment.ts";
import { reportFor } from "./error-report.ts";
import { Farewell } from "./farewell.ts";
import { FlushHooks } from "./flush-hooks.ts";
import { describeInput, Inbox, type Input } from "./inbox.ts";
import { isOver, type SessionState } from "./state.ts";

const NO_MESSAGES: readonly DownMessage[] = [];

/**
 * One running app: its state, its screen and its clients. An actor: what reaches it is handled in order of arrival,
 * and nothing of it is shared with another session but what the app itself shares.
 */
export class Session implements Owner, FlushHost, ViewHost, ChannelHost<ClientChannel> {
  readonly app: App;
  readonly queue: FlushQueue = new FlushQueue(this);
  readonly #environment: SessionEnvironment;
  readonly #view: View = new View(this);
  readonly #clients = new Clients();
  readonly #state = signal<SessionState>({ kind: "opening" });
  readonly #inbox = new Inbox();
  #messages: DownMessage[] = [];
  #flushHooks: FlushHooks | null = null;
  #flushedHooks: FlushHooks | null = null;
  #endHooks: EndHooks | null = null;
  #owned: Disposers | null = null;
  /** Turns that are open: a flush follows by itself when the outermost ends. */
  #turns = 0;
  /** When the outermost turn, or the flush outside of one, began. */
  #startedAt = 0;
  #flushing = false;
  #flushScheduled = false;
  #closing: Promise<void> | null = null;

  private constructor(app: App, environment: SessionEnvironment) {
    this.app = app;
    this.#environment = environment;
  }

  /** Starts a session: runs the app, and settles its first screen. Throws what the root component throws. */
  static open(app: App, environment: SessionEnvironment): Session {
    const session = new Session(app, environment);
    try {
      session.run(() => {
        if (app.options.title !== undefined) session.#view.setPage({ title: app.options.title });
        session.#view.mount(app.root);
      });
    } catch (error) {
      void session.close();
      throw error;
    }
    return session;
  }

  // ------------------------------------------------------------------ what it is

  get id(): string {
    return this.#environment.id;
  }

  /** Where the session is in its life; reactive. */
  get state(): ReadonlySignal<SessionState> {
    return this.#state;
  }

  get clock(): Clock {
    return this.#environment.clock;
  }

  get limits(): Limits {
    return this.#environment.limits;
  }

  get development(): boolean {
    return this.#environment.development;
  }

  /** The request that opened the session. */
  get request(): RequestFacts {
    return this.#environment.request;
  }

  /** Clock time since when no client is attached; `undefined` while one is, or before the first. */
  get detachedSince(): number | undefined {
    const state = this.#state.peek();
    return state.kind === "detached" ? state.since : undefined;
  }

  // ------------------------------------------------------------------ turns

  /**
   * Runs `fn` as a turn of this session: current, its writes shown together when it returns. Adopts a callback from
   * elsewhere, such as a database driver's.
   */
  run<T>(fn: () => T): T {
    return this.#run(fn, undefined);
  }

  #run<T>(fn: () => T, input: Input | undefined): T {
    if (this.#turns === 0) this.#startedAt = this.clock.now();
    this.#turns++;
    try {
      return enterSession(this, fn);
    } finally {
      this.#turns--;
      if (this.#turns === 0) {
        this.flush();
        this.#noteSlowTurn(input);
      }
    }
  }

  /** Node runs one thing at a time: no other session was served meanwhile, and nothing could have stopped it. */
  #noteSlowTurn(input: Input | undefined): void {
    const took = this.clock.now() - this.#startedAt;
    if (took < this.limits.slowTurn) return;
    const turn = input === undefined ? "a turn" : describeInput(input);
    this.#environment.log({
      level: "warn",
      event: "limit/slowTurn",
      message: `${turn} held up all sessions for ${took} ms`,
    });
  }

  /** Settles all that has changed and sends it as one frame. Happens by itself at the end of each turn. */
  flush(): void {
    if (this.#flushing || this.queue.isHeld || isOver(this.#state.peek())) return;
    if (!this.#hasWork) return;
    this.#flushing = true;
    try {
      if (findSession() === this) this.#settle();
      else enterSession(this, () => this.#settle());
    } finally {
      this.#flushing = false;
    }
    if (this.#hasWork) this.scheduleFlush();
  }

  get #hasWork(): boolean {
    return !this.queue.isEmpty || this.#view.hasOperations || (this.#messages.length > 0 && this.#clients.count > 0);
  }

  #settle(): void {
    this.queue.flush();
    if (this.#flushHooks !== null && !this.#flushHooks.isEmpty) {
      this.#flushHooks.run(this.#fail);
      this.queue.flush();
    }
    this.#send();
    this.#flushedHooks?.run(this.#fail);
  }

  /** With no client yet, messages wait for the first; the screen is read as HTML. */
  #send(): void {
    const operations = this.#view.takeOperations();
    if (this.#clients.count === 0) return;
    const messages = this.#takeMessages();
    if (operations.length === 0 && messages.length === 0) return;
    this.#clients.push({ operations, encoded: JSON.stringify(operations), messages });
  }

  /** Clients keep the list with the frame: nothing may be added to it any more. */
  #takeMessages(): readonly DownMessage[] {
    if (this.#messages.length === 0) return NO_MESSAGES;
    const messages = this.#messages;
    this.#messages = [];
    return messages;
  }

  scheduleFlush(): void {
    if (this.#turns > 0 || this.#flushing || this.#flushScheduled) return;
    this.#flushScheduled = true;
    queueMicrotask(() => {
      this.#flushScheduled = false;
      this.#startedAt = this.clock.now();
      this.flush();
      this.#noteSlowTurn(undefined);
    });
  }

  operationsWaiting(): void {
    this.scheduleFlush();
  }

  // ------------------------------------------------------------------ clients

  /** Makes a place for one more client, whose page is being rendered. Returns its number. */
  addClient(): number {
    const channel = this.#clients.add(this);
    const operations = [...this.#view.templateDefinitions(), ...this.#view.unpaintedOperations()];
    if (operations.length > 0 || this.#messages.length > 0) {
      channel.push({ operations, encoded: JSON.stringify(operations), messages: this.#messages });
      this.#messages = [];
    }
    return channel.id;
  }

  /** Forgets a client that is gone for good, or never came. */
  removeClient(clientId: number): void {
    this.#clients.remove(clientId);
    this.#noteClients();
  }

  /** How many clients the session waits for or has. */
  get clientCount(): number {
    return this.#clients.count;
  }

  /** The screen as HTML, for a page. */
  firstPaint(): { root: string; layers: string; title?: string } {
    return { ...this.#view.html(), ...this.#view.page };
  }

  /** Gives a client a connection, whose hello was checked. */
  attach(clientId: number, connection: Connection, hello: HelloFacts): void {
    const channel = this.#clients.find(clientId);
    if (channel === undefined) connection.close(CloseCode.SessionGone, CLOSE_REASONS[CloseCode.SessionGone]);
    else channel.attach(connection, hello);
  }

  /** A link that lets whoever opens it join this session: the same screen, and both can act. */
  shareUrl(options?: ShareOptions): string {
    return this.#environment.shareUrl(this.id, { origin: this.request.origin, ...options });
  }

  // ------------------------------------------------------------------ what channels tell

  wholeScreen(): Operation[] {
    return this.#view.wholeScreen();
  }

  receive(channel: ClientChannel, message: Input["message"]): void {
    if (isOver(this.#state.peek())) return;
    this.#inbox.accept({ channel, message }, this.#handle);
  }

  readonly #handle = (input: Input): void => {
    this.#run(() => {
      try {
        this.#act(input);
      } catch (error) {
        if (error instanceof PayloadBreach) this.#refuse(input.channel, error);
        else this.#failEvent(error);
      }
    }, input);
  };

  #act({ channel, message }: Input): void {
    if (typeof message[2] !== "number") return; // requests are answered by a later part of the contract
    const alone = this.#clients.count === 1 && channel.waiting === 0;
    const outcome = dispatchElementEvent(this.#view, message as ElementEvent, { client: { id: channel.id }, alone });
    if (outcome === undefined) this.#note("event/no-handler", `${String(message[3])} on element ${message[2]}`);
    else if (outcome.refused !== null) this.#note(`event/${outcome.refused}`, `element ${message[2]}`);
    else if (outcome.result instanceof Promise) outcome.result.catch(this.#failEvent);
  }

  #refuse(channel: ClientChannel, breach: PayloadBreach): void {
    this.breach(channel, breach.code, breach.message);
    channel.notifyClose(CloseCode.ProtocolError, "");
  }

  attached(): void {
    this.#noteClients();
  }

  detached(channel: ClientChannel, code: number): void {
    if (code === GOODBYE_CODE && !isOver(this.#state.peek())) {
      this.#clients.remove(channel.id);
      if (this.#clients.count === 0) void this.close();
    }
    this.#noteClients();
  }

  #noteClients(): void {
    const state = this.#state.peek();
    if (isOver(state)) return;
    const clients = this.#clients.attachedCount;
    if (clients > 0) this.#state.value = { kind: "connected", clients };
    else if (state.kind === "connected") this.#state.value = { kind: "detached", since: this.clock.now() };
  }

  breach(_channel: ClientChannel, name: string, detail: string): void {
    this.#environment.log({ level: "warn", event: `limit/${name}`, message: detail });
  }

  #note(event: string, message: string): void {
    this.#environment.log({ level: "debug", event, message });
  }

  // ------------------------------------------------------------------ errors

  /** Reports an error that nothing caught: logged, told to the app, shown as a notice. The session goes on. */
  reportError(error: unknown, reaction: Reaction | undefined, source = reaction?.describe() ?? "the app"): void {
    if (isSilence(error)) return;
    const { errorId, notice } = reportFor(error, this.development);
    this.#environment.log({ level: "error", event: "app/error", message: `${source} failed`, errorId, error });
    this.#tell(notice);
    try {
      this.app.options.onError?.(error, { session: this, errorId, source });
    } catch (failure) {
      this.#environment.log({
        level: "error",
        event: "app/on-error-failed",
        message: "onError itself failed",
        error: failure,
      });
    }
  }

  readonly #fail = (error: unknown): void => this.reportError(error, undefined, "a callback");

  readonly #failEvent = (error: unknown): void => this.reportError(error, undefined, "an event handler");

  #tell(message: DownMessage): void {
    if (isOver(this.#state.peek()) || this.#messages.length >= this.limits.maxQueuedMessages) return;
    this.#messages.push(message);
    this.scheduleFlush();
  }

  warn(event: string, message: string): void {
    this.#environment.log({ level: "warn", event, message });
  }

  // ------------------------------------------------------------------ the page

  /** Sets the page's title; it stays through reconnects. From Rio's `set_title`. */
  setTitle(title: string): void {
    this.#view.setPage({ title });
  }

  // ------------------------------------------------------------------ hooks

  /** Calls `fn` when all has settled and before the frame leaves; what it writes leaves in the same frame. From Shiny's `on_flush`. */
  onFlush(fn: () => unknown, { once = true }: { once?: boolean } = {}): () => void {
    return (this.#flushHooks ??= new FlushHooks()).add(fn, once);
  }

  /** Calls `fn` after the frame has left; what it writes makes the next. From Shiny's `on_flushed`. */
  onFlushed(fn: () => unknown, { once = true }: { once?: boolean } = {}): () => void {
    return (this.#flushedHooks ??= new FlushHooks()).add(fn, once);
  }

  /** Calls `fn` when the session ends, however it ends. Returns what cancels that. From Shiny's `on_ended`. */
  onEnded(fn: () => unknown): () => void {
    return (this.#endHooks ??= new EndHooks()).add(fn);
  }

  own(dispose: () => void): void {
    if (this.#state.peek().kind === "ended") dispose();
    else (this.#owned ??= new Disposers()).add(dispose);
  }

  disown(dispose: () => void): void {
    this.#owned?.delete(dispose);
  }

  // ------------------------------------------------------------------ the end

  /**
   * Ends the session. Softly, clients learn that it has ended; with `hard`, they show `message` and never reconnect.
   * Calling it again changes nothing. The promise resolves when all is released. From Shiny's `close`.
   */
  close(options: CloseOptions = {}): Promise<void> {
    if (this.#closing !== null) return this.#closing;
    const close = settleClose(options, this.app.options.hardDisconnectMessage);
    // What was written before is still shown.
    this.flush();
    return (this.#closing ??= this.#end(close));
  }

  async #end(close: ReturnType<typeof settleClose>): Promise<void> {
    this.#state.value = { kind: "closing", ...close };
    await this.#endHooks?.run({ session: this, fail: this.#fail });
    const farewell = Farewell.of(close, this.#clients.finish(), this.limits);
    this.#release();
    this.#clients.each((channel) => channel.notifyClose(close.code, close.message));
    this.#clients.clear();
    this.#state.value = { kind: "ended", code: close.code };
    this.#environment.ended(this, farewell);
  }

  #release(): void {
    enterSession(this, () => {
      this.#view.dispose();
      this.#owned?.disposeAll(this.#fail);
    });
  }
}
