import { rejectUnknownOptions } from "../../core/options.ts";
import { currentOwner } from "../../reactive/owner.ts";
import type { ReadonlySignal, Signal } from "../../reactive/signal.ts";
import { checkLeave, type LeaveCheck, type LeaveOptions } from "../navigation/leave-checks.ts";
import { Navigator, type Arrival, type NavigateOptions, type NavigationOutcome } from "../navigation/navigator.ts";
import { readHistoryWord, readLinkWord } from "../navigation/page-words.ts";
import { SessionHost } from "../navigation/session-host.ts";
import type { ActivePage } from "../navigation/router.ts";
import { expectFunction, expectText } from "../arguments.ts";
import { SessionEnded, unlessEnded } from "../call-errors.ts";
import type { Visitor } from "../environment.ts";
import type { Painted } from "../core/clients.ts";
import { SessionDialogs } from "./dialogs.ts";

/** Moving between the app's pages. */
export abstract class SessionNavigation extends SessionDialogs {
  #navigator: Navigator | null = null;
  #arrival: Arrival | Promise<Arrival> | undefined;

  /**
   * Shows another page. A path that starts with `/` is one of the app's (`"/orders/3"`), any other is relative to the
   * present page; a whole URL outside the app has the browser leave. Guards are asked first, and what `confirmLeave`
   * watches.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * export const Home = () => <button onClick={() => session.navigateTo("/orders?open=1")}>Orders</button>;
   * ```
   *
   * Without guards that wait, it has happened when the call returns. The promise tells how it ended, and rejects with
   * `NavigationFailed` when nothing changed because a guard threw, redirects go in a circle, or `url` is none. Going
   * to the very URL that is shown replaces its entry in the history, as links do. From Rio's `navigate_to`.
   */
  navigateTo(url: string, options: NavigateOptions = {}): Promise<NavigationOutcome> {
    rejectUnknownOptions("navigateTo()", options, ["replace", "withinApp"]);
    if (this.isOver) return unlessEnded(Promise.reject(new SessionEnded("navigateTo needs its pages")));
    return this.navigator.go(url, options);
  }

  /** The absolute URL of the page that is shown; reactive. It changes before the page does. From Rio's `active_page_url`. */
  get activePageUrl(): ReadonlySignal<string> {
    return this.navigator.url;
  }

  /** The pages that are shown, from the outermost to the innermost; reactive. From Rio's `active_page_instances`. */
  get activePageInstances(): ReadonlySignal<readonly ActivePage[]> {
    return this.navigator.pages;
  }

  /** The absolute URL that the app is served at, without a slash at its end. From Rio's `base_url`. */
  get baseUrl(): string {
    const { origin, basePath } = this.request;
    return origin + basePath;
  }

  /**
   * A parameter of the URL's query as a signal, `""` where it is missing. It follows the URL; writing it replaces the
   * URL, so that a reload or a link leads back to the same.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * export const Search = () => <input type="search" aria-label="Search" bind={session.query("q")} />;
   * ```
   *
   * For other types than text, declare the parameter with its page.
   */
  query(name: string): Signal<string> {
    expectText("query", "the name of a parameter", name);
    return this.navigator.query(name);
  }

  /** What follows `#` in the URL, as a signal: it follows the URL, and writing it replaces the URL. */
  get hash(): Signal<string> {
    return this.navigator.hash;
  }

  /**
   * Calls `fn` after each change of the URL, before the screen follows. Returns what cancels that; it ends with the
   * component, so a page that is left hears of that last. From Rio's `on_page_change`.
   */
  onPageChange(fn: () => unknown): () => void {
    expectFunction("onPageChange", fn);
    return untilOwnerEnds(this.navigator.onChange(fn));
  }

  /**
   * Asks before the page is left with something unsaved: by `navigateTo`, a link, Back, Forward, and also before the
   * tab is closed or reloaded, though there in the browser's own words. `check` says whether there is something to
   * lose: text is always asked, a signal or function when it gives `true` or the text to ask.
   *
   * @example
   * ```tsx
   * import { session, signal } from "tandem";
   *
   * export function Note() {
   *   const text = signal("");
   *   session.confirmLeave(() => text.value !== "", { text: "Your note is not saved." });
   *   return <textarea aria-label="Note" bind={text} />;
   * }
   * ```
   *
   * Ends with the component that called it, or by the function that it returns.
   */
  confirmLeave(check: LeaveCheck, options: LeaveOptions = {}): () => void {
    checkLeave(check, options);
    return untilOwnerEnds(this.navigator.leaving.add(check, options));
  }

  /** For the server: how the request for the page is answered; `undefined` for any page of an app without pages. */
  get arrival(): Arrival | Promise<Arrival> | undefined {
    return this.#arrival;
  }

  /** Where the session is. For `pages/`. */
  get navigator(): Navigator {
    return (this.#navigator ??= this.#openNavigator());
  }

  override addClient(visitor?: Visitor): number {
    const clientId = super.addClient(visitor);
    this.#navigator?.clientAdded(clientId);
    return clientId;
  }

  override firstPaint(): Painted {
    const screen = super.firstPaint();
    const arrival = this.#arrival;
    if (arrival === undefined || arrival instanceof Promise) return screen;
    return { ...screen, meta: this.navigator.meta, arrival };
  }

  protected override readOnce(): Painted | Promise<Painted> {
    if (this.app.pages === undefined) return super.readOnce();
    this.start();
    const arrival = this.#arrival;
    if (!(arrival instanceof Promise)) return this.readScreen();
    return arrival.then(
      () => this.readScreen(),
      (error: unknown) => {
        this.disposeStub();
        throw error;
      },
    );
  }

  /** With pages, guards come before the first screen, and may send the browser elsewhere. */
  protected override start(): void {
    if (this.app.pages === undefined) return super.start();
    try {
      const arrival = this.run(() => this.navigator.begin());
      this.#arrival =
        arrival instanceof Promise ? arrival.then((settled) => this.#arrive(settled)) : this.#arrive(arrival);
    } catch (error) {
      if (this.isStub) this.disposeStub();
      else void this.close();
      throw error;
    }
  }

  #arrive(arrival: Arrival): Arrival {
    this.#arrival = arrival;
    if (arrival.redirect === undefined) super.start();
    return arrival;
  }

  #openNavigator(): Navigator {
    const navigator = new Navigator(new SessionHost(this), this.app.pages);
    this.hear("history", (value) => {
      const word = readHistoryWord(value);
      if (word !== undefined) void navigator.followBrowser(word.url, word.page, word.turn);
    });
    this.hear("link", (value, client) => this.#followLink(client, readLinkWord(value)));
    return navigator;
  }

  /** A plain link: if no page of the app is there, the server may have something else. */
  #followLink(client: number, local: string | undefined): void {
    if (local === undefined) return;
    const url = this.request.origin + local;
    if (this.navigator.hasPageAt(local)) void this.navigator.go(url);
    else this.tellClient(client, ["do", "leave", [url, "push"]]);
  }
}

/** Has `cancel` called with the end of the component or effect that runs, unless what it returns is called before. */
function untilOwnerEnds(cancel: () => void): () => void {
  const owner = currentOwner();
  owner.own(cancel);
  return () => (owner.disown(cancel), cancel());
}
