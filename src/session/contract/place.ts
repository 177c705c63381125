import { rejectUnknownOptions } from "../../core/options.ts";
import type { User } from "../../core/register.ts";
import type { HelloFacts } from "../../protocol/frames.ts";
import { expectText } from "../arguments.ts";
import { PLAIN_HOST } from "../environment.ts";
import { ConnectionInfo } from "../place/connection-info.ts";
import { findOtherApp } from "../place/other-app.ts";
import { readTimeZone } from "../place/time-zone.ts";
import { SessionNavigation } from "./navigation.ts";

/** The client that opened the session. */
const OPENER = 1;

export interface GoAppOptions {
  /** Whether the app opens in a window of its own; `true` unless told. */
  newWindow?: boolean;
}

/** Who is at the session, from where and through what: facts of the connection, the user, other apps of the server. */
export abstract class SessionPlace extends SessionNavigation {
  #info: ConnectionInfo | null = null;
  #timezone: string | undefined;

  /**
   * Facts of the connection that opened the session: browser, languages, time zone, address.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * const Greeting = () => <p>{session.info.userLanguage.startsWith("de") ? "Guten Tag" : "Good day"}</p>;
   * ```
   *
   * From PyWebIO's `info`.
   */
  get info(): ConnectionInfo {
    return (this.#info ??= new ConnectionInfo({
      request: this.request,
      host: this.#host,
      timezone: this.#timezone,
      line: () => this.actingLine,
    }));
  }

  /**
   * Who opened the session, as the app's `authenticate` said; `undefined` where there is none. Its type is what you
   * declare as `Register["user"]`. Whoever acts may be another, who joined: that is `event.client.user`. From Shiny's
   * `user` and `groups`.
   */
  get user(): User | undefined {
    return this.environment.visitor?.user;
  }

  /** Whether the app runs in a window of its own on this machine: `tandem start --window`. From Rio's `running_in_window`. */
  get runningInWindow(): boolean {
    return this.#host.isWindow;
  }

  /** Whether the app is a website. From Rio's `running_as_website`. */
  get runningAsWebsite(): boolean {
    return !this.#host.isWindow;
  }

  /**
   * Opens another app of the same server, which starts a new session: in a new window, or in place of this page.
   * Where the browser lets no window open by itself, the person gets a link to it. Throws a `TandemError` for a name
   * that no app has.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * const Lobby = () => <button onClick={() => session.goApp("chat", { newWindow: false })}>Chat</button>;
   * ```
   *
   * From PyWebIO's `go_app`.
   */
  goApp(name: string, options: GoAppOptions = {}): void {
    this.needClient("goApp");
    expectText("goApp", "the name of an app", name);
    rejectUnknownOptions("goApp()", options, ["newWindow"]);
    const { newWindow = true } = options;
    const { url, title } = findOtherApp(this.#host, name);
    this.tellActing(["do", "goApp", [url, title, newWindow]]);
  }

  protected override noteHello(clientId: number, { timezone }: HelloFacts): void {
    const zone = clientId === OPENER ? readTimeZone(timezone) : undefined;
    if (zone === undefined) return;
    this.#timezone = zone;
    if (this.#info !== null) ConnectionInfo.learnZone(this.#info, zone);
  }

  get #host() {
    return this.environment.host ?? PLAIN_HOST;
  }
}
