import type { Clock, Timer } from "../../core/clock.ts";
import type { Limits } from "../../core/limits.ts";
import type { Grant } from "./grant.ts";
import { refusals } from "./upload-refusals.ts";

/** What grants need of their session. */
export interface GrantsHost {
  readonly clock: Clock;
  readonly limits: Pick<Limits, "uploadExpiry">;
}

/** The grants that a session has given and that are of use still. One timer looks after all of them. */
export class Grants {
  readonly #host: GrantsHost;
  readonly #grants = new Map<string, Grant>();
  #timer: Timer | undefined;

  constructor(host: GrantsHost) {
    this.#host = host;
  }

  find(id: string): Grant | undefined {
    return this.#grants.get(id);
  }

  add(grant: Grant): void {
    this.#grants.set(grant.id, grant);
    this.#watch();
  }

  /** Nothing more comes by it. What is not whole is deleted. */
  end(grant: Grant): void {
    grant.failOpen(refusals.interrupted);
    this.#grants.delete(grant.id);
    if (this.#grants.size === 0) this.#stopWatching();
  }

  endAll(): void {
    for (const grant of this.#grants.values()) this.end(grant);
  }

  /** Whoever brings nothing for too long has lost it. */
  #watch(): void {
    if (this.#timer !== undefined || this.#grants.size === 0) return;
    const { clock } = this.#host;
    const next = Math.min(...Array.from(this.#grants.values(), (grant) => this.#deadline(grant)));
    this.#timer = clock.setTimeout(() => {
      this.#timer = undefined;
      for (const grant of this.#grants.values()) if (this.#deadline(grant) <= clock.now()) this.#expire(grant);
      this.#watch();
    }, next - clock.now());
  }

  #deadline({ lastActive, uploads }: Grant): number {
    let latest = lastActive;
    for (const upload of uploads.values()) latest = Math.max(latest, upload.lastActive);
    return latest + this.#host.limits.uploadExpiry;
  }

  #expire(grant: Grant): void {
    this.#grants.delete(grant.id);
    grant.expire();
  }

  #stopWatching(): void {
    this.#host.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
