import { rejectUnknownOptions } from "../core/options.ts";
import type { Limits } from "../core/limits.ts";
import type { User } from "../core/register.ts";
import type { RequestFacts, Visitor } from "../session/environment.ts";
import type { ExpectedErrors } from "./reported-errors.ts";

/** How an app is mounted in a test. */
export interface MountOptions {
  /** When the app's time begins: a date, or milliseconds since the epoch. 2026-01-01T00:00:00Z unless told. */
  clock?: Date | number;
  /** Changes to the default limits on what clients may do. */
  limits?: Partial<Limits>;
  /** Whether warnings are logged and errors are shown with their stack. `true` unless told. */
  development?: boolean;
  /** The page's address; `"http://localhost/"` unless told. */
  url?: string;
  /** Headers of the page's request, names in lower case. */
  request?: { headers?: Record<string, string> };
  /** Who is at the page, as `authenticate` would say; it is not asked. */
  user?: User;
  /** The browser's time zone; it says none unless told. */
  timezone?: string;
  /** Whether the page may connect from the start. If not, its network is paused until `app.network.resume()`. */
  connected?: boolean;
  /** Errors that the test is about: any (`true`), or those whose message matches. Every other one fails the test. */
  expectErrors?: ExpectedErrors;
  /** Milliseconds of the app's time that each key and click of `user` takes; 0 unless told. */
  keyDelay?: number;
}

const OPTION_NAMES = [
  "clock",
  "limits",
  "development",
  "url",
  "request",
  "user",
  "timezone",
  "connected",
  "expectErrors",
  "keyDelay",
] as const satisfies readonly (keyof MountOptions)[];

const START = Date.UTC(2026, 0, 1);

export interface SettledMountOptions {
  readonly start: number;
  readonly limits: Partial<Limits>;
  readonly development: boolean;
  readonly request: RequestFacts;
  readonly visitor: Visitor | undefined;
  readonly timezone: string | undefined;
  readonly connected: boolean;
  readonly expectErrors: ExpectedErrors;
  readonly keyDelay: number;
}

export function settleMountOptions(options: MountOptions): SettledMountOptions {
  rejectUnknownOptions("mount()", options, OPTION_NAMES);
  const {
    clock = START,
    limits = {},
    development = true,
    connected = true,
    expectErrors = false,
    keyDelay = 0,
  } = options;
  const url = new URL(options.url ?? "/", "http://localhost");
  const request: RequestFacts = {
    method: "GET",
    url: url.href,
    headers: { host: url.host, ...options.request?.headers },
    origin: url.origin,
    basePath: "",
    clientIp: "127.0.0.1",
    clientPort: 40_000,
  };
  const { user, timezone } = options;
  const visitor = user === undefined ? undefined : { user, userId: "the user of the test" };
  const who = { request, visitor, timezone };
  return { ...who, start: Number(clock), limits, development, connected, expectErrors, keyDelay };
}
