import type { IncomingMessage } from "node:http";
import type { User } from "../core/register.ts";
import type { HeaderFacts } from "./place/header-facts.ts";

/** A request of which the app says who it comes from. */
export interface AuthenticationRequest {
  /** Whether a page is asked for, or one that was given out attaches (or comes back, which is the same). */
  readonly purpose: "page" | "attach";
  readonly method: string;
  /** The whole URL as the browser sees it. */
  readonly url: string;
  readonly headers: HeaderFacts;
  /** By name, as they came. What the host's log-in gave the browser is here, for a page and when it attaches. */
  readonly cookies: Readonly<Record<string, string>>;
  /** The browser's address; behind proxies only with `trustProxy`. */
  readonly clientIp: string;
  /** Node's own request. Only that for a page has passed the host's middleware. */
  readonly raw: IncomingMessage;
  /** Aborted when it takes longer than `limits.authenticationTimeout`. */
  readonly signal: AbortSignal;
}

/** The parts of the web's `Response` that a refusal needs. */
export type Refusal = Pick<Response, "status" | "headers" | "arrayBuffer">;

/**
 * Says who a request comes from: a user; or a `Response` that a page gets instead, as a redirect to the log-in; or
 * nothing, for a plain 401.
 */
export type Authenticate = (
  request: AuthenticationRequest,
) => User | Refusal | null | undefined | Promise<User | Refusal | null | undefined>;

/** What apps and servers say about users. */
export interface AuthenticationOptions {
  /**
   * Says who is at a page, before anything of its session starts, and again whenever the page attaches: then the same
   * user must come out. Throwing, or taking too long, lets nobody in.
   */
  authenticate?: Authenticate;
  /** What tells one user from another; the user's `id` unless told. */
  userId?: (user: User) => string | number;
}
