import type { Clock } from "../core/clock.ts";
import type { Limits } from "../core/limits.ts";
import type { Log } from "../core/log-entry.ts";
import { Tally } from "../core/tally.ts";
import { CLOSE_REASONS, CloseCode } from "../protocol/close-codes.ts";
import { PROTOCOL_VERSION, type HelloFacts } from "../protocol/frames.ts";
import { parseClientFrame } from "../protocol/parse.ts";
import { LINE_FAULTS, type Connection } from "../transport/connection.ts";
import { addressGroup } from "./address-group.ts";
import { ANYBODY, type Identity } from "./authentication.ts";
import { shortHash } from "./log.ts";
import type { SessionRegistry } from "./registry.ts";
import { readTicket, ticketHolder, type TicketFacts } from "./tickets.ts";

export interface AttachmentOptions {
  readonly registry: SessionRegistry;
  readonly secret: string;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the request that opened a line tells of its client. */
export interface Caller {
  /** Those of ours that it carried. */
  readonly cookies: readonly string[];
  /** Where it came from. */
  readonly address?: string;
  /** The time zone that the browser says. */
  readonly timezone?: string | undefined;
  /** Finds out who it is; only where the app authenticates. */
  identify?(): Promise<Identity>;
}

/** New connections, until their first frame says, and proves, which client of which session they are. */
export class Attachments {
  readonly #options: AttachmentOptions;
  /** With the address group each comes from. */
  readonly #waiting = new Map<Connection, string>();
  readonly #waitingByGroup = new Tally<string>();

  constructor(options: AttachmentOptions) {
    this.#options = options;
  }

  /** Connections that have not said hello yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** The limit that stands against another connection from this address, if one does; logged. */
  refusal(address: string): "maxSessions" | "maxHellolessPerAddress" | undefined {
    const { limits, log } = this.#options;
    const ofGroup = this.#waitingByGroup.of(addressGroup(address));
    const full = this.#waiting.size >= limits.maxSessions ? "maxSessions" : undefined;
    const refused = ofGroup >= limits.maxHellolessPerAddress ? "maxHellolessPerAddress" : full;
    if (refused !== undefined) log({ level: "warn", event: `limit/${refused}`, message: "a new line was refused" });
    return refused;
  }

  /** Takes a new connection. Until it is known who that is, it counts as one that has not said hello. */
  greet(connection: Connection, caller: Caller): void {
    const { clock, limits } = this.#options;
    const timer = clock.setTimeout(
      () => this.#refuse(connection, CloseCode.TimedOut, "helloTimeout"),
      limits.helloTimeout,
    );
    const settle = () => {
      clock.clearTimeout(timer);
      this.#forget(connection);
    };
    let spoke = false;
    this.#remember(connection, addressGroup(caller.address ?? ""));
    connection.listen({
      onFrame: (text) => {
        if (!connection.isOpen) return;
        if (spoke) return this.#refuse(connection, CloseCode.ProtocolError, "hasty");
        spoke = true;
        clock.clearTimeout(timer);
        this.#hear(connection, caller, { text, settle });
      },
      onClose: (code) => {
        settle();
        const fault = LINE_FAULTS.get(code);
        if (fault !== undefined) this.#options.log({ level: "warn", event: "socket/refused", code, why: fault });
      },
    });
  }

  #remember(connection: Connection, group: string): void {
    this.#waiting.set(connection, group);
    this.#waitingByGroup.add(group);
  }

  #forget(connection: Connection): void {
    const group = this.#waiting.get(connection);
    if (group === undefined) return;
    this.#waiting.delete(connection);
    this.#waitingByGroup.remove(group);
  }

  /** Sends away who has not said hello. */
  close(code: CloseCode): void {
    for (const connection of this.#waiting.keys()) connection.close(code, CLOSE_REASONS[code]);
  }

  #hear(connection: Connection, caller: Caller, { text, settle }: { text: string; settle: () => void }): void {
    const { frame, breach } = parseClientFrame(text, this.#options.limits);
    const refuse = (code: CloseCode, why: string) => (settle(), this.#refuse(connection, code, why));
    if (breach !== undefined) return refuse(breach.code, breach.name);
    if (frame[0] !== "hello") return refuse(CloseCode.ProtocolError, "no-hello");
    const hello = { timezone: caller.timezone, ...frame[1] };
    if (hello.protocol !== PROTOCOL_VERSION) return refuse(CloseCode.VersionMismatch, "protocol");
    const enter = (identity: Identity) => {
      settle();
      if (connection.isOpen) this.#enter(connection, { cookies: caller.cookies, hello, identity });
    };
    if (caller.identify === undefined) enter(ANYBODY);
    else void caller.identify().then(enter);
  }

  #enter(
    connection: Connection,
    { cookies, hello, identity }: { cookies: readonly string[]; hello: HelloFacts; identity: Identity },
  ): void {
    if (identity.kind === "failed") return this.#refuse(connection, CloseCode.TryAgain, "authentication");
    if (identity.kind === "refused") return this.#refuse(connection, CloseCode.TicketRefused, "authentication");
    const holders = cookies.map((cookie) => ticketHolder(cookie, identity.visitor?.userId));
    const ticket = readTicket(this.#options.secret, holders, hello.ticket);
    if (ticket === undefined) return this.#refuse(connection, CloseCode.TicketRefused, "ticket");
    this.#attach(connection, ticket, hello);
  }

  #attach(connection: Connection, { sessionId, clientId }: TicketFacts, hello: HelloFacts): void {
    const { registry, log } = this.#options;
    const session = registry.find(sessionId);
    if (session === undefined) {
      const farewell = registry.farewell(sessionId);
      if (farewell !== undefined) return farewell.tell(clientId, connection, hello);
      return this.#refuse(connection, CloseCode.SessionGone, "session-gone");
    }
    if (!registry.claim(sessionId, clientId)) return this.#refuse(connection, CloseCode.SessionGone, "claimTimeout");
    try {
      session.attachClient(clientId, connection, hello);
    } catch (error) {
      log({ level: "error", event: "session/attach-failed", session: shortHash(sessionId), error });
      connection.terminate();
    }
  }

  #refuse(connection: Connection, code: CloseCode, why: string): void {
    // A page of a session that is gone is everyday life; the rest is a fault or an attack.
    const level = code === CloseCode.SessionGone ? "debug" : "warn";
    this.#options.log({ level, event: "socket/refused", code, why });
    connection.close(code, CLOSE_REASONS[code]);
  }
}
