import type { Limits } from "../core/limits.ts";
import type { Painted } from "../session/core/clients.ts";
import type { HelloFacts } from "../protocol/frames.ts";
import type { AuthenticationOptions } from "../session/authentication.ts";
import type { AppOptions, UserServer } from "../session/app.ts";
import type { SessionEnvironment, Visitor } from "../session/environment.ts";
import type { Deliver, RoutedRequest } from "../session/routes/session-routes.ts";
import type { Arrival } from "../session/navigation/navigator.ts";
import type { PageMap } from "../session/navigation/router.ts";
import type { Connection } from "../transport/connection.ts";

/** What the server asks of a session: so little that a test, or a session elsewhere, can give it. */
export interface ServedSession {
  readonly id: string;
  /** Clock time since when no client is attached; `undefined` while one is, or before the first. */
  readonly detachedSince: number | undefined;
  readonly clientCount: number;
  /** What people are told who come when it ends or has ended. */
  readonly lastWord: string | undefined;
  /** How long it waits, for its page and for its clients. */
  readonly limits: Pick<Limits, "claimTimeout" | "retention">;
  /** Clock time at which it closes, as nobody uses it; infinite if it never does, or is closing. */
  readonly idleBy: number;
  closeIdle(): Promise<void>;
  /** Who opened it, where the app authenticates. */
  readonly userId?: string | undefined;
  /** A client channel for one page, which `visitor` asked for; numbers start at 1. */
  addClient(visitor?: Visitor): number;
  /** Closes for good, with a text, each client of a user. Says whether there was any. */
  dismissUser?(userId: string, message: string): boolean;
  /** Forgets a client that never attached. */
  removeClient(clientId: number): void;
  /** How its page's request is answered, where that is not just its screen; known once guards are asked. */
  readonly arrival?: Arrival | Promise<Arrival> | undefined;
  firstPaint(): Painted;
  /** Answers a request to what it has below its routes; `deliver` sends the answer. Never rejects. */
  respond(routed: RoutedRequest, deliver: Deliver): Promise<void>;
  attachClient(clientId: number, connection: Connection, hello: HelloFacts): void;
  close(options?: { code?: number; hard?: boolean; message?: string }): Promise<void>;
}

/** What the server reads of an app. */
export interface ServedApp {
  readonly pages?: PageMap | undefined;
  readonly options: Pick<
    AppOptions,
    "title" | "lang" | "description" | "styles" | "scripts" | "hardDisconnectMessage" | keyof AuthenticationOptions
  >;
  readonly limits: Partial<Limits>;
  /** Notes that it is served here. Returns what ends that. */
  servedBy?(server: UserServer): () => void;
}

/** Runs an app for its screen alone, and leaves nothing behind; throws what the app throws. */
export type ReadOnce<App extends ServedApp = ServedApp> = (
  app: App,
  environment: SessionEnvironment,
) => Painted | Promise<Painted>;

/** Starts the app of a new session; throws what the app throws. */
export type OpenSession<App extends ServedApp = ServedApp> = (
  app: App,
  environment: SessionEnvironment,
) => ServedSession;
