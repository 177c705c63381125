import type { Timer, Clock } from "../core/clock.ts";
import type { Limits } from "../core/limits.ts";
import type { Log } from "../core/log-entry.ts";
import { CloseCode } from "../protocol/close-codes.ts";
import { addressGroup } from "./address-group.ts";
import { Farewells, type KeptFarewell } from "./farewells.ts";
import { shortHash } from "./log.ts";
import type { ServedSession } from "./session-like.ts";

/** The one way to find a session. Another implementation may look on other processes too. */
export interface SessionRegistry {
  readonly size: number;
  /** The limit that stands against another session for this address, if one does. */
  refusal(address: string): SessionLimit | undefined;
  /** `address` is where the page came from that started the session. */
  add(session: ServedSession, address: string): void;
  /** A page of this session was rendered, and has `claimTimeout` to attach. */
  expect(sessionId: string, clientId: number, address: string): void;
  find(sessionId: string): ServedSession | undefined;
  /** Lets a session, which may not have been added yet, be found by the key of its routes for as long as it lives. */
  openRoutes(sessionId: string, key: string): void;
  findByRoutes(key: string): ServedSession | undefined;
  /** Whether this client may attach now: it has before, or its page is still within `claimTimeout`. */
  claim(sessionId: string, clientId: number): boolean;
  /** Forgets a session that has ended, but for its farewell. */
  remove(sessionId: string, farewell?: KeptFarewell): void;
  /** What is left of an ended session for its clients. */
  farewell(sessionId: string): KeptFarewell | undefined;
  all(): ServedSession[];
  /** Stops looking after the sessions. */
  stop(): void;
}

export type SessionLimit = "maxSessions" | "maxUnclaimedPerAddress" | "maxSessionsPerAddress";

/** All who come from one address. */
interface Party {
  readonly group: string;
  sessions: number;
  /** Pages rendered and not yet attached. */
  expected: number;
}

interface Expected {
  readonly sessionId: string;
  readonly clientId: number;
  readonly deadline: number;
  readonly party: Party;
}

const SWEEP_INTERVAL = 1_000;

/** Keeps the sessions of this process. One timer looks after them all, so that an idle session costs none. */
export class LocalRegistry implements SessionRegistry {
  readonly #sessions = new Map<string, { readonly session: ServedSession; readonly party: Party }>();
  /** Pages rendered and not yet attached, by session and client. */
  readonly #expected = new Map<string, Expected>();
  /** Sessions by the key of their routes, and the other way round: few have any. */
  readonly #byRoutes = new Map<string, string>();
  readonly #routeKeys = new Map<string, string>();
  readonly #parties = new Map<string, Party>();
  readonly #options: { clock: Clock; limits: Limits; log: Log };
  readonly #farewells: Farewells;
  #sweep: Timer | undefined;

  constructor(options: { clock: Clock; limits: Limits; log: Log }) {
    this.#options = options;
    this.#farewells = new Farewells(options.limits);
  }

  get size(): number {
    return this.#sessions.size;
  }

  refusal(address: string): SessionLimit | undefined {
    const { limits } = this.#options;
    const { expected, sessions } = this.#parties.get(addressGroup(address)) ?? NOBODY;
    if (expected >= limits.maxUnclaimedPerAddress) return "maxUnclaimedPerAddress";
    if (sessions >= limits.maxSessionsPerAddress) return "maxSessionsPerAddress";
    return this.#sessions.size >= limits.maxSessions ? "maxSessions" : undefined;
  }

  add(session: ServedSession, address: string): void {
    const party = this.#party(address);
    party.sessions++;
    this.#sessions.set(session.id, { session, party });
    this.#watch();
  }

  expect(sessionId: string, clientId: number, address: string): void {
    const party = this.#party(address);
    party.expected++;
    const { claimTimeout } = (this.find(sessionId) ?? this.#options).limits;
    const deadline = this.#options.clock.now() + claimTimeout;
    this.#expected.set(pageKey(sessionId, clientId), { sessionId, clientId, deadline, party });
    this.#watch();
  }

  find(sessionId: string): ServedSession | undefined {
    return this.#sessions.get(sessionId)?.session;
  }

  openRoutes(sessionId: string, key: string): void {
    this.#byRoutes.set(key, sessionId);
    this.#routeKeys.set(sessionId, key);
  }

  findByRoutes(key: string): ServedSession | undefined {
    return this.find(this.#byRoutes.get(key) ?? "");
  }

  claim(sessionId: string, clientId: number): boolean {
    const expected = this.#expected.get(pageKey(sessionId, clientId));
    if (expected === undefined) return this.#sessions.has(sessionId);
    if (this.#options.clock.now() > expected.deadline) return false;
    this.#forget(expected);
    return true;
  }

  farewell(sessionId: string): KeptFarewell | undefined {
    return this.#farewells.find(sessionId);
  }

  remove(sessionId: string, farewell?: KeptFarewell): void {
    if (farewell !== undefined) this.#farewells.keep(sessionId, farewell, this.#options.clock.now());
    this.#byRoutes.delete(this.#routeKeys.get(sessionId) ?? "");
    this.#routeKeys.delete(sessionId);
    const entry = this.#sessions.get(sessionId);
    if (entry === undefined) return;
    this.#sessions.delete(sessionId);
    entry.party.sessions--;
    this.#leave(entry.party);
  }

  all(): ServedSession[] {
    return Array.from(this.#sessions.values(), ({ session }) => session);
  }

  stop(): void {
    if (this.#sweep !== undefined) this.#options.clock.clearTimeout(this.#sweep);
    this.#sweep = undefined;
  }

  #watch(): void {
    this.#sweep ??= this.#options.clock.setTimeout(() => {
      this.#sweep = undefined;
      this.#endOverdue();
      if (this.#sessions.size + this.#expected.size + this.#farewells.size > 0) this.#watch();
    }, SWEEP_INTERVAL);
  }

  #endOverdue(): void {
    const now = this.#options.clock.now();
    for (const expected of this.#expected.values()) {
      if (now > expected.deadline) this.#drop(expected);
    }
    this.#endIdle(now);
    this.#endDetached(now);
    this.#farewells.sweep(now);
  }

  /** A page that never attached takes its session with it, unless the session has other clients. */
  #drop(expected: Expected): void {
    this.#forget(expected);
    const session = this.find(expected.sessionId);
    if (session === undefined) return;
    session.removeClient(expected.clientId);
    if (session.clientCount === 0) this.#end(session, "claimTimeout");
  }

  /** These close with a text of their own, which clients that are away hear when they come back. */
  #endIdle(now: number): void {
    for (const { session } of this.#sessions.values()) {
      if (now < session.idleBy) continue;
      this.#options.log({ level: "debug", event: "app/idleTimeout", session: shortHash(session.id) });
      session.closeIdle().catch((error: unknown) => this.#logFailure(session, error));
    }
  }

  #endDetached(now: number): void {
    const { maxDetached } = this.#options.limits;
    const detached: ServedSession[] = [];
    for (const { session } of this.#sessions.values()) {
      if (session.detachedSince === undefined) continue;
      if (now - session.detachedSince >= session.limits.retention) this.#end(session, "retention");
      else detached.push(session);
    }
    if (detached.length <= maxDetached) return;
    detached.sort((a, b) => a.detachedSince! - b.detachedSince!);
    for (const session of detached.slice(0, detached.length - maxDetached)) this.#end(session, "maxDetached");
  }

  #end(session: ServedSession, limit: keyof Limits): void {
    const level = limit === "maxDetached" ? "warn" : "debug";
    this.#options.log({ level, event: `limit/${limit}`, session: shortHash(session.id) });
    this.remove(session.id);
    session.close({ code: CloseCode.SessionGone }).catch((error: unknown) => this.#logFailure(session, error));
  }

  #logFailure(session: ServedSession, error: unknown): void {
    this.#options.log({ level: "error", event: "session/close-failed", session: shortHash(session.id), error });
  }

  #forget(expected: Expected): void {
    this.#expected.delete(pageKey(expected.sessionId, expected.clientId));
    expected.party.expected--;
    this.#leave(expected.party);
  }

  #party(address: string): Party {
    const group = addressGroup(address);
    let party = this.#parties.get(group);
    if (party === undefined) this.#parties.set(group, (party = { group, sessions: 0, expected: 0 }));
    return party;
  }

  #leave(party: Party): void {
    if (party.sessions === 0 && party.expected === 0) this.#parties.delete(party.group);
  }
}

const NOBODY: Party = { group: "", sessions: 0, expected: 0 };

function pageKey(sessionId: string, clientId: number): string {
  return `${sessionId} ${clientId}`;
}
