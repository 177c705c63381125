import { computed } from "../../reactive/computed.ts";
import { signal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import type { Clock } from "../../core/clock.ts";
import type { DownMessage } from "../../protocol/frames.ts";
import { SessionEnded } from "../call-errors.ts";
import type { RequestFacts } from "../environment.ts";
import { Hooks } from "../hooks.ts";
import { FollowedPromise } from "./followed-promise.ts";
import { DocumentHead, type HeadHost } from "./document-head.ts";
import { LeaveChecks, type LeaveHost } from "./leave-checks.ts";
import { NavigationFailed } from "./navigation-failed.ts";
import { plainRouter, type ActivePage, type MetaTags, type PageMap, type Route, type Router } from "./router.ts";
import { CALLED_OFF, runSteps, type Steps } from "./steps.ts";
import { isSamePath, localPart, pathInApp, resolveTarget, type AppPlace, type Target } from "./target.ts";
import { UrlSignal } from "./url-signal.ts";

/**
 * How a navigation ended: `"arrived"` (at the target, or where a guard sent), `"stayed"` (the person did not want to
 * leave), `"left"` (for a place outside the app), `"superseded"` (by a later navigation, or the session's end).
 */
export type NavigationOutcome = "arrived" | "stayed" | "left" | "superseded";

export interface NavigateOptions {
  /** Whether the page left takes no place in the history: Back leads to the one before. */
  replace?: boolean;
  /** Refuses a URL outside the app. For one that a person or a query parameter gave. */
  withinApp?: boolean;
}

/** How the request that opened a session is answered. */
export interface Arrival {
  readonly status: 200 | 404;
  /** Where a guard sent the browser instead; there is no screen then. */
  readonly redirect?: string;
}

/** What a navigator needs of its session. */
export interface NavigatorHost extends LeaveHost, HeadHost {
  readonly request: RequestFacts;
  readonly clock: Clock;
  clientCount(): number;
  tell(message: DownMessage): void;
  tellClient(clientId: number, message: DownMessage): void;
  flush(): void;
  whenClosing(fn: () => void): () => void;
  reportError(error: unknown): void;
}

/** How the browser's history takes a change of the URL. */
type HistoryStep = readonly [mode: "push" | "replace"] | readonly [mode: "history", page: string, turn: number];

/** Milliseconds that the guards of a page which is being fetched may take together. */
export const ARRIVE_WITHIN = 10_000;

/** Where a session is, and how it gets elsewhere. One navigation is under way at a time: the latest. */
export class Navigator {
  readonly place: AppPlace;
  readonly route: Signal<Route>;
  readonly #host: NavigatorHost;
  readonly #map: PageMap | undefined;
  readonly #router: Router;
  readonly #url: Signal<string>;
  /** What the first client's browser shows. */
  readonly #asked: string;
  readonly #head: DocumentHead;
  #pages: ReadonlySignal<readonly ActivePage[]> | null = null;
  #leaving: LeaveChecks | null = null;
  #attempt: AbortController | null = null;
  /** Where the navigation under way leads. */
  #aim: string | null = null;
  #hooks: Hooks | null = null;
  #hash: UrlSignal<string> | null = null;
  #query: Map<string, UrlSignal<string>> | null = null;

  constructor(host: NavigatorHost, map: PageMap | undefined) {
    const { origin, basePath, url } = host.request;
    this.#host = host;
    this.#map = map;
    this.#router = map?.router() ?? plainRouter;
    this.place = { origin, basePath };
    const asked = URL.canParse(url) ? new URL(url) : new URL(`${origin}${basePath}/`);
    this.#asked = localPart(asked);
    this.#url = signal(asked.href);
    this.route = signal<Route>(runSteps(plainRouter.route(asked, NOWHERE), NOWHERE.signal) as Route);
    this.#head = new DocumentHead(host, this.route);
    host.whenClosing(() => this.#attempt?.abort());
  }

  get url(): ReadonlySignal<string> {
    return this.#url;
  }

  get pages(): ReadonlySignal<readonly ActivePage[]> {
    return (this.#pages ??= computed(() => this.route.value.pages));
  }

  /** Whether the app has a page there. `local` is a path, with query and hash. */
  hasPageAt(local: string): boolean {
    try {
      const { kind, url } = resolveTarget(this.place.origin + local, this.#url.peek(), this.place);
      return kind === "inside" && this.#map?.has(pathInApp(url, this.place)) === true;
    } catch {
      return false;
    }
  }

  get meta(): MetaTags {
    return this.#head.meta;
  }

  get leaving(): LeaveChecks {
    return (this.#leaving ??= new LeaveChecks(this.#host));
  }

  get hash(): UrlSignal<string> {
    const write = (text: string) => this.#change((url) => (url.hash = text));
    return (this.#hash ??= new UrlSignal(this.#hashText, write));
  }

  query(name: string): UrlSignal<string> {
    const known = (this.#query ??= new Map<string, UrlSignal<string>>());
    let found = known.get(name);
    if (found === undefined) {
      found = new UrlSignal(this.#queryText(name), (text) => this.writeQuery(name, text || undefined));
      known.set(name, found);
    }
    return found;
  }

  writeQuery(name: string, text: string | undefined): void {
    this.#change(({ searchParams }) => (text === undefined ? searchParams.delete(name) : searchParams.set(name, text)));
  }

  onChange(fn: () => unknown): () => void {
    return (this.#hooks ??= new Hooks()).add(fn);
  }

  /** Asks the guards of the page that the session was opened for, before there is a screen. */
  begin(): Arrival | Promise<Arrival> {
    const outcome = this.#start(this.#asked, (signal) =>
      this.#router.route(this.#present, { place: this.place, signal }),
    );
    if (!(outcome instanceof Promise)) return this.#arrival(outcome);
    return this.#inTime(outcome).then((found) => this.#arrival(found));
  }

  go(text: string, { replace = false, withinApp = false }: NavigateOptions = {}): Promise<NavigationOutcome> {
    return this.#follow((signal) => this.#travel(text, { step: [replace ? "replace" : "push"], withinApp, signal }));
  }

  /** Goes where the browser already is: Back, Forward, or a link to a part of the page. */
  async followBrowser(local: string, page: string, turn: number): Promise<void> {
    const stay = () => this.#host.tell(["do", "navigate", [localPart(this.#present), "stay", page, turn]]);
    try {
      const step: HistoryStep = ["history", page, turn];
      const url = this.place.origin + local;
      const outcome = await this.#follow((signal) => this.#travel(url, { step, withinApp: true, signal }));
      if (outcome === "stayed") stay();
    } catch (error) {
      stay();
      // What no browser tells is nothing to trouble the app with.
      if (!isRefusedUrl(error)) this.#report(error);
    }
  }

  #queryText(name: string): string {
    return this.#present.searchParams.get(name) ?? "";
  }

  get #hashText(): string {
    const text = this.#present.hash.slice(1);
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  get #present(): URL {
    return new URL(this.#url.peek());
  }

  /** Changes a part of the URL that is no other page, on top of what is under way. */
  #change(change: (url: URL) => unknown): void {
    const url = new URL(this.#aim ?? this.#url.peek());
    change(url);
    const step: HistoryStep = ["replace"];
    void this.#follow((signal) => this.#travel(url.href, { step, withinApp: true, signal })).catch((error: unknown) => {
      this.#adoptParts();
      this.#report(error);
    });
  }

  #follow(steps: (signal: AbortSignal) => Steps<NavigationOutcome>): Promise<NavigationOutcome> {
    return FollowedPromise.of(
      () => {
        const outcome = this.#start(null, steps);
        if (outcome instanceof Promise) return outcome.then(unlessCalledOff);
        return unlessCalledOff(outcome);
      },
      (error) => this.#report(error),
    );
  }

  /** Begins a navigation; the one that was under way is called off. */
  #start<T>(aim: string | null, make: (signal: AbortSignal) => Steps<T>) {
    this.#attempt?.abort();
    const attempt = (this.#attempt = new AbortController());
    this.#aim = aim;
    const end = () => {
      if (this.#attempt !== attempt) return;
      this.#attempt = this.#aim = null;
    };
    let outcome: ReturnType<typeof runSteps<T>> | undefined;
    try {
      outcome = runSteps(make(attempt.signal), attempt.signal);
      return outcome instanceof Promise ? outcome.finally(end) : outcome;
    } finally {
      if (!(outcome instanceof Promise)) end();
    }
  }

  *#travel(text: string, { step, withinApp, signal }: Journey): Steps<NavigationOutcome> {
    const target = resolveTarget(text, this.#url.peek(), this.place);
    if (withinApp && target.kind === "outside") throw outsideRefused(target.url);
    this.#aim = target.url.href;
    if (!(yield* this.#mayLeave(target, signal))) return "stayed";
    if (signal.aborted) return "superseded";
    if (target.kind === "outside") return this.#leave(target.url, step);
    const found = yield* this.#router.route(target.url, { place: this.place, signal });
    // A guard that itself navigates elsewhere has had its way.
    if (signal.aborted) return "superseded";
    if (found.kind === "outside") return this.#leave(found.url, step);
    this.#enter(found as Route, step);
    return "arrived";
  }

  *#mayLeave({ url }: Target, signal: AbortSignal): Steps<boolean> {
    if (this.#leaving === null || isSamePath(url, this.#present)) return true;
    return yield* this.#leaving.ask(signal);
  }

  #leave(url: URL, [mode]: HistoryStep): NavigationOutcome {
    this.#host.tell(["do", "leave", [url.href, mode === "push" ? "push" : "replace"]]);
    return "left";
  }

  #enter(route: Route, step: HistoryStep): void {
    const same = route.url.href === this.#url.peek();
    this.#show(route);
    // A page that is not painted yet learns where it is with the rest.
    if (this.#host.clientCount() > 0) {
      const [mode, ...from] = step;
      this.#host.tell(["do", "navigate", [localPart(route.url), same && mode === "push" ? "replace" : mode, ...from]]);
    }
    this.#hooks?.run((error) => this.#report(error));
  }

  #show(route: Route): void {
    this.#url.value = route.url.href;
    route.enter();
    this.route.value = route;
    this.#adoptParts();
    // An app without pages has its own words there.
    if (this.#map !== undefined) this.#head.enter();
  }

  #adoptParts(): void {
    this.#hash?.adopt(this.#hashText);
    for (const [name, part] of this.#query ?? []) part.adopt(this.#queryText(name));
  }

  #arrival(found: Route | Target | typeof CALLED_OFF): Arrival {
    if (found === CALLED_OFF) throw new SessionEnded("a guard was still being asked");
    const { url } = found;
    if (found.kind === "outside") return { status: 200, redirect: url.href };
    if (localPart(url) !== this.#asked) return { status: 200, redirect: localPart(url) };
    this.#show(found as Route);
    return { status: (found as Route).isFound ? 200 : 404 };
  }

  #inTime<T>(outcome: Promise<T>): Promise<T> {
    const { clock } = this.#host;
    return new Promise<T>((resolve, reject) => {
      const timer = clock.setTimeout(() => {
        reject(guardTimeout(this.#url.peek()));
        this.#attempt?.abort();
      }, ARRIVE_WITHIN);
      void outcome.then(resolve, reject).finally(() => clock.clearTimeout(timer));
    });
  }

  /** Tells a client that was added where it is. */
  clientAdded(clientId: number): void {
    const local = localPart(this.#present);
    if (this.#map !== undefined) {
      this.#host.tellClient(clientId, ["do", "pages", [this.#asked, local, this.place.basePath]]);
    } else if (local !== this.#asked) {
      this.#host.tellClient(clientId, ["do", "navigate", [local, "replace"]]);
    }
    if (this.#leaving?.holds) this.#host.tellClient(clientId, ["do", "hold", [true]]);
    // Before whatever happens next.
    this.#host.flush();
  }

  #report(error: unknown): void {
    this.#host.reportError(error);
  }
}

interface Journey {
  readonly step: HistoryStep;
  readonly withinApp: boolean;
  readonly signal: AbortSignal;
}

const NOWHERE = { place: { origin: "", basePath: "" }, signal: new AbortController().signal };

const unlessCalledOff = (outcome: NavigationOutcome | typeof CALLED_OFF): NavigationOutcome =>
  outcome === CALLED_OFF ? "superseded" : outcome;

const isRefusedUrl = (error: unknown): boolean =>
  error instanceof NavigationFailed && (error.code === "pages/bad-url" || error.code === "pages/outside");

function outsideRefused({ href }: URL): NavigationFailed {
  return new NavigationFailed(
    "pages/outside",
    `Expected a URL inside the app (withinApp), but ${href} is outside of it. Leave withinApp out where the app itself gives the URL.`,
    { url: href },
  );
}

function guardTimeout(url: string): NavigationFailed {
  return new NavigationFailed(
    "pages/guard-timeout",
    `Expected the guards of ${url} to answer within ${ARRIVE_WITHIN} ms. Show the page at once and load in it what takes long.`,
    { url },
  );
}
