import type { Clock } from "../../src/core/clock.ts";
import { randomId } from "../../src/core/ids.ts";
import type { Limits } from "../../src/core/limits.ts";
import type { LogEntry } from "../../src/core/log-entry.ts";
import { CloseCode } from "../../src/protocol/close-codes.ts";
import { Attachments } from "../../src/server/attachment.ts";
import { pageHtml } from "../../src/server/page.ts";
import { LocalRegistry } from "../../src/server/registry.ts";
import { settleHandlerOptions, type SettledOptions } from "../../src/server/server-options.ts";
import { endSessions } from "../../src/server/session-ending.ts";
import { issueTicket } from "../../src/server/tickets.ts";
import { Session } from "../../src/session/session.ts";
import type { Connection } from "../../src/transport/connection.ts";
import { modelApp, type Journal } from "./model-app.tsx";

const COOKIE = "0".repeat(26);

/** One page of the server's making, and what the test knows of its session. */
export interface ModelPage {
  readonly session: Session;
  readonly journal: Journal;
  readonly clientId: number;
  readonly ticket: string;
  readonly screen: { root: string; layers: string };
  /** Errors that the session had reported before this client joined. */
  readonly errorsBefore: number;
  /** Whether it was ever welcomed: a page that takes too long is forgotten. */
  attached: boolean;
  html(): string;
}

/** The real server without its sockets: registry, tickets, attachments, sessions. It can be restarted. */
export class ModelServer {
  readonly journals = new Map<Session, Journal>();
  readonly log: LogEntry[] = [];
  /** The ids under which errors were reported, by session and in order. */
  readonly errors = new Map<Session, string[]>();
  registry!: LocalRegistry;
  readonly #clock: Clock;
  readonly #limits: Partial<Limits>;
  #options!: SettledOptions;
  #attachments!: Attachments;

  constructor(clock: Clock, limits: Partial<Limits>) {
    this.#clock = clock;
    this.#limits = limits;
    this.start();
  }

  /** A new process, which knows no session; with the secret of the one before, or another. */
  start(secret = "s".repeat(32)): void {
    const log = (entry: LogEntry) => void this.log.push(entry);
    this.#options = settleHandlerOptions({ clock: this.#clock, limits: this.#limits, secret, log });
    this.registry = new LocalRegistry(this.#options);
    this.#attachments = new Attachments({ ...this.#options, registry: this.registry });
  }

  /** As a deploy does: everyone is told. */
  async stop(): Promise<void> {
    this.#attachments.close(CloseCode.ServerRestart);
    const { clock, closeTimeout: timeout } = this.#options;
    await endSessions(this.registry.all(), { code: CloseCode.ServerRestart, clock, timeout });
    this.registry.stop();
  }

  accept(connection: Connection): void {
    this.#attachments.greet(connection, { cookies: [COOKIE], address: REQUEST.clientIp });
  }

  /** A page of a new session. */
  openPage(): ModelPage {
    let journal!: Journal;
    const app = modelApp(this.#clock, (opened) => (journal = opened));
    const { registry } = this;
    const session: Session = Session.open(app, {
      clock: this.#clock,
      limits: this.#options.limits,
      development: false,
      id: randomId(),
      request: REQUEST,
      log: (entry) => {
        this.log.push(entry);
        if (entry.event === "app/error") this.errors.get(session)!.push(String(entry["errorId"]));
      },
      ended: (ended, farewell) => registry.remove(ended.id, farewell),
      shareUrl: () => "",
      openRoutes: () => "/",
      assets: undefined,
      urlForAsset: () => "",
    });
    this.journals.set(session, journal);
    this.errors.set(session, []);
    registry.add(session, REQUEST.clientIp);
    return this.joinPage(session);
  }

  /** One more page of a session. */
  joinPage(session: Session): ModelPage {
    const clientId = session.addClient();
    const { root, layers } = session.firstPaint();
    const facts = { sessionId: session.id, clientId, issued: this.#clock.now() };
    const ticket = issueTicket(this.#options.secret, COOKIE, facts);
    this.registry.expect(session.id, clientId, REQUEST.clientIp);
    return {
      session,
      journal: this.journals.get(session)!,
      clientId,
      ticket,
      screen: { root, layers },
      errorsBefore: this.errors.get(session)!.length,
      attached: false,
      html: () =>
        pageHtml({
          lang: "en",
          title: "Model",
          description: undefined,
          styles: [],
          script: "",
          earlyScript: "",
          nonce: "",
          root,
          layers,
          config: { ticket, socket: "/" },
        }),
    };
  }
}

const REQUEST = {
  method: "GET",
  url: "http://localhost/",
  headers: {},
  origin: "http://localhost",
  basePath: "",
  clientIp: "127.0.0.1",
  clientPort: 40_000,
};
