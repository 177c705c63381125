import { systemClock, type Clock } from "../core/clock.ts";
import { TandemError } from "../core/errors.ts";
import { DEFAULT_LIMITS, type Limits } from "../core/limits.ts";
import type { Log } from "../core/log-entry.ts";
import { rejectUnknownOptions } from "../core/options.ts";
import { EXPECTED_PULL_INTERVAL, isPullInterval } from "../core/pull-interval.ts";
import type { AuthenticationOptions } from "../session/authentication.ts";
import { randomId } from "../core/ids.ts";
import { lineLog, oncePerPlace } from "./log.ts";
import { webOrigin, type TrustProxy } from "./request-origin.ts";
import { checkContentSecurityAdditions, type ContentSecurityAdditions } from "./security-headers.ts";

/** How an app is served, whatever `node:http` server it stands in. */
export interface HandlerOptions extends AuthenticationOptions {
  /** The path that the app lives under, as `"/tools/desk"`; the whole site unless told. */
  basePath?: string;
  /** Whether errors are shown to the user with their stack, and warnings logged. */
  development?: boolean;
  /** Signs tickets and join links: at least 32 characters, the same in all processes of one site. Random unless told. */
  secret?: string;
  /** Other origins whose pages may attach, as `"https://desk.example.com"`. The server's own always may. */
  allowedOrigins?: readonly string[];
  /** Other origins that `authenticate` may redirect to, as `"https://login.example.com"`. */
  loginOrigins?: readonly string[];
  /** Host names this server answers to; any unless told, but only local ones when `serve` listens on this machine alone. */
  allowedHosts?: readonly string[];
  /** Believe `x-forwarded-*`: of any proxy (`true`) or of that many in front. */
  trustProxy?: TrustProxy;
  /** What a client can make the server hold or do. */
  limits?: Partial<Limits>;
  /** A folder whose files are served under `<basePath>/assets/`. */
  assets?: string;
  /** Sources added to the page's strict policy, by directive. */
  contentSecurity?: ContentSecurityAdditions;
  /**
   * Milliseconds that a page's question for news waits for an answer, where only plain polling gets through; 1000
   * unless told. From PyWebIO's `http_pull_interval`.
   */
  httpPullInterval?: number;
  /** Milliseconds that `close` waits for sessions to end; 5 s unless told. */
  closeTimeout?: number;
  /** Called for everything worth telling whoever runs the server; one readable line each unless told. */
  log?: Log;
  /** Where time comes from. */
  clock?: Clock;
}

/** How an app is served on its own port. */
export interface ServeOptions extends HandlerOptions {
  /** 0 takes a free one; 8000 unless told. */
  port?: number;
  /** The address to listen on; `"127.0.0.1"`, this machine alone, unless told. */
  host?: string;
}

/** Options with nothing left open. `basePath` is `""` or `"/below"`. */
export type SettledOptions = Required<
  Omit<HandlerOptions, "limits" | "assets" | "allowedHosts" | keyof AuthenticationOptions>
> &
  AuthenticationOptions & {
    limits: Limits;
    /** Those given here, which go before an app's own. */
    givenLimits: Partial<Limits>;
    assets: string | undefined;
    allowedHosts: readonly string[] | undefined;
  };

const HANDLER_OPTION_NAMES = [
  "basePath",
  "development",
  "secret",
  "allowedOrigins",
  "loginOrigins",
  "allowedHosts",
  "authenticate",
  "userId",
  "trustProxy",
  "limits",
  "assets",
  "contentSecurity",
  "httpPullInterval",
  "closeTimeout",
  "log",
  "clock",
] as const satisfies readonly (keyof HandlerOptions)[];

const SERVE_OPTION_NAMES = [...HANDLER_OPTION_NAMES, "port", "host"] as const satisfies readonly (keyof ServeOptions)[];

export function settleHandlerOptions(options: HandlerOptions, appLimits: Partial<Limits> = {}): SettledOptions {
  rejectUnknownOptions("createHandler()", options, HANDLER_OPTION_NAMES);
  checkContentSecurityAdditions(options.contentSecurity ?? {});
  const development = options.development ?? false;
  return {
    basePath: settleBasePath(options.basePath ?? ""),
    development,
    secret: settleSecret(options.secret),
    allowedOrigins: (options.allowedOrigins ?? []).map(settleOrigin),
    loginOrigins: (options.loginOrigins ?? []).map(settleOrigin),
    authenticate: settleFunction("authenticate", options.authenticate),
    userId: settleFunction("userId", options.userId),
    allowedHosts: options.allowedHosts?.map((host) => host.toLowerCase()),
    trustProxy: settleTrustProxy(options.trustProxy ?? false),
    limits: settleLimits(appLimits, options.limits ?? {}),
    givenLimits: options.limits ?? {},
    assets: options.assets,
    contentSecurity: options.contentSecurity ?? {},
    httpPullInterval: settlePullInterval(options.httpPullInterval ?? 1_000),
    closeTimeout: options.closeTimeout ?? 5_000,
    log: options.log ?? (development ? oncePerPlace(lineLog()) : lineLog()),
    clock: options.clock ?? systemClock,
  };
}

/** Parts what `serve` itself uses from what the handler does. */
export function splitServeOptions(options: ServeOptions): { port: number; host: string; handler: HandlerOptions } {
  rejectUnknownOptions("serve()", options, SERVE_OPTION_NAMES);
  const { port = 8000, host = "127.0.0.1", ...handler } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TandemError("server/bad-option", `Expected port to be 0 to 65535, but got ${String(port)}.`);
  }
  return { port, host, handler };
}

function settleBasePath(basePath: string): string {
  const trimmed = basePath.replace(/\/+$/, "");
  if (trimmed === "" || /^(?:\/[\w.~-]*[\w~-])+$/.test(trimmed)) return trimmed;
  throw new TandemError("server/bad-option", `Expected basePath to look like "/tools/desk", but got "${basePath}".`);
}

function settleSecret(secret: string | undefined): string {
  if (secret === undefined) return randomId() + randomId();
  if (typeof secret === "string" && secret.length >= 32) return secret;
  throw new TandemError(
    "server/bad-option",
    "Expected secret to be at least 32 characters that nobody can guess. Make one with: node -p 'crypto.randomBytes(32).toString(\"hex\")'",
  );
}

function settleFunction<Given>(name: string, given: Given): Given {
  if (given === undefined || typeof given === "function") return given;
  throw new TandemError("server/bad-option", `Expected ${name} to be a function, but got ${typeof given}.`);
}

function settleOrigin(text: string): string {
  const origin = webOrigin(text);
  if (origin !== undefined) return origin;
  throw new TandemError(
    "server/bad-option",
    `Expected allowedOrigins and loginOrigins to hold origins such as "https://desk.example.com", without path or wildcard, but got "${text}".`,
  );
}

function settlePullInterval(interval: number): number {
  if (isPullInterval(interval)) return interval;
  throw new TandemError(
    "server/bad-option",
    `Expected httpPullInterval to be ${EXPECTED_PULL_INTERVAL}, but got ${String(interval)}.`,
  );
}

function settleTrustProxy(trust: TrustProxy): TrustProxy {
  if (typeof trust === "boolean" || (Number.isInteger(trust) && trust >= 0)) return trust;
  throw new TandemError(
    "server/bad-option",
    `Expected trustProxy to be true, false or the number of proxies in front, but got ${JSON.stringify(trust)}.`,
  );
}

/** The default limits, changed layer by layer. */
export function settleLimits(...layers: Partial<Limits>[]): Limits {
  const limits: Limits = { ...DEFAULT_LIMITS };
  for (const layer of layers) {
    rejectUnknownOptions("limits", layer, Object.keys(DEFAULT_LIMITS));
    for (const [name, value] of Object.entries(layer)) {
      if (value === undefined) continue;
      if (typeof value !== "number" || !(value >= 0)) {
        throw new TandemError(
          "server/bad-option",
          `Expected limits.${name} to be a number from 0, but got ${String(value)}.`,
        );
      }
      limits[name as keyof Limits] = value;
    }
  }
  return limits;
}
