import { TandemError } from "../../core/errors.ts";
import type { Session } from "../session.ts";
import { Scope } from "./scope.ts";

/** What stands between the ids of modules and what is in them. */
const SEPARATOR = "-";
const ID = /^[\w.]+$/;

export interface ScopesHost {
  readonly session: Session;
  /** Forgets what is named below a destroyed module. */
  forget(prefix: string): void;
  fail(error: unknown): void;
}

/** The modules of a session by their whole ids. */
export class Scopes {
  readonly #host: ScopesHost;
  /** In the order they were made. */
  readonly #scopes = new Map<string, Scope>();

  constructor(host: ScopesHost) {
    this.#host = host;
  }

  make(id: string, outer?: Scope): Scope {
    checkId(id);
    const whole = outer === undefined ? id : outer.id + SEPARATOR + id;
    if (this.#scopes.has(whole)) throw taken(whole);
    const scope = new Scope(whole, { session: this.#host.session, scopes: this });
    this.#scopes.set(whole, scope);
    return scope;
  }

  /** The whole name of `id` within a module. One that names a module already stays as it is. */
  resolve(scope: Scope, id: string): string {
    if (typeof id === "string") {
      const end = id.lastIndexOf(SEPARATOR);
      if (end >= 0 && (this.#scopes.has(id.slice(0, end)) || id.startsWith(scope.id + SEPARATOR))) return id;
    }
    checkId(id);
    return scope.id + SEPARATOR + id;
  }

  destroy(scope: Scope): void {
    const within = [...this.#within(scope.id)];
    const { fail, forget } = this.#host;
    for (const inner of within) inner.runEndHooks(fail);
    for (const inner of within) {
      inner.release(fail);
      this.#scopes.delete(inner.id);
    }
    forget(scope.id + SEPARATOR);
  }

  /** At the session's end. */
  destroyAll(): void {
    for (const scope of this.#scopes.values()) scope.destroy();
  }

  /** A module and those in it, the deepest first, of equals the one made first. */
  *#within(id: string): Iterable<Scope> {
    const depth = id.split(SEPARATOR).length + 1;
    for (const [other] of this.#scopes) {
      if (other.startsWith(id + SEPARATOR) && other.split(SEPARATOR).length === depth) yield* this.#within(other);
    }
    yield this.#scopes.get(id)!;
  }
}

function checkId(id: unknown): void {
  if (typeof id === "string" && ID.test(id)) return;
  throw new TandemError(
    "scope/bad-id",
    `Expected the id of a module, or of something in one, to be letters, digits, "_" and ".", such as "first_name", but got ${typeof id === "string" ? JSON.stringify(id) : typeof id}. A "-" parts modules.`,
  );
}

function taken(id: string): TandemError {
  return new TandemError(
    "scope/taken",
    `Expected an id that no module has, but "${id}" is in use. Destroy that one first, or choose another id.`,
  );
}
