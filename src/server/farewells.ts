import type { Limits } from "../core/limits.ts";
import type { Connection } from "../transport/connection.ts";
import type { HelloFacts } from "../protocol/frames.ts";

/** What the server asks of the farewell of an ended session. */
export interface KeptFarewell {
  /** Whether every client has heard it. */
  readonly isHeard: boolean;
  /** Tells a client that has come back, and closes its connection. */
  tell(clientId: number, connection: Connection, hello: HelloFacts): void;
}

/** The farewells of sessions that have ended, for as long, and as many, as detached sessions are kept. */
export class Farewells {
  readonly #limits: Pick<Limits, "retention" | "maxDetached">;
  /** By session, in the order of their ends. */
  readonly #kept = new Map<string, { readonly farewell: KeptFarewell; readonly until: number }>();

  constructor(limits: Pick<Limits, "retention" | "maxDetached">) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#kept.size;
  }

  find(sessionId: string): KeptFarewell | undefined {
    return this.#kept.get(sessionId)?.farewell;
  }

  keep(sessionId: string, farewell: KeptFarewell, now: number): void {
    this.#kept.set(sessionId, { farewell, until: now + this.#limits.retention });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#limits.maxDetached) this.#kept.delete(oldest!);
  }

  /** Forgets those that all have heard, and those whose time is over. */
  sweep(now: number): void {
    for (const [sessionId, { farewell, until }] of this.#kept) {
      if (farewell.isHeard || now >= until) this.#kept.delete(sessionId);
    }
  }
}
