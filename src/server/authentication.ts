import type { IncomingMessage } from "node:http";
import type { Clock } from "../core/clock.ts";
import { TandemError } from "../core/errors.ts";
import type { Limits } from "../core/limits.ts";
import type { Log } from "../core/log-entry.ts";
import type { User } from "../core/register.ts";
import type { AuthenticationOptions, AuthenticationRequest, Refusal } from "../session/authentication.ts";
import type { Visitor } from "../session/environment.ts";
import { headerFacts } from "../session/place/header-facts.ts";
import { cookiesOf } from "./cookies.ts";
import { requestOrigin, type TrustProxy } from "./request-origin.ts";

/** Who a request comes from. */
export type Identity =
  | { readonly kind: "visitor"; readonly visitor: Visitor }
  /** Nobody is asked who they are. */
  | { readonly kind: "anybody"; readonly visitor?: undefined }
  | { readonly kind: "refused"; readonly visitor?: undefined; readonly refusal: Refusal | undefined }
  /** It could not be found out; logged. */
  | { readonly kind: "failed"; readonly visitor?: undefined };

export const ANYBODY: Identity = { kind: "anybody" };
const FAILED: Identity = { kind: "failed" };

export interface AuthenticationParts extends AuthenticationOptions {
  readonly trustProxy: TrustProxy;
  readonly clock: Clock;
  readonly log: Log;
}

type Answer = Awaited<ReturnType<NonNullable<AuthenticationOptions["authenticate"]>>>;

/** Asks the server's `authenticate`, or else the app's, who a request comes from. Never rejects. */
export class Authentication {
  readonly #parts: AuthenticationParts;
  #app: AuthenticationOptions = {};
  #limits: Pick<Limits, "authenticationTimeout">;
  #underWay = 0;
  /** How often a user was disconnected, and who, at which of those, while answers were under way. */
  #disconnects = 0;
  readonly #disconnected = new Map<string, number>();

  constructor(parts: AuthenticationParts, limits: Pick<Limits, "authenticationTimeout">) {
    this.#parts = parts;
    this.#limits = limits;
  }

  /** From here on the app is another. */
  use(app: AuthenticationOptions, limits: Pick<Limits, "authenticationTimeout">): void {
    this.#app = app;
    this.#limits = limits;
  }

  get isAsked(): boolean {
    return (this.#parts.authenticate ?? this.#app.authenticate) !== undefined;
  }

  async identify(raw: IncomingMessage, purpose: AuthenticationRequest["purpose"]): Promise<Identity> {
    const began = this.#disconnects;
    this.#underWay++;
    try {
      const identity = await this.#ask(raw, purpose);
      const disconnected = this.#disconnected.get(identity.visitor?.userId ?? "") ?? 0;
      return disconnected > began ? await this.identify(raw, purpose) : identity;
    } finally {
      this.#underWay--;
      if (this.#underWay === 0) this.#disconnected.clear();
    }
  }

  /** A user was disconnected: answers that were on their way then may be of before, and are asked for again. */
  noteDisconnect(userId: string): void {
    this.#disconnects++;
    if (this.#underWay > 0) this.#disconnected.set(userId, this.#disconnects);
  }

  async #ask(raw: IncomingMessage, purpose: AuthenticationRequest["purpose"]): Promise<Identity> {
    const authenticate = this.#parts.authenticate ?? this.#app.authenticate;
    if (authenticate === undefined) return ANYBODY;
    const abort = new AbortController();
    try {
      const answer = await this.#inTime(async () => authenticate(this.#request(raw, purpose, abort.signal)), abort);
      if (answer === undefined || answer === null) return { kind: "refused", refusal: undefined };
      if (isRefusal(answer)) return { kind: "refused", refusal: answer };
      return { kind: "visitor", visitor: { user: answer as User, userId: this.#idOf(answer as User) } };
    } catch (error) {
      this.#parts.log({ level: "error", event: "authentication/failed", error });
      return FAILED;
    }
  }

  #request(
    raw: IncomingMessage,
    purpose: AuthenticationRequest["purpose"],
    signal: AbortSignal,
  ): AuthenticationRequest {
    const { origin = "http://localhost", clientIp } = requestOrigin(raw, this.#parts.trustProxy);
    return {
      purpose,
      method: raw.method ?? "GET",
      url: origin + (raw.url ?? "/"),
      headers: headerFacts(raw.headers),
      cookies: cookiesOf(raw.headers.cookie),
      clientIp,
      raw,
      signal,
    };
  }

  #inTime(ask: () => Promise<Answer>, abort: AbortController): Promise<Answer> {
    const { clock, log } = this.#parts;
    const { authenticationTimeout } = this.#limits;
    return new Promise((resolve, reject) => {
      const timer = clock.setTimeout(() => {
        const error = new TandemError(
          "server/authentication-timeout",
          `Expected authenticate to settle within ${authenticationTimeout} ms (limits.authenticationTimeout), but it did not. Nobody was let in.`,
        );
        log({ level: "warn", event: "limit/authenticationTimeout" });
        abort.abort(error);
        reject(error);
      }, authenticationTimeout);
      ask()
        .then(resolve, reject)
        .finally(() => clock.clearTimeout(timer));
    });
  }

  #idOf(user: User): string {
    const { userId = this.#app.userId ?? idField } = this.#parts;
    const id: unknown = userId(user);
    if ((typeof id === "string" && id !== "") || Number.isFinite(id)) return String(id);
    throw new TandemError(
      "server/no-user-id",
      `Expected a user with an id, a text or a number, but got ${JSON.stringify(id) ?? typeof id}. Return one from authenticate, or say with userId what tells one user from another.`,
    );
  }
}

const idField = (user: unknown): string | number => (user as { id: string | number }).id;

/** A `Response` of any make: frameworks bring their own. */
function isRefusal(answer: unknown): answer is Refusal {
  if (answer instanceof Response) return true;
  const { status, headers, arrayBuffer } = answer as Partial<Response>;
  return typeof status === "number" && typeof headers?.get === "function" && typeof arrayBuffer === "function";
}
