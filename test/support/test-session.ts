import { DEFAULT_LIMITS, type Limits } from "../../src/core/limits.ts";
import type { LogEntry } from "../../src/core/log-entry.ts";
import type { EventPayload, ServerToClient } from "../../src/protocol/frames.ts";
import type { Operation } from "../../src/protocol/operations.ts";
import { App, type AppOptions } from "../../src/session/app.ts";
import type { HostFacts, SessionEnvironment, Visitor } from "../../src/session/environment.ts";
import type { Farewell } from "../../src/session/farewell.ts";
import { Session } from "../../src/session/session.ts";
import type { Connection, ConnectionListener } from "../../src/transport/connection.ts";
import type { Component } from "../../src/view/node.ts";
import { FakeClock, promisesSettled } from "./fake-clock.ts";

/** A client made by hand: what it was sent, and what it says. */
export class TestClient implements Connection {
  readonly kind = "memory";
  isOpen = true;
  bufferedBytes = 0;
  readonly received: ServerToClient[] = [];
  closed: { code: number; reason: string } | undefined;
  #listener: ConnectionListener | undefined;
  #n = 0;

  send(text: string): void {
    this.received.push(JSON.parse(text) as ServerToClient);
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.closed = { code, reason };
  }

  terminate(): void {
    this.drop();
  }

  listen(listener: ConnectionListener): void {
    this.#listener = listener;
  }

  /** The line breaks. */
  drop(): void {
    this.isOpen = false;
    this.#listener?.onClose(1006, "");
  }

  /** The line is over, with the code that the other side heard. */
  ends(code: number): void {
    this.isOpen = false;
    this.#listener?.onClose(code, "");
  }

  says(frame: unknown): void {
    this.saysText(JSON.stringify(frame));
  }

  saysText(text: string): void {
    this.#listener?.onFrame(text);
  }

  pings(): void {
    this.#listener?.onPing?.();
  }

  /** An event of an element, acknowledging all it was sent. */
  event(id: number, type: string, payload?: EventPayload | object): void {
    this.says([++this.#n, this.frames.at(-1)?.[0] ?? 0, id, type, ...(payload === undefined ? [] : [payload])]);
  }

  /** Any other numbered word: `word("answer", 1, true, "text")`, `word("tell", "window", {…})`. */
  word(kind: "answer" | "request" | "tell", ...rest: unknown[]): void {
    this.says([++this.#n, this.frames.at(-1)?.[0] ?? 0, kind, ...rest]);
  }

  /** Numbered frames. */
  get frames(): [n: number, acknowledged: number, operations: Operation[], messages?: unknown[]][] {
    return this.received.filter((frame) => typeof frame[0] === "number" && frame[0] > 0) as never;
  }

  get operations(): Operation[] {
    return this.frames.flatMap((frame) => frame[2]);
  }

  get messages(): unknown[] {
    return this.frames.flatMap((frame) => frame[3] ?? []);
  }
}

export interface TestSessionOptions {
  app?: AppOptions;
  limits?: Partial<Limits>;
  development?: boolean;
  clock?: FakeClock;
  host?: HostFacts;
  visitor?: Visitor;
  /** What was asked for; `"http://localhost/"` unless told. */
  url?: string;
  basePath?: string;
  /** Headers of the request that opens it, names in lower case. */
  headers?: Readonly<Record<string, string>>;
}

/** A session on its own, with a clock that stands still and clients made by hand. */
export class TestSession {
  readonly clock: FakeClock;
  readonly log: LogEntry[] = [];
  readonly environment: SessionEnvironment;
  readonly session: Session;
  ended = 0;
  /** What the session left for clients that may not have heard of its end. */
  farewell: Farewell | undefined;

  constructor(root: Component, options: TestSessionOptions = {}) {
    this.clock = options.clock ?? new FakeClock(1_000_000);
    this.environment = {
      clock: this.clock,
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      id: "test-session",
      request: {
        method: "GET",
        url: options.url ?? "http://localhost/",
        headers: options.headers ?? {},
        origin: "http://localhost",
        basePath: options.basePath ?? "",
        clientIp: "127.0.0.1",
        clientPort: 40_000,
      },
      ...(options.host === undefined ? {} : { host: options.host }),
      visitor: options.visitor,
      development: options.development ?? false,
      log: (entry) => this.log.push(entry),
      ended: (_session, farewell) => {
        this.ended++;
        this.farewell = farewell;
      },
      shareUrl: (id, share) => `${share?.origin ?? ""}/?tandem-join=${id}`,
      openRoutes: (_id, key) => `/_tandem/r/${key}/`,
      assets: undefined,
      urlForAsset: String,
    };
    this.session = Session.open(new App(root, options.app ?? {}), this.environment);
  }

  /** A page is rendered and attaches. */
  connect(frame = 0): TestClient {
    const id = this.session.addClient();
    return this.attach(id, frame);
  }

  attach(id: number, frame = 0): TestClient {
    const client = new TestClient();
    this.session.attachClient(id, client, { protocol: 1, ticket: "", frame });
    return client;
  }

  get html(): string {
    return this.session.firstPaint().root;
  }

  /** The id of the first element that matches, as the page says it: `idOf("button")`, `idOf('input type="text"')`. */
  idOf(tag: string, which = 0): number {
    const [name, ...attributes] = tag.split(" ");
    const found = [...this.html.matchAll(new RegExp(`<${name} data-t="(\\d+)"[^>]*`, "g"))].filter(([text]) =>
      attributes.every((attribute) => text.includes(attribute)),
    );
    const id = found[which]?.[1];
    if (id === undefined) throw new Error(`No ${tag} with an id in ${this.html}`);
    return Number(id);
  }

  events(event: string): LogEntry[] {
    return this.log.filter((entry) => entry.event === event);
  }

  settled(): Promise<void> {
    return promisesSettled();
  }
}
