/**
 * Bytes of single frames, both ways, as they go on the line: a real session, and the page's real runtime on a DOM for
 * Node. And the runtime's own size.
 */
import { Window as DomWindow } from "happy-dom";
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { startScreen } from "../../src/browser/start.ts";
import { byteLength } from "../../src/protocol/byte-length.ts";
import { pageHtml } from "../../src/server/page.ts";
import type { Session } from "../../src/session/session.ts";
import type { Connection } from "../../src/transport/connection.ts";
import { memoryPair, type MemoryPair } from "../../src/transport/memory.ts";
import type { Component } from "../../src/view/node.ts";
import CounterApp from "../pages/counter-app.tsx";
import { RowsPage } from "../pages/rows-page.tsx";
import { openSession } from "../support/test-session.ts";

/** The click that is measured: not the very first, whose numbers are the shortest. */
const CLICKS = 10;

/** A connection that remembers what was sent last. */
class Recorder {
  last = "";
  readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = Object.create(connection, {
      send: {
        value: (text: string) => {
          this.last = text;
          connection.send(text);
        },
      },
      listen: { value: connection.listen.bind(connection) },
      close: { value: connection.close.bind(connection) },
      isOpen: { get: () => connection.isOpen },
      bufferedBytes: { get: () => connection.bufferedBytes },
    }) as Connection;
  }
}

class Desk {
  readonly up: Recorder;
  readonly down: Recorder;
  readonly #line: MemoryPair = memoryPair({ by: "command" });

  constructor(session: Session) {
    this.up = new Recorder(this.#line.client);
    this.down = new Recorder(this.#line.server);
    session.attachClient(1, this.down.connection, { protocol: 1, ticket: "", frame: 0 });
  }

  settle(): void {
    this.#line.deliverAll();
  }
}

function paint(session: Session): DomWindow {
  const window = new DomWindow({ url: "http://localhost:8000/" });
  const parts = { lang: "en", title: "", styles: [], script: "", earlyScript: "", nonce: "" };
  const config = { ticket: "", socket: "/socket" };
  window.document.write(pageHtml({ ...parts, config, ...session.firstPaint(), title: "Counter" }));
  return window;
}

/** Clicks the counter of the README in its page. The hello is left out, as the session attaches by itself here. */
function clickedCounter(): { up: string; down: string } {
  const session = openSession(CounterApp);
  const window = paint(session);
  const desk = new Desk(session);
  const screen = startScreen({
    window: window as unknown as Window,
    openConnection: () => skipHello(desk.up.connection),
    loadScript: () => Promise.reject(new Error("A counter needs no more.")),
  });
  desk.settle();
  const button = window.document.querySelector("button")!;
  button.getBoundingClientRect = () => new window.DOMRect(372, 288, 80, 32); // this DOM has no layout
  for (let i = 0; i < CLICKS; i++) {
    const place = { bubbles: true, clientX: 412, clientY: 305, detail: 1 };
    button.dispatchEvent(new window.MouseEvent("click", place));
    desk.settle();
  }
  const frames = { up: desk.up.last, down: desk.down.last };
  if (!window.document.body.textContent.includes(`${CLICKS} times`)) throw new Error("Expected the page to count.");
  screen.stop();
  return frames;
}

function skipHello(connection: Connection): Connection {
  return Object.create(connection, {
    send: { value: (text: string) => text.startsWith('["hello"') || connection.send(text) },
  }) as Connection;
}

function createdRows(): string {
  const page = new RowsPage();
  const session = openSession(page.root as Component);
  const desk = new Desk(session);
  desk.settle();
  session.run(() => page.create(1_000));
  return desk.down.last;
}

const { up, down } = clickedCounter();
const runtime = readFileSync(new URL("../../dist/browser/tandem.js", import.meta.url));

console.error(`a text update: ${down}\na click:       ${up}`);
console.log(
  JSON.stringify({
    text_update_bytes: byteLength(down),
    event_bytes: byteLength(up),
    browser_runtime_brotli_bytes: brotliCompressSync(runtime).length,
    create_1000_rows_bytes: byteLength(createdRows()),
  }),
);
process.exit();
