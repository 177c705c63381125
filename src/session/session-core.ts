import type { Clock } from "../core/clock.ts";
import type { Limits } from "../core/limits.ts";
import type { User } from "../core/register.ts";
import { TandemError } from "../core/errors.ts";
import { CLOSE_REASONS, CloseCode } from "../protocol/close-codes.ts";
import type { ClientMessage, ClientRequest, DownMessage, ElementEvent, HelloFacts } from "../protocol/frames.ts";
import type { AttributeValue, Json, Operation, PageFacts } from "../protocol/operations.ts";
import { Disposers } from "../reactive/disposers.ts";
import { FlushQueue, type FlushHost } from "../reactive/flush-queue.ts";
import { untracked } from "../reactive/graph.ts";
import { runWithOwner, type Owner } from "../reactive/owner.ts";
import type { Reaction } from "../reactive/reaction.ts";
import { isSilence } from "../reactive/silence.ts";
import { signal, type ReadonlySignal } from "../reactive/signal.ts";
import type { Connection } from "../transport/connection.ts";
import { Environment } from "../view/environment.ts";
import type { Child } from "../view/node.ts";
import type { ActingClient } from "../view/events/base-event.ts";
import { PayloadBreach } from "../view/events/payload.ts";
import { View, type RootAttributes, type ViewHost } from "../view/view.ts";
import type { App } from "./app.ts";
import { GOODBYE_CODE, type ClientChannel } from "./channel.ts";
import type { ChannelHost } from "./channel-host.ts";
import { SessionEnded } from "./call-errors.ts";
import { ClientCalls, type CallHost } from "./client-calls.ts";
import { Clients } from "./clients.ts";
import { settleClose, type CloseOptions, type SettledClose } from "./closing.ts";
import { actFor, clientBehind, enterSession, findSession } from "./current.ts";
import { dispatchElementEvent } from "./element-event.ts";
import { EndHooks } from "./end-hooks.ts";
import type { RequestFacts, SessionEnvironment, ShareOptions, Visitor } from "./environment.ts";
import { reportFor } from "./error-report.ts";
import { Farewell } from "./farewell.ts";
import type { FlushHooks } from "./flush-hooks.ts";
import { describeInput, Inbox, type Input } from "./inbox.ts";
import type { Arrival } from "./navigation/navigator.ts";
import type { MetaTags } from "./navigation/router.ts";
import { Outgoing } from "./outgoing.ts";
import type { Session } from "./session.ts";
import { isOver, type SessionState } from "./state.ts";

/** The screen as it is, for a page: its two regions as HTML, its title, and the attributes of its root element. */
export interface Painted extends PageFacts {
  readonly root: string;
  readonly layers: string;
  readonly attributes?: RootAttributes;
  /** Of the page that is shown, by the name of the `<meta>`. */
  readonly meta?: MetaTags;
  /** How the request for it is answered, where that is not just by showing it. */
  readonly arrival?: Arrival;
}

/** Takes what a client tells under a topic; `client` is its number. What came is untrusted. */
export type Ear = (value: Json | undefined, client: number) => void;

/**
 * What makes a session run: its turns, its screen, its clients and its end. An actor: what reaches it is handled in
 * order of arrival, and nothing of it is shared with another session but what the app itself shares. What an app does
 * with a session is in `contract/`, section by section; `Session` is the whole.
 */
export abstract class SessionCore implements Owner, FlushHost, ViewHost, ChannelHost<ClientChannel>, CallHost {
  /** The app that it runs, with its options. From Rio's `app`. */
  readonly app: App;
  readonly queue: FlushQueue = new FlushQueue(this);
  protected readonly environment: SessionEnvironment;
  protected flushHooks: FlushHooks | null = null;
  protected flushedHooks: FlushHooks | null = null;
  protected endHooks: EndHooks | null = null;
  readonly #view: View = new View(this);
  readonly #clients = new Clients();
  readonly #state = signal<SessionState>({ kind: "opening" });
  readonly #inbox = new Inbox();
  readonly #outgoing = new Outgoing();
  /** Who each client's page was given to, where the app authenticates. */
  #visitors: Map<number, Visitor> | null = null;
  #calls: ClientCalls | null = null;
  #ears: Map<string, Ear> | null = null;
  #owned: Disposers | null = null;
  #closingHooks: Disposers | null = null;
  /** The client that acted last. */
  #actor = 0;
  /** When a person last did something: opened a page, used the screen, had a page ask or answer. */
  #actedAt: number;
  /** Turns that are open: a flush follows by itself when the outermost ends. */
  #turns = 0;
  /** When the outermost turn, or the flush outside of one, began. */
  #startedAt = 0;
  #flushing = false;
  /** Flushes in a row that were made by the one before. */
  #flushesInARow = 0;
  #flushScheduled = false;
  #closing: Promise<void> | null = null;
  #lastWord: string | undefined;

  protected constructor(app: App, environment: SessionEnvironment) {
    this.app = app;
    this.environment = environment;
    this.#actedAt = environment.clock.now();
  }

  /** Runs the app, and settles its first screen. Throws what the root component throws. */
  protected start(): void {
    try {
      this.run(() => {
        const { title } = this.app.options;
        if (title !== undefined && this.#view.page.title === undefined) this.setPage({ title });
        this.#view.mount(this.app.root);
      });
    } catch (error) {
      if (this.isStub) this.disposeStub();
      else void this.close();
      throw error;
    }
  }

  /** What a page shows that has no live session: the screen is read once, and all is disposed. */
  protected readOnce(): Painted | Promise<Painted> {
    this.start();
    return this.readScreen();
  }

  protected readScreen(): Painted {
    try {
      return this.firstPaint();
    } finally {
      this.disposeStub();
    }
  }

  // ------------------------------------------------------------------ what it is

  get id(): string {
    return this.environment.id;
  }

  /** Where the session is in its life; reactive. */
  get state(): ReadonlySignal<SessionState> {
    return this.#state;
  }

  get clock(): Clock {
    return this.environment.clock;
  }

  get limits(): Limits {
    return this.environment.limits;
  }

  get development(): boolean {
    return this.environment.development;
  }

  /** The request that opened the session. */
  get request(): RequestFacts {
    return this.environment.request;
  }

  /** Whether it is ending, or has ended. */
  get isOver(): boolean {
    return isOver(this.#state.peek());
  }

  /**
   * Whether the page is rendered without a live session, as for a crawler or by `tandem render`: nothing then reaches
   * anybody, tasks do not run, and calls that wait for a client never settle. From Shiny's `is_stub_session`.
   */
  get isStub(): boolean {
    return this.environment.stub === true;
  }

  /** What people are told who come when it ends or has ended; `""` where it has no text of its own. */
  get lastWord(): string | undefined {
    return this.#lastWord;
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
    this.warn("limit/slowTurn", `${turn} held up all sessions for ${took} ms`);
  }

  /** Settles all that has changed and sends it as one frame. Happens by itself at the end of each turn. */
  flush(): void {
    if (this.#flushing || this.queue.isHeld || this.isOver) return;
    if (!this.#hasWork) return;
    this.#flushing = true;
    try {
      if (findSession() === (this as unknown)) this.#settle();
      else enterSession(this, () => this.#settle());
    } finally {
      this.#flushing = false;
    }
    if (this.#hasWork) this.#flushAgain();
    else this.#flushesInARow = 0;
  }

  /** What `onFlushed` callbacks wrote makes the next frame; but not for ever, as nothing else would run meanwhile. */
  #flushAgain(): void {
    if (++this.#flushesInARow > MAX_FLUSHES_IN_A_ROW) {
      this.#flushesInARow = 0;
      this.flushedHooks = null;
      this.fail(endlessFlushes());
    }
    this.scheduleFlush();
  }

  get #hasWork(): boolean {
    return !this.queue.isEmpty || this.#view.hasOperations || (!this.#outgoing.isEmpty && this.#clients.count > 0);
  }

  #settle(): void {
    this.queue.flush();
    if (this.flushHooks !== null && !this.flushHooks.isEmpty) {
      this.flushHooks.run(this.fail);
      this.queue.flush();
    }
    this.#send();
    this.flushedHooks?.run(this.fail);
  }

  /** With no client yet, messages wait for the first; the screen is read as HTML. */
  #send(): void {
    const operations = this.#view.takeOperations();
    if (this.#clients.count === 0) return;
    const messages = this.#outgoing.takeForAll();
    if (operations.length > 0 || messages.length > 0) {
      this.#clients.push({ operations, encoded: JSON.stringify(operations), messages });
    }
    for (const [clientId, own] of this.#outgoing.takeForOne()) this.#clients.find(clientId)?.pushMessages(own);
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

  /** Clock time of the last thing that a person did. */
  protected get actedAt(): number {
    return this.#actedAt;
  }

  /** Whether anything on the screen calls the session when it is used. */
  protected get canBeActedOn(): boolean {
    return this.#view.handlers.size > 0;
  }

  // ------------------------------------------------------------------ clients

  /** Makes a place for one more client, whose page is being rendered for `visitor`. Returns its number. */
  addClient(visitor?: Visitor): number {
    this.#actedAt = this.clock.now();
    const channel = this.#clients.add(this);
    if (visitor !== undefined) (this.#visitors ??= new Map()).set(channel.id, visitor);
    const operations = [...this.#view.templateDefinitions(), ...this.#view.unpaintedOperations()];
    const messages = this.#outgoing.takeForAll();
    if (operations.length > 0 || messages.length > 0) {
      channel.push({ operations, encoded: JSON.stringify(operations), messages });
    }
    this.#calls?.clientAdded();
    return channel.id;
  }

  /** Forgets a client that is gone for good, or never came. */
  removeClient(clientId: number): void {
    this.#forgetClient(clientId);
    this.#noteClients();
  }

  #forgetClient(clientId: number): void {
    this.#clients.remove(clientId);
    this.#visitors?.delete(clientId);
    this.#calls?.clientGone(clientId);
    this.clientForgotten(clientId);
    this.actorChanged();
  }

  /** Who opened the session, where the app authenticates. */
  get userId(): string | undefined {
    return this.environment.visitor?.userId;
  }

  /** Who a client is, as `authenticate` said when its page was asked for. */
  userOf(clientId: number): User | undefined {
    return this.#visitors?.get(clientId)?.user;
  }

  /** Closes for good, with a text, each client of a user. Says whether there was any. */
  dismissUser(userId: string, message: string): boolean {
    const gone = [...(this.#visitors ?? [])].filter(([, visitor]) => visitor.userId === userId);
    for (const [clientId] of gone) {
      this.#clients.find(clientId)?.notifyClose(CloseCode.HardDisconnect, message);
      this.removeClient(clientId);
    }
    if (gone.length > 0 && this.clientCount === 0) void this.close();
    return gone.length > 0;
  }

  /** A client is gone for good. */
  protected clientForgotten(_clientId: number): void {}

  /** Another client may be the acting one now. */
  protected actorChanged(): void {}

  /** How many clients the session waits for or has. */
  get clientCount(): number {
    return this.#clients.count;
  }

  /**
   * The client whose event or request is being handled, also after awaits; or else the one that acted last, or the
   * first there is. `undefined` before there is any.
   */
  get actingClient(): number | undefined {
    return this.#acting?.id;
  }

  get #acting(): ClientChannel | undefined {
    return this.#clients.find(clientBehind(this) ?? 0) ?? this.#clients.find(this.#actor) ?? this.#clients.first;
  }

  /** The screen as HTML, for a page. */
  firstPaint(): Painted {
    return { ...this.#view.html(), ...this.#view.page, attributes: this.#view.rootAttributes };
  }

  /** Calls `fn` with each line that a client has now. */
  protected eachConnection(fn: (connection: Connection) => void): void {
    this.#clients.each(({ connection }) => connection !== undefined && fn(connection));
  }

  /** Gives a client a connection, whose hello was checked. */
  attachClient(clientId: number, connection: Connection, hello: HelloFacts): void {
    const channel = this.#clients.find(clientId);
    if (channel === undefined) return connection.close(CloseCode.SessionGone, CLOSE_REASONS[CloseCode.SessionGone]);
    channel.attach(connection, hello);
    this.noteHello(clientId, hello);
  }

  /** Takes what else a client's hello says. */
  protected noteHello(_clientId: number, _hello: HelloFacts): void {}

  /** What carries the acting client's line: the `kind` of its connection. */
  protected get actingLine(): string | undefined {
    return this.#acting?.connection?.kind;
  }

  /** A link that lets whoever opens it join this session: the same screen, and both can act. */
  shareUrl(options?: ShareOptions): string {
    return this.environment.shareUrl(this.id, { origin: this.request.origin, ...options });
  }

  // ------------------------------------------------------------------ what clients are told

  /** Sends all clients a message, in order and exactly once, after what the same turn changed on the screen. */
  tell(message: DownMessage): void {
    if (this.isOver || this.isStub) return;
    this.#outgoing.add(message);
    this.scheduleFlush();
  }

  /** Sends one client a message, after what all are told. */
  tellClient(clientId: number, message: DownMessage): void {
    if (this.isOver || this.isStub) return;
    this.#outgoing.addForOne(clientId, message);
    this.scheduleFlush();
  }

  /** Throws for a call that needs somebody at a screen, when nobody will be there any more. */
  protected needClient(call: string): void {
    if (this.isOver) throw new SessionEnded(`${call} needs a client`);
  }

  /** Calls into one client's page that wait for its answer. */
  get calls(): ClientCalls {
    return (this.#calls ??= new ClientCalls(this));
  }

  /** What its clients show. */
  protected get view(): View {
    return this.#view;
  }

  /** Changes facts of the page that are no elements; they stay through reconnects. */
  protected setPage(change: PageFacts): void {
    this.#view.setPage(change);
  }

  /** Shows something above the page, beside what the app's own components show. Returns what takes it away. */
  protected showLayer(children: Child): () => void {
    const add = () => this.#view.layers.add(new Environment(this.#view), children);
    return runWithOwner(undefined, () => untracked(add));
  }

  /** Sets an attribute of the page's root element, or takes it away; it stays through reconnects. */
  protected setRootAttribute(name: string, value: AttributeValue): void {
    this.#view.setRootAttribute(name, value);
  }

  // ------------------------------------------------------------------ what channels tell

  wholeScreen(): Operation[] {
    return this.#view.wholeScreen();
  }

  receive(channel: ClientChannel, message: Input["message"]): void {
    if (this.isOver) return;
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
    // What a page tells by itself, as the size of its window, is no deed of anybody.
    if (message[2] !== "tell") this.#actedAt = this.clock.now();
    if (typeof message[2] === "number") this.#onElementEvent(channel, message as ElementEvent);
    else if (message[2] === "answer") this.#calls?.settle(channel.id, message);
    else if (message[2] === "tell") this.#onTold(channel, message[3], message[4]);
    else this.#onRequest(channel.id, message);
  }

  #onElementEvent(channel: ClientChannel, message: ElementEvent): void {
    if (this.#actor !== channel.id) {
      this.#actor = channel.id;
      this.actorChanged();
    }
    const alone = this.#clients.count === 1 && channel.waiting === 0;
    const outcome = actFor(this, channel.id, () =>
      dispatchElementEvent(this.#view, message, { client: this.#clientFacts(channel.id), alone }),
    );
    if (outcome === undefined) this.#note("event/no-handler", `${message[3]} on element ${message[2]}`);
    else if (outcome.refused !== null) this.#note(`event/${outcome.refused}`, `element ${message[2]}`);
    else if (outcome.result instanceof Promise) outcome.result.catch(this.#failEvent);
  }

  #onRequest(
    client: number,
    [, , , tag, name, args]: Extract<ClientMessage, [number, number, "request", ...unknown[]]>,
  ): void {
    this.#actor = client;
    actFor(this, client, () => this.onRequest({ client, tag, name, args }));
  }

  #clientFacts(id: number): ActingClient {
    const user = this.userOf(id);
    return user === undefined ? { id } : { id, user };
  }

  /** Answers `Tandem.makeRequest` of a page. */
  protected abstract onRequest(request: ClientRequest): void;

  #onTold(channel: ClientChannel, topic: string, value: Json | undefined): void {
    const ear = this.#ears?.get(topic);
    if (ear === undefined) this.#note("tell/no-ear", topic);
    else ear(value, channel.id);
  }

  /** Lets `ear` have what clients tell under `topic`, one ear for each topic. */
  hear(topic: string, ear: Ear): void {
    (this.#ears ??= new Map()).set(topic, ear);
  }

  #refuse(channel: ClientChannel, breach: PayloadBreach): void {
    this.breach(channel, breach.code, breach.message);
    channel.notifyClose(CloseCode.ProtocolError, "");
  }

  attached(): void {
    this.#noteClients();
  }

  detached(channel: ClientChannel, code: number): void {
    if (code === GOODBYE_CODE && !this.isOver) {
      // Before it is forgotten: what waits for it then hears that the session ends, not only that a client went.
      if (this.#clients.count === 1) void this.close();
      this.#forgetClient(channel.id);
    }
    this.#noteClients();
  }

  messagesLost(channel: ClientChannel, coming: readonly DownMessage[]): void {
    this.#calls?.lost(channel.id, coming);
  }

  #noteClients(): void {
    const state = this.#state.peek();
    if (isOver(state)) return;
    const clients = this.#clients.attachedCount;
    if (clients > 0) {
      this.#state.value = { kind: "connected", clients };
      if (state.kind === "detached") this.clientsReturned();
    } else if (state.kind === "connected") {
      this.#state.value = { kind: "detached", since: this.clock.now() };
      this.clientsLost();
    }
  }

  /** The last client that was attached is away. */
  protected abstract clientsLost(): void;

  /** There is a client again. */
  protected abstract clientsReturned(): void;

  breach(_channel: ClientChannel, name: string, detail: string): void {
    this.warn(`limit/${name}`, detail);
  }

  #note(event: string, message: string): void {
    this.environment.log({ level: "debug", event, message });
  }

  warn(event: string, message: string): void {
    this.environment.log({ level: "warn", event, message });
  }

  // ------------------------------------------------------------------ errors

  /**
   * Reports an error that nothing caught: logged, told to the app, shown as a notice, whose id it returns. The session
   * goes on.
   */
  reportError(error: unknown, reaction: Reaction | undefined, source = reaction?.describe() ?? "the app"): string {
    // Work in flight whose session is over ends like this; nobody has to know.
    if (isSilence(error) || (this.isOver && error instanceof SessionEnded)) return "";
    return this.#report(error, source);
  }

  #report(error: unknown, source: string): string {
    const { errorId, notice } = reportFor(error, this.development);
    // The first of many say enough.
    if (this.#outgoing.size < this.limits.maxQueuedMessages) this.tell(notice);
    this.noteError(error, { errorId, source });
    return errorId;
  }

  /** Logs an error and tells the app, but not the person at the screen. */
  noteError(error: unknown, { errorId, source }: { errorId: string; source: string }): void {
    const { log } = this.environment;
    log({ level: "error", event: "app/error", message: `${source} failed`, errorId, error });
    try {
      this.app.options.onError?.(error, { session: this as unknown as Session, errorId, source });
    } catch (failure) {
      log({ level: "error", event: "app/on-error-failed", message: "onError itself failed", error: failure });
    }
  }

  protected readonly fail = (error: unknown): void => void this.reportError(error, undefined, "a callback");

  readonly #failAtEnd = (error: unknown): void => void this.#report(error, "an onEnded callback");

  readonly #failEvent = (error: unknown): void => void this.reportError(error, undefined, "an event handler");

  // ------------------------------------------------------------------ the end

  own(dispose: () => void): void {
    if (this.#state.peek().kind === "ended") dispose();
    else (this.#owned ??= new Disposers()).add(dispose);
  }

  disown(dispose: () => void): void {
    this.#owned?.delete(dispose);
  }

  /** Calls `fn` when the session begins to end, before any `onEnded` callback. Returns what cancels that. */
  whenClosing(fn: () => void): () => void {
    const hooks = (this.#closingHooks ??= new Disposers());
    hooks.add(fn);
    return () => hooks.delete(fn);
  }

  /**
   * Ends the session. Softly, clients learn that it has ended; with `hard`, they show `message` and never reconnect.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * const Submit = () => (
   *   <button onClick={() => session.close({ hard: true, message: "Thanks for your submission." })}>Submit</button>
   * );
   * ```
   *
   * What was written before is shown. Then calls that wait for a client reject with `SessionEnded`, tasks are aborted,
   * `onEnded` callbacks run one after another, and all that the session owns is disposed; signals can still be read and
   * written. The first call decides, later ones change nothing. The promise resolves when all is released; in the
   * session's own code it does so at once while `onEnded` callbacks run, since they cannot wait for themselves.
   * Throws a `TandemError` for a code that cannot be sent. From Shiny's and Rio's `close`.
   */
  close(options: CloseOptions = {}): Promise<void> {
    if (this.isStub) return Promise.resolve();
    if (this.isOver) return this.#isEndingItself ? Promise.resolve() : this.#closing!;
    const close = settleClose(options, this.app.options.hardDisconnectMessage);
    // What was written before is still shown.
    this.flush();
    return (this.#closing ??= this.#end(close));
  }

  /** Whether the caller may be what the end waits for. */
  get #isEndingItself(): boolean {
    if (this.#closing === null) return true; // still within the first call
    return this.endHooks?.isRunning === true && findSession() === (this as unknown);
  }

  async #end(close: SettledClose): Promise<void> {
    this.#lastWord = close.message;
    this.#state.value = { kind: "closing", ...close };
    const rejected = this.#calls?.endAll();
    enterSession(this, () => this.#closingHooks?.disposeAll(this.fail));
    await rejected;
    this.endHooks ??= new EndHooks();
    await this.endHooks.run({ session: this as unknown as Session, fail: this.#failAtEnd });
    const farewell = Farewell.of(close, this.#clients.finish(), this.limits);
    this.#release();
    if (close.hard) this.clearRegistries();
    this.#clients.each((channel) => channel.notifyClose(close.code, close.message));
    this.#clients.clear();
    this.#state.value = { kind: "ended", code: close.code };
    this.environment.ended(this, farewell);
  }

  protected disposeStub(): void {
    this.#state.value = { kind: "ended", code: CloseCode.SessionEnded };
    this.#release();
  }

  #release(): void {
    enterSession(this, () => {
      this.#view.dispose();
      this.#owned?.disposeAll(this.fail);
    });
  }

  /** Forgets what clients could still ask for by name, after a hard close: message handlers, routes, downloads. */
  protected clearRegistries(): void {}
}

/** As many as rounds within one flush. */
const MAX_FLUSHES_IN_A_ROW = 100;

function endlessFlushes(): TandemError {
  return new TandemError(
    "session/flush-loop",
    `Expected onFlushed callbacks to come to rest, but what they wrote made ${MAX_FLUSHES_IN_A_ROW} flushes in a row, so they are cancelled. Look for one that writes each time it is called.`,
  );
}
