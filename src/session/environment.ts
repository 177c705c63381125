import { TandemError } from "../core/errors.ts";
import { rejectUnknownOptions } from "../core/options.ts";
import type { Clock } from "../core/clock.ts";
import type { Limits } from "../core/limits.ts";
import type { Log } from "../core/log-entry.ts";
import type { User } from "../core/register.ts";
import type { Farewell } from "./farewell.ts";
import type { PagePart, PartUrls } from "./parts.ts";
import type { SettingsStore } from "./settings/settings-store.ts";

/** What is known of the request that opened a session. */
export interface RequestFacts {
  readonly method: string;
  /** The whole URL as the browser sees it. */
  readonly url: string;
  /** As received; names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly origin: string;
  /** `""`, or `"/below/here"`. */
  readonly basePath: string;
  readonly clientIp: string;
  readonly clientPort: number;
}

/** Where the server runs an app, and beside which: one object for all its sessions. */
export interface HostFacts {
  /** What the app is mounted in; `"node"` for a server of its own, too. */
  readonly backend: "node" | "express" | "fastify" | "hono";
  /** Whether it runs in a window of its own on this machine. */
  readonly isWindow: boolean;
  /** Keeps people's settings, where the browser does not. */
  readonly settings?: SettingsStore | undefined;
  /** By name, where the server has several. */
  readonly apps?: ReadonlyMap<string, { readonly url: string; readonly title: string }>;
}

export const PLAIN_HOST: HostFacts = { backend: "node", isWindow: false };

/** Who a request came from, as `authenticate` said. */
export interface Visitor {
  readonly user: User;
  /** The same for the same user, whatever the request. */
  readonly userId: string;
}

export interface ShareOptions {
  /** Makes the link absolute. */
  origin?: string;
  /** Milliseconds until the link is no longer good; a day unless told. */
  expiresIn?: number;
}

/** Throws for a link that would never be good, or good for ever. */
export function checkShare(options: ShareOptions): void {
  rejectUnknownOptions("shareUrl()", options, ["origin", "expiresIn"]);
  const { expiresIn } = options;
  if (expiresIn === undefined || (Number.isFinite(expiresIn) && expiresIn > 0)) return;
  throw new TandemError(
    "session/bad-expiry",
    `Expected expiresIn to be milliseconds above 0, but got ${String(expiresIn)}. Leave it out for a day.`,
  );
}

/** What the server gives a session. */
export interface SessionEnvironment {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly id: string;
  readonly request: RequestFacts;
  /** `PLAIN_HOST` unless told. */
  readonly host?: HostFacts;
  /** Who opened the session; only where the app authenticates. */
  readonly visitor?: Visitor | undefined;
  readonly development: boolean;
  readonly log: Log;
  /** Whether the screen is only read once, as by a crawler: there is nobody to talk to, and nothing is sent. */
  readonly stub?: boolean;
  /** `farewell` is for clients that may not have heard of the end. */
  ended(session: { readonly id: string }, farewell: Farewell | undefined): void;
  /** Makes a key known by which this session's routes are found, and answers the path they are below. */
  openRoutes(sessionId: string, key: string): string;
  /** The folder of the app's assets, if it has one. */
  readonly assets: string | undefined;
  /** The URL path of a file in it, which changes with the file's content. Throws where there is no such file. */
  urlForAsset(path: string | URL): string;
  /** Where a part of the page's runtime is; absent where pages load none. */
  partUrls?(part: PagePart): PartUrls;
  /** A link that lets whoever opens it join the session. */
  shareUrl(sessionId: string, options?: ShareOptions): string;
}
