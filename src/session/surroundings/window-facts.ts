import { batch } from "../../reactive/batch.ts";
import { Readable, type ReadonlySignal } from "../../reactive/readable.ts";
import { signal, type Signal } from "../../reactive/signal.ts";
import { readWindowReport, WINDOW_FACTS, type WindowReport } from "./window-report.ts";

/** The window of the person who acted last; each fact is `undefined` until the page has told it. */
export type SessionWindow = { readonly [Name in keyof WindowReport]: ReadonlySignal<WindowReport[Name] | undefined> };

export interface WindowHost {
  readonly actingClient: number | undefined;
  /** Has all pages, also those to come, tell of their windows. */
  followWindows(): void;
}

/** One fact. The first read of any has the pages report. */
class WindowFact<T> extends Readable<T | undefined> {
  readonly content: Signal<T | undefined> = signal<T | undefined>(undefined);
  readonly #asked: () => void;

  constructor(asked: () => void) {
    super();
    this.#asked = asked;
  }

  get value(): T | undefined {
    this.#asked();
    return this.content.value;
  }

  peek(): T | undefined {
    this.#asked();
    return this.content.peek();
  }
}

/** What pages report of their windows, and which of them counts. */
export class WindowFacts {
  readonly facts: SessionWindow;
  readonly #host: WindowHost;
  readonly #reports = new Map<number, WindowReport>();
  #isFollowing = false;

  constructor(host: WindowHost) {
    this.#host = host;
    const asked = () => this.#follow();
    this.facts = Object.fromEntries(
      WINDOW_FACTS.map((name) => [name, new WindowFact(asked)]),
    ) as unknown as SessionWindow;
  }

  get isFollowing(): boolean {
    return this.#isFollowing;
  }

  #follow(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    this.#host.followWindows();
  }

  /** Takes what a client told. Returns whether it was a report. */
  take(value: unknown, client: number): boolean {
    const report = readWindowReport(value);
    if (report === undefined) return false;
    this.#reports.set(client, report);
    this.show();
    return true;
  }

  forget(client: number): void {
    this.#reports.delete(client);
  }

  /** Makes the facts those of the client that acted last, if it has told any. */
  show(): void {
    const report = this.#reports.get(this.#host.actingClient ?? 0);
    if (report === undefined) return;
    batch(() => {
      for (const name of WINDOW_FACTS) (this.facts[name] as WindowFact<unknown>).content.value = report[name];
    });
  }
}
