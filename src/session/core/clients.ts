import type { User } from "../../core/register.ts";
import { CLOSE_REASONS, CloseCode } from "../../protocol/close-codes.ts";
import type { DownMessage, HelloFacts, UpNumbered } from "../../protocol/frames.ts";
import type { Operation, PageFacts } from "../../protocol/operations.ts";
import type { Reaction } from "../../reactive/reaction.ts";
import { isSilence } from "../../reactive/silence.ts";
import type { Connection } from "../../transport/connection.ts";
import type { RootAttributes } from "../../view/view.ts";
import type { App } from "../app.ts";
import { SessionEnded } from "../call-errors.ts";
import { GOODBYE_CODE, type ClientChannel } from "../channel/channel.ts";
import type { ChannelHost } from "../channel/channel-host.ts";
import type { Feed } from "../channel/feed.ts";
import { ClientCalls, type CallHost } from "../client-calls.ts";
import { Clients } from "../channel/clients.ts";
import type { CloseOptions } from "../closing.ts";
import { clientBehind } from "../current.ts";
import { checkShare, type SessionEnvironment, type ShareOptions, type Visitor } from "../environment.ts";
import { reportFor } from "../error-report.ts";
import type { Arrival } from "../navigation/navigator.ts";
import type { MetaTags } from "../navigation/router.ts";
import type { PartUrls } from "../parts.ts";
import { Feeds } from "./feeds.ts";
import { Outgoing } from "./outgoing.ts";
import type { Session } from "../session.ts";
import { isOver } from "../state.ts";
import { SessionTurns } from "./turns.ts";

/** The screen as it is, for a page: its two regions as HTML, its title, and the attributes of its root element. */
export interface Painted extends PageFacts {
  readonly root: string;
  readonly layers: string;
  readonly attributes?: RootAttributes;
  /** What else of the runtime the page loads, in order. */
  readonly parts?: readonly PartUrls[];
  /** Of the page that is shown, by the name of the `<meta>`. */
  readonly meta?: MetaTags;
  /** How the request for it is answered, where that is not just by showing it. */
  readonly arrival?: Arrival;
}

const NO_FEEDS: ReadonlySet<Feed> = new Set();

/** A session's clients: who they are, what they are told, and that they come and go. */
export abstract class SessionClients extends SessionTurns implements ChannelHost<ClientChannel>, CallHost {
  protected readonly clients = new Clients();
  protected readonly outgoing = new Outgoing();
  #feeds: Feeds | null = null;
  /** Who each client's page was given to, where the app authenticates. */
  #visitors: Map<number, Visitor> | null = null;
  #calls: ClientCalls | null = null;
  /** Who wants to know that a client is gone. */
  #leaveListeners: Set<(clientId: number) => void> | null = null;
  /** The client that acted last. */
  #actor = 0;
  /** When a person last did something: opened a page, used the screen, had a page ask or answer. */
  #actedAt: number;

  protected constructor(app: App, environment: SessionEnvironment) {
    super(app, environment);
    this.#actedAt = environment.clock.now();
  }

  /** Makes a place for one more client, whose page is being rendered for `visitor`. Returns its number. */
  addClient(visitor?: Visitor): number {
    this.#actedAt = this.clock.now();
    const channel = this.clients.add(this);
    if (visitor !== undefined) (this.#visitors ??= new Map()).set(channel.id, visitor);
    const operations = [...this.view.templateDefinitions(), ...this.view.unpaintedOperations()];
    const messages = this.outgoing.takeForAll();
    if (operations.length > 0 || messages.length > 0) {
      channel.push({ operations, encoded: JSON.stringify(operations), messages });
    }
    this.#calls?.clientAdded();
    return channel.id;
  }

  /** Forgets a client that is gone for good, or never came. */
  removeClient(clientId: number): void {
    this.forgetClient(clientId);
    this.noteClients();
  }

  protected forgetClient(clientId: number): void {
    this.clients.remove(clientId);
    this.#visitors?.delete(clientId);
    this.#calls?.clientGone(clientId);
    this.clientForgotten(clientId);
    for (const hear of this.#leaveListeners ?? []) hear(clientId);
    this.actorChanged();
  }

  /** Calls `hear` with each client that is gone for good. Returns what ends that. */
  whenClientGone(hear: (clientId: number) => void): () => void {
    const listeners = (this.#leaveListeners ??= new Set());
    listeners.add(hear);
    return () => void listeners.delete(hear);
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
      this.clients.find(clientId)?.notifyClose(CloseCode.HardDisconnect, message);
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
    return this.clients.count;
  }

  /**
   * The client whose event or request is being handled, also after awaits; or else the one that acted last, or the
   * first there is. `undefined` before there is any.
   */
  get actingClient(): number | undefined {
    return this.#acting?.id;
  }

  get #acting(): ClientChannel | undefined {
    return this.clients.find(clientBehind(this) ?? 0) ?? this.clients.find(this.#actor) ?? this.clients.first;
  }

  /** Notes that a person did something, and at which client if that is known. */
  protected noteDeed(client?: number): void {
    this.#actedAt = this.clock.now();
    if (client === undefined || client === this.#actor) return;
    this.#actor = client;
    this.actorChanged();
  }

  /** Clock time of the last thing that a person did. */
  protected get actedAt(): number {
    return this.#actedAt;
  }

  /** The screen as HTML, for a page. */
  firstPaint(): Painted {
    return { ...this.view.html(), ...this.view.page, attributes: this.view.rootAttributes };
  }

  /** Calls `fn` with each line that a client has now. */
  protected eachConnection(fn: (connection: Connection) => void): void {
    this.clients.each(({ connection }) => connection !== undefined && fn(connection));
  }

  /** Gives a client a connection, whose hello was checked. */
  attachClient(clientId: number, connection: Connection, hello: HelloFacts): void {
    const channel = this.clients.find(clientId);
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
  shareUrl(options: ShareOptions = {}): string {
    checkShare(options);
    return this.environment.shareUrl(this.id, { origin: this.request.origin, ...options });
  }

  // ------------------------------------------------------------------ what they are told

  /** Sends all clients a message, in order and exactly once, after what the same turn changed on the screen. */
  tell(message: DownMessage): void {
    if (this.isOver || this.isStub) return;
    this.outgoing.add(message);
    this.scheduleFlush();
  }

  /** Sends one client a message, after what all are told. */
  tellClient(clientId: number, message: DownMessage): void {
    if (this.isOver || this.isStub) return;
    this.outgoing.addForOne(clientId, message);
    this.scheduleFlush();
  }

  /** Sends the client that acts a message; all of them, before there is one. */
  tellActing(message: DownMessage): void {
    const { actingClient } = this;
    if (actingClient === undefined) this.tell(message);
    else this.tellClient(actingClient, message);
  }

  /** Throws for a call that needs somebody at a screen, when nobody will be there any more. */
  protected needClient(call: string): void {
    if (this.isOver) throw new SessionEnded(`${call} needs a client`);
  }

  /** Calls into one client's page that wait for its answer. */
  get calls(): ClientCalls {
    return (this.#calls ??= new ClientCalls(this));
  }

  /** Rejects all calls that wait. Resolves when what waited for them has run on. */
  protected endCalls(): ReturnType<ClientCalls["endAll"]> | undefined {
    return this.#calls?.endAll();
  }

  protected override get hasMessages(): boolean {
    return (!this.outgoing.isEmpty || this.#feeds?.isDue === true) && this.clients.count > 0;
  }

  get feeds(): ReadonlySet<Feed> {
    return this.#feeds?.all ?? NO_FEEDS;
  }

  /** Feeds an element of the screen. Returns what says that there is more, and what ends it. */
  addFeed(feed: Feed): { grown(): void; end(): void } {
    const feeds = (this.#feeds ??= new Feeds(this.clock, () => this.scheduleFlush()));
    if (!this.isOver && !this.isStub) feeds.add(feed);
    return { grown: () => feeds.grown(feed), end: () => feeds.delete(feed) };
  }

  /** With no client yet, messages wait for the first; the screen is read as HTML. */
  protected override send(operations: Operation[]): void {
    if (this.clients.count === 0) return;
    const messages = this.outgoing.takeForAll();
    if (operations.length > 0 || messages.length > 0) {
      this.clients.push({ operations, encoded: JSON.stringify(operations), messages });
    }
    for (const [clientId, own] of this.outgoing.takeForOne()) this.clients.find(clientId)?.pushMessages(own);
    if (this.#feeds?.isDue !== true) return;
    this.#feeds.sent();
    this.clients.each((channel) => channel.drain());
  }

  // ------------------------------------------------------------------ that they come and go

  abstract receive(channel: ClientChannel, message: UpNumbered): void;

  attached(): void {
    this.noteClients();
  }

  detached(channel: ClientChannel, code: number): void {
    if (code === GOODBYE_CODE && !this.isOver) {
      // Before it is forgotten: what waits for it then hears that the session ends, not only that a client went.
      if (this.clients.count === 1) void this.close();
      this.forgetClient(channel.id);
    }
    this.noteClients();
  }

  messagesLost(channel: ClientChannel, coming: readonly DownMessage[]): void {
    this.#calls?.lost(channel.id, coming);
  }

  protected noteClients(): void {
    const state = this.states.peek();
    if (isOver(state)) return;
    const clients = this.clients.attachedCount;
    if (clients > 0) {
      this.states.value = { kind: "connected", clients };
      if (state.kind === "detached") this.clientsReturned();
    } else if (state.kind === "connected") {
      this.states.value = { kind: "detached", since: this.clock.now() };
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

  // ------------------------------------------------------------------ errors

  /**
   * Reports an error that nothing caught: logged, told to the app, shown as a notice, whose id it returns. The session
   * goes on.
   */
  override reportError(
    error: unknown,
    reaction: Reaction | undefined,
    source = reaction?.describe() ?? "the app",
  ): string {
    // Work in flight whose session is over ends like this; nobody has to know.
    if (isSilence(error) || (this.isOver && error instanceof SessionEnded)) return "";
    return this.report(error, source);
  }

  protected report(error: unknown, source: string): string {
    const { errorId, notice } = reportFor(error, this);
    // The first of many say enough.
    if (this.outgoing.size < this.limits.maxQueuedMessages) this.tell(notice);
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

  abstract close(options?: CloseOptions): Promise<void>;
}
