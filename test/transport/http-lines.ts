import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { systemClock, type Clock } from "../../src/core/clock.ts";
import { DEFAULT_LIMITS, type Limits } from "../../src/core/limits.ts";
import { LineRequests } from "../../src/server/line-requests.ts";
import type { Connection } from "../../src/transport/connection.ts";
import { httpClient, type Fetch, type HttpClientOptions, type HttpLineKind } from "../../src/transport/http-client.ts";
import { Recorder, type Ends, type Transport } from "./contract.ts";

const COOKIE = "tandem=" + "0".repeat(26);

/** A server on loopback that takes one line over HTTP after another. */
export class HttpLoopback implements Transport {
  readonly #kind: HttpLineKind;
  #http: Server | undefined;
  #clients: Connection[] = [];
  #waiting: ((connection: Connection) => void)[] = [];
  clock: Clock = systemClock;
  limits: Limits = DEFAULT_LIMITS;
  interval = 20;
  lines: LineRequests | undefined;
  /** Paths of requests, in the order they came. */
  readonly requests: string[] = [];

  constructor(kind: HttpLineKind) {
    this.#kind = kind;
  }

  /** A line whose client has heard that it is up. */
  async open(): Promise<Ends> {
    const opened = new Recorder();
    const ends = await this.connect({ onOpen: () => opened.onFrame("") });
    await opened.framesReach(1);
    return ends;
  }

  async connect(options: Partial<HttpClientOptions> = {}): Promise<Ends> {
    const client = await this.client(options);
    return { client, server: await this.accepted() };
  }

  /** The server's end of the next line. */
  accepted(): Promise<Connection> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async client(options: Partial<HttpClientOptions> = {}): Promise<Connection> {
    const origin = `http://127.0.0.1:${await this.port()}`;
    const client = httpClient({
      url: `${origin}/_tandem/line`,
      kind: this.#kind,
      fetch: nodeFetch({ origin, cookie: COOKIE }),
      clock: systemClock,
      openWithin: 10_000,
      ...options,
    });
    this.#clients.push(client);
    return client;
  }

  async port(): Promise<number> {
    this.#http ??= await this.#listen();
    return (this.#http.address() as AddressInfo).port;
  }

  async release(): Promise<void> {
    for (const client of this.#clients) client.terminate();
    this.#clients = [];
    this.clock = systemClock;
    this.limits = DEFAULT_LIMITS;
    this.requests.length = 0;
    const http = this.#http;
    this.#http = undefined;
    http?.closeAllConnections();
    if (http !== undefined) await new Promise((resolve) => http.close(resolve));
  }

  async #listen(): Promise<Server> {
    const options = {
      clock: this.clock,
      limits: this.limits,
      httpPullInterval: this.interval,
      allowedOrigins: [],
      trustProxy: false,
      log: () => {},
    };
    const lines = new LineRequests(options, {
      refusal: () => undefined,
      greet: (connection) => this.#waiting.shift()?.(connection),
    });
    this.lines = lines;
    const http = createServer((request, response) => {
      this.requests.push(request.url!);
      void lines.answer(request, response, request.url!);
    });
    await once(http.listen(0, "127.0.0.1"), "listening");
    return http;
  }
}

/** Node's `fetch`, with what a browser adds by itself. */
export function nodeFetch(added: Record<string, string>): Fetch {
  return (url, { cache: _, headers, ...init }) =>
    fetch(url, { ...init, headers: { ...headers, ...added } }) as ReturnType<Fetch>;
}
