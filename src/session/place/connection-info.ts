import { signal, type Signal } from "../../reactive/signal.ts";
import type { HostFacts, RequestFacts } from "../environment.ts";
import { headerFacts, type HeaderFacts } from "./header-facts.ts";
import { readLanguages } from "./languages.ts";
import { UNKNOWN_ZONE, zoneInCookies } from "./time-zone.ts";
import { readUserAgent, type UserAgent } from "./user-agent.ts";

/** What the facts of a connection are drawn from. */
export interface ConnectionSources {
  readonly request: RequestFacts;
  readonly host: HostFacts;
  /** The zone that the browser said when it attached; `undefined` before. */
  readonly timezone: string | undefined;
  /** What carries the acting client's line; `undefined` while it has none. */
  line(): string | undefined;
}

/**
 * Facts of the connection that opened a session. They can only be read; each is worked out when it is first asked for.
 * What a browser says of itself may be untrue. From PyWebIO's `info`, Rio's and Shiny's sessions.
 */
export class ConnectionInfo {
  readonly #sources: ConnectionSources;
  readonly #timezone: Signal<string>;
  #userAgent: UserAgent | undefined;
  #languages: readonly string[] | undefined;
  #headers: HeaderFacts | undefined;

  constructor(sources: ConnectionSources) {
    this.#sources = sources;
    this.#timezone = signal(sources.timezone ?? zoneInCookies(sources.request.headers["cookie"]) ?? UNKNOWN_ZONE);
    Object.freeze(this);
  }

  /** Takes the zone that the browser says. Only for the session itself. */
  static learnZone(info: ConnectionInfo, timezone: string): void {
    info.#timezone.value = timezone;
  }

  /** What browser, system and device it is, as the browser says. */
  get userAgent(): UserAgent {
    return (this.#userAgent ??= readUserAgent(this.#header("user-agent")));
  }

  /** The language wanted most, such as `"en-GB"`. */
  get userLanguage(): string {
    return this.preferredLanguages[0]!;
  }

  /** The languages wanted, the most wanted first. Never empty: `["en-US"]` where none is named. */
  get preferredLanguages(): readonly string[] {
    return (this.#languages ??= readLanguages(this.#header("accept-language")));
  }

  /**
   * The browser's time zone, such as `"Europe/Berlin"`; `"UTC"` where it is not known. Reactive: the first paint of a
   * browser's first visit does not know it yet, and what shows it changes when the page attaches.
   */
  get timezone(): string {
    return this.#timezone.value;
  }

  /** The server's name as the browser knows it, with the port unless it is the default one: `"desk.example"`. */
  get serverHost(): string {
    return new URL(this.origin).host;
  }

  /** Where the page is, as the browser sees it: scheme, host and port. */
  get origin(): string {
    return this.#sources.request.origin;
  }

  /** The browser's address; behind proxies only with `trustProxy`. */
  get clientIp(): string {
    return this.#sources.request.clientIp;
  }

  /** The port of whoever is at the other end of the connection: the browser, or the last proxy. */
  get clientPort(): number {
    return this.#sources.request.clientPort;
  }

  /** The headers of the request that opened the session. */
  get headers(): HeaderFacts {
    return (this.#headers ??= headerFacts(this.#sources.request.headers));
  }

  /** What the app is mounted in. */
  get backend(): HostFacts["backend"] {
    return this.#sources.host.backend;
  }

  /** What carries the line of whoever acts: `"http"` before a page has attached, and where WebSockets do not get through. */
  get protocol(): "websocket" | "http" {
    const kind = this.#sources.line();
    return kind === "websocket" || kind === "memory" ? "websocket" : "http";
  }

  /** The request that opened the session. */
  get request(): RequestFacts {
    return this.#sources.request;
  }

  /** All but headers and request, so that `JSON.stringify(session.info)` shows something. */
  toJSON(): Record<string, unknown> {
    const { userAgent, userLanguage, preferredLanguages, timezone, serverHost, origin } = this;
    const { clientIp, clientPort, backend, protocol } = this;
    const who = { userAgent, userLanguage, preferredLanguages, timezone };
    return { ...who, serverHost, origin, clientIp, clientPort, backend, protocol };
  }

  #header(name: string): string | undefined {
    const value = this.#sources.request.headers[name];
    return value === undefined ? undefined : String(value);
  }
}
