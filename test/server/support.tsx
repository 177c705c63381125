import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterEach } from "vitest";
import { WebSocket } from "ws";
import type { LogEntry } from "../../src/core/log-entry.ts";
import { AppHandler } from "../../src/server/app-handler.ts";
import { listen, type Server } from "../../src/server/listen.ts";
import { settleHandlerOptions, type HandlerOptions } from "../../src/server/server-options.ts";
import { app, toApp, type App } from "../../src/session/app.ts";
import { Session } from "../../src/session/session.ts";
import type { Component } from "../../src/view/node.ts";
import { FakeClock } from "../support/fake-clock.ts";

export const NOW = 1_800_000_000_000;
export const RUNTIME = {
  script: "/* script */".repeat(50),
  chunks: { http: "/* http */", extras: "/* extras */" },
  styles: "/* styles */",
  parts: { ui: { script: built("js"), styles: built("css") } },
};

/** As the build leaves it. */
function built(extension: "js" | "css") {
  const content = Buffer.from(`/* ui ${extension} */`);
  const forms = { "": content, ".br": brotliCompressSync(content), ".gz": gzipSync(content) };
  return { name: "tandem-ui", extension, hash: "abc123", read: (ending: keyof typeof forms) => forms[ending] };
}

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Runs `close` after the test. */
export function later(close: () => Promise<void> | void): void {
  closers.push(close);
}

export interface Running {
  server: Server;
  handler: AppHandler<App>;
  clock: FakeClock;
  entries: LogEntry[];
  sessions: Session[];
  port: number;
}

/** Serves an app on a free port, its time and log in the test's hands. */
export async function run(root: App | Component = Hello, options: HandlerOptions = {}): Promise<Running> {
  const clock = new FakeClock(NOW);
  const entries: LogEntry[] = [];
  const sessions: Session[] = [];
  const given = { clock, log: (entry: LogEntry) => void entries.push(entry), ...options };
  const settled = settleHandlerOptions(given, toApp(root).limits);
  const open = (served: App, environment: Parameters<typeof Session.open>[1]) => {
    const session = Session.open(served, environment);
    sessions.push(session);
    return session;
  };
  const readOnce = Session.readOnce.bind(Session);
  const handler = new AppHandler<App>(
    { app: toApp(root), open, readOnce, runtime: RUNTIME, earlyScript: "early()" },
    settled,
  );
  const server = await listen(handler, { ...settled, port: 0, host: "127.0.0.1" });
  later(async () => {
    await untilDone(server.close(), clock, settled.closeTimeout);
  });
  return { server, handler, clock, entries, sessions, port: server.port };
}

/** Lets time pass until `work` is done: what it waits for may only be set up when something real has come. */
export async function untilDone(work: Promise<unknown>, clock: FakeClock, step: number): Promise<void> {
  let isDone = false;
  void work.catch(() => {}).then(() => (isDone = true));
  while (!isDone) await clock.advanceAsync(step);
  await work;
}

export const Hello = app(() => <h1>Hello</h1>, { title: "Greeting" });

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** As it came over the wire. */
  bytes: number;
}

/** A raw request: the path is sent as it is written. */
export function fetchRaw(
  port: number,
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        const encoding = response.headers["content-encoding"];
        const plain = encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: plain.toString(),
          bytes: body.length,
        });
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** Bytes written to a socket as they are; resolves to all that came back. */
export function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port }, () => socket.write(text));
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
  });
}

export interface Page extends Answer {
  ticket: string;
  cookie: string;
}

export async function openPage(
  port: number,
  path = "/",
  options: { headers?: Record<string, string> } = {},
): Promise<Page> {
  const answer = await fetchRaw(port, path, options);
  const config = /id="tandem-config">(.*?)<\/script>/.exec(answer.text)?.[1];
  if (config === undefined) throw new Error(`Expected a page, but got ${answer.status}: ${answer.text}`);
  const cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? options.headers?.["cookie"] ?? "";
  return { ...answer, ticket: (JSON.parse(config) as { ticket: string }).ticket, cookie };
}

export interface Client {
  socket: WebSocket;
  /** The next frame, in order. */
  next(): Promise<unknown[]>;
  closed: Promise<{ code: number; reason: string }>;
  send(...frame: unknown[]): void;
}

export interface Dial {
  origin?: string | null;
  cookie?: string;
  path?: string;
  headers?: Record<string, string>;
}

/** Opens a socket as a page would; rejects with the status when it is refused. */
export function dial(port: number, options: Dial = {}): Promise<Client> {
  const { origin = `http://127.0.0.1:${port}`, cookie, path = "/_tandem/socket", headers = {} } = options;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
    headers: { ...headers, ...(origin === null ? {} : { origin }), ...(cookie ? { cookie } : {}) },
  });
  later(() => socket.terminate());
  const frames: unknown[][] = [];
  const waiting: ((frame: unknown[]) => void)[] = [];
  socket.on("message", (data) => {
    const frame = JSON.parse(String(data)) as unknown[];
    const taker = waiting.shift();
    if (taker) taker(frame);
    else frames.push(frame);
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  const client: Client = {
    socket,
    closed,
    next: () => {
      const frame = frames.shift();
      return frame ? Promise.resolve(frame) : new Promise((resolve) => waiting.push(resolve));
    },
    send: (...frame) => socket.send(JSON.stringify(frame)),
  };
  return new Promise((resolve, reject) => {
    socket.on("open", () => resolve(client));
    socket.on("unexpected-response", (_request, response) => reject(new Error(`status ${response.statusCode}`)));
    socket.on("error", reject);
  });
}

export async function attach(port: number, page: Page, options: Dial = {}): Promise<Client> {
  const client = await dial(port, { cookie: page.cookie, ...options });
  client.send("hello", { protocol: 1, ticket: page.ticket, frame: 0 });
  return client;
}
