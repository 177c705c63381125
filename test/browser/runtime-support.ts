import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { WebSocketServer, type WebSocket } from "ws";
import { EARLY_CAPTURE } from "../../src/browser/early-capture.ts";
import type { Operation } from "../../src/protocol/operations.ts";
import { closeServer } from "../support/close-server.ts";

/** Stricter than what Tandem serves: not even style attributes in the page itself. */
const POLICY =
  "default-src 'none'; script-src 'self' 'nonce-n'; style-src 'self'; connect-src 'self'; base-uri 'none'; " +
  "require-trusted-types-for 'script'; trusted-types tandem tandem-script";

/** A page as the server would make it, with the built runtime, and the server's end of its socket played by hand. */
export class HandMadePage {
  readonly #http: Server;
  readonly #sockets: WebSocketServer;
  #socket: WebSocket | undefined;
  #frame = 0;
  refuses = false;
  /** Resolves with the runtime's script; hold it back to act before the runtime. */
  script: Promise<void> = Promise.resolve();
  body = "";
  /** Element events as `[number, id, type, payload?]`. */
  readonly events: unknown[][] = [];
  onEvent: (event: unknown[]) => void = () => {};
  page!: Page;
  /** Whatever the browser complained about. */
  readonly complaints: string[] = [];

  constructor() {
    this.#http = createServer((request, response) => void this.#answer(request.url ?? "", response));
    this.#sockets = new WebSocketServer({ server: this.#http });
    this.#sockets.on("connection", (socket) => this.#attach(socket));
  }

  async open(browser: Browser, body: string): Promise<Page> {
    this.body = body;
    await new Promise<void>((resolve) => this.#http.listen(0, "127.0.0.1", resolve));
    this.page = await browser.newPage();
    this.page.on("console", (message) => {
      if (/error|warning/.test(message.type())) this.complaints.push(message.text());
    });
    this.page.on("pageerror", (error) => this.complaints.push(String(error)));
    await this.page.goto(`http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/`, { waitUntil: "commit" });
    return this.page;
  }

  async close(): Promise<void> {
    await this.page.close();
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
    await closeServer(this.#http);
  }

  /** Waits for the page to attach. */
  async attached(): Promise<void> {
    await this.page.waitForFunction(() => document.documentElement.dataset["up"] === "1");
  }

  /** Sends one frame, and waits until the page has it. */
  async apply(operations: Operation[], acknowledged = this.lastEvent): Promise<void> {
    this.send(operations, acknowledged);
    const mark = `f${this.#frame}`;
    this.#socket!.send(JSON.stringify([++this.#frame, acknowledged, [[11, { title: mark }]]]));
    await this.page.waitForFunction((title) => document.title === title, mark);
  }

  send(operations: Operation[], acknowledged = this.lastEvent): void {
    this.#socket!.send(JSON.stringify([++this.#frame, acknowledged, operations]));
  }

  /** Says anything at all, as the server would. */
  raw(frame: unknown): void {
    this.#socket!.send(JSON.stringify(frame));
  }

  /** Breaks the line; set `refuses` to keep new ones away. */
  drop(): void {
    this.#socket!.terminate();
  }

  get lastEvent(): number {
    return (this.events.at(-1)?.[0] as number | undefined) ?? 0;
  }

  /** Waits until the page has sent that many events. */
  async heard(count: number): Promise<unknown[][]> {
    while (this.events.length < count) await new Promise<void>((resolve) => (this.#wakeOnEvent = resolve));
    return this.events.map((event) => event.slice(1));
  }

  #wakeOnEvent: () => void = () => {};

  #attach(socket: WebSocket): void {
    if (this.refuses) return socket.terminate();
    this.#socket = socket;
    socket.on("message", (data) => {
      const frame = JSON.parse(String(data)) as unknown[];
      if (frame[0] === "hello") {
        socket.send(
          JSON.stringify([
            "welcome",
            { event: 0, frame: this.#frame, resumed: true, heartbeat: 20_000, maxFrameBytes: 65_536 },
          ]),
        );
      } else if (typeof frame[0] === "number" && frame[0] > 0) {
        const event = [frame[0], ...frame.slice(2)];
        this.events.push(event);
        this.onEvent(event);
        this.#wakeOnEvent();
      }
    });
  }

  async #answer(url: string, response: ServerResponse): Promise<void> {
    if (url === "/tandem.js") {
      await this.script;
      response.setHeader("Content-Type", "text/javascript").end(await readFile("dist/browser/tandem.js"));
    } else if (url === "/tandem.css") {
      response.setHeader("Content-Type", "text/css").end(await readFile("src/browser/tandem.css"));
    } else if (url === "/") {
      response
        .setHeader("Content-Type", "text/html; charset=utf-8")
        .setHeader("Content-Security-Policy", POLICY)
        .end(this.#html());
    } else {
      response.writeHead(204).end();
    }
  }

  #html(): string {
    return `<!doctype html><html lang="en"><head><title>Page</title><link rel="stylesheet" href="/tandem.css">
<script nonce="n">${EARLY_CAPTURE};document.addEventListener("tandem:connected",()=>document.documentElement.dataset.up="1")</script>
<script type="module" src="/tandem.js"></script></head><body>
<div id="tandem-root" data-t="1">${this.body}</div><div id="tandem-layers" data-t="2"></div>
<script type="application/json" id="tandem-config">{"ticket":"t","socket":"/socket"}</script></body></html>`;
  }
}
