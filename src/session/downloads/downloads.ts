import type { Clock, Timer } from "../../core/clock.ts";
import { randomId } from "../../core/ids.ts";
import type { Limits } from "../../core/limits.ts";
import { plainAnswer, type OwnRoute, type RouteAnswer, type RoutedRequest } from "../routes/session-routes.ts";
import { Download, type SaveOptions } from "./download.ts";
import type { LazyFileContents } from "./file-contents.ts";

/** What downloads need of their session. */
export interface DownloadsHost {
  readonly clock: Clock;
  readonly limits: Pick<Limits, "maxDownloads" | "downloadExpiry">;
  warn(event: string, message: string): void;
}

/** The files a session offers, each under a URL of its own until it has been fetched, or has waited too long. */
export class Downloads implements OwnRoute {
  readonly #host: DownloadsHost;
  /** The path that they are below. */
  readonly #prefix: string;
  /** By token, in the order of their expiry. */
  readonly #offers = new Map<string, Download>();
  #timer: Timer | undefined;

  constructor(host: DownloadsHost, mount: (route: OwnRoute) => string) {
    this.#host = host;
    this.#prefix = mount(this);
  }

  /** How many files are offered. */
  get size(): number {
    return this.#offers.size;
  }

  /** Answers the file's URL path, and the name it will have. */
  offer(contents: LazyFileContents, name: string, options: SaveOptions): { path: string; name: string } {
    const { clock, limits } = this.#host;
    const download = new Download(contents, name, { ...options, expires: clock.now() + limits.downloadExpiry });
    const token = randomId();
    this.#offers.set(token, download);
    if (this.#offers.size > limits.maxDownloads) {
      this.#host.warn("limit/maxDownloads", "the oldest file offered for download was withdrawn");
      this.#offers.delete(this.#offers.keys().next().value!);
    }
    this.#watch();
    return { path: this.#prefix + token, name: download.name };
  }

  async answer({ request, path }: RoutedRequest): Promise<RouteAnswer> {
    const download = this.#offers.get(path);
    if (download === undefined) return { response: plainAnswer(404, "This is offered no longer") };
    return download.answer(request, () => this.#offers.delete(path));
  }

  stop(): void {
    this.#host.clock.clearTimeout(this.#timer);
    this.#offers.clear();
  }

  /** One timer for all, for as long as there is any. */
  #watch(): void {
    const [first] = this.#offers.values();
    if (first === undefined || this.#timer !== undefined) return;
    const { clock } = this.#host;
    this.#timer = clock.setTimeout(() => {
      this.#timer = undefined;
      for (const [token, { expires }] of this.#offers) if (expires <= clock.now()) this.#offers.delete(token);
      this.#watch();
    }, first.expires - clock.now());
  }
}
