import type { Clock } from "../../core/clock.ts";
import type { Limits } from "../../core/limits.ts";
import { Disposers } from "../../reactive/disposers.ts";
import { signal, type ReadonlySignal } from "../../reactive/signal.ts";
import type { App } from "../app.ts";
import type { RequestFacts, SessionEnvironment } from "../environment.ts";
import { isOver, type SessionState } from "../state.ts";

/** What a session is: its app, what the server gave it, where it is in its life, and what ends with it. */
export abstract class SessionBase {
  /** The app that it runs, with its options. From Rio's `app`. */
  readonly app: App;
  protected readonly environment: SessionEnvironment;
  protected readonly states = signal<SessionState>({ kind: "opening" });
  #owned: Disposers | null = null;

  protected constructor(app: App, environment: SessionEnvironment) {
    this.app = app;
    this.environment = environment;
  }

  get id(): string {
    return this.environment.id;
  }

  /** Where the session is in its life; reactive. */
  get state(): ReadonlySignal<SessionState> {
    return this.states;
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
    return isOver(this.states.peek());
  }

  /**
   * Whether the page is rendered without a live session, as for a crawler or by `tandem render`: nothing then reaches
   * anybody, tasks do not run, and calls that wait for a client never settle. From Shiny's `is_stub_session`.
   */
  get isStub(): boolean {
    return this.environment.stub === true;
  }

  /** Clock time since when no client is attached; `undefined` while one is, or before the first. */
  get detachedSince(): number | undefined {
    const state = this.states.peek();
    return state.kind === "detached" ? state.since : undefined;
  }

  // ------------------------------------------------------------------ what ends with it

  own(dispose: () => void): void {
    if (this.states.peek().kind === "ended") dispose();
    else (this.#owned ??= new Disposers()).add(dispose);
  }

  disown(dispose: () => void): void {
    this.#owned?.delete(dispose);
  }

  /** Ends all that it owns, last made first. */
  protected disposeOwned(fail: (error: unknown) => void): void {
    this.#owned?.disposeAll(fail);
  }

  // ------------------------------------------------------------------ the log

  /** For whoever looks closely. */
  protected note(event: string, message: string): void {
    this.environment.log({ level: "debug", event, message });
  }

  warn(event: string, message: string): void {
    this.environment.log({ level: "warn", event, message });
  }
}
