import { Window } from "happy-dom";
import { loadScript } from "../../src/testing/page-scripts.ts";
import { startScreen, type Screen } from "../../src/browser/start.ts";
import type { DownMessage, Welcome } from "../../src/protocol/frames.ts";
import type { Operation } from "../../src/protocol/operations.ts";
import type { Connection, ConnectionListener } from "../../src/transport/connection.ts";
import { FakeClock } from "../support/fake-clock.ts";

/** The server's end of a page's connection, played by hand. */
export class HandPlayedServer {
  /** Everything the page sent on any of its connections, but for pulses. */
  readonly heard: unknown[][] = [];
  #listener: ConnectionListener | undefined;
  #frame = 0;
  connections = 0;

  readonly open = (): Connection => {
    this.connections++;
    let open = true;
    return {
      kind: "memory",
      get isOpen() {
        return open;
      },
      bufferedBytes: 0,
      send: (text) => {
        const frame = JSON.parse(text) as unknown[];
        if (frame[0] !== 0) this.heard.push(frame);
      },
      close: () => (open = false),
      terminate: () => (open = false),
      listen: (listener) => (this.#listener = listener),
    };
  };

  welcome(facts: Partial<Welcome> = {}): void {
    const welcome: Welcome = {
      event: 0,
      frame: this.#frame,
      resumed: true,
      heartbeat: 20_000,
      maxFrameBytes: 65_536,
      ...facts,
    };
    this.#frame = welcome.frame;
    this.#down(["welcome", welcome]);
  }

  /** A frame that has acknowledged every event heard, unless told otherwise. */
  apply(operations: Operation[], acknowledged = this.lastEvent): void {
    this.#down([++this.#frame, acknowledged, operations]);
  }

  deliver(...messages: DownMessage[]): void {
    this.#down([++this.#frame, this.lastEvent, [], messages]);
  }

  /** A frame with data. */
  carry(body: ArrayBuffer, ...messages: DownMessage[]): void {
    this.#listener!.onFrame(JSON.stringify([++this.#frame, this.lastEvent, [], messages]), body);
  }

  close(code: number, message = ""): void {
    this.#down(["close", { code, message }]);
  }

  drop(code = 1006): void {
    this.#listener!.onClose(code, "");
  }

  get lastEvent(): number {
    return this.heard.reduce((last, [n]) => (typeof n === "number" ? n : last), 0);
  }

  /** Events as `[id, type, payload?]`. */
  get events(): unknown[][] {
    return this.heard.filter(([n]) => typeof n === "number").map((frame) => frame.slice(2));
  }

  #down(frame: unknown): void {
    this.#listener!.onFrame(JSON.stringify(frame));
  }
}

export interface Page {
  window: globalThis.Window & typeof globalThis;
  document: Document;
  server: HandPlayedServer;
  clock: FakeClock;
  screen: Screen;
  root: HTMLElement;
  $<Found extends Element = HTMLInputElement>(selector: string): Found;
}

export interface PageParts {
  /** How the page loads what it needs now and then; from the sources unless told. */
  loadScript?: typeof loadScript;
  root?: string;
  layers?: string;
  /** Runs before the runtime, as the page's own scripts and its person may. */
  before?(window: globalThis.Window & typeof globalThis): void;
  connected?: boolean;
  /** Added to the page's configuration. */
  config?: { dev?: boolean };
}

export function openWindow(body: string): globalThis.Window & typeof globalThis {
  const window = new Window({ url: "http://localhost/" });
  window.document.body.innerHTML = body;
  return window as unknown as globalThis.Window & typeof globalThis;
}

/** A page as the server makes it, taken over by the runtime and connected. */
export function openPage({
  root = "",
  layers = "",
  before,
  connected = true,
  config: added,
  loadScript: load = loadScript,
}: PageParts = {}): Page {
  const facts = JSON.stringify({ ticket: "t", socket: "/_tandem/socket", ...added });
  const config = `<script type="application/json" id="tandem-config">${facts}</script>`;
  const window = openWindow(
    `<div id="tandem-root" data-t="1">${root}</div><div id="tandem-layers" data-t="2">${layers}</div>${config}`,
  );
  before?.(window);
  const server = new HandPlayedServer();
  const clock = new FakeClock(1_000_000);
  const screen = startScreen({ window, openConnection: server.open, loadScript: load, clock, random: () => 0.5 });
  if (connected) server.welcome();
  const { document } = window;
  const $ = <Found extends Element>(selector: string) => {
    const found = document.querySelector<Found>(`#tandem-root ${selector}`) ?? document.querySelector<Found>(selector);
    if (!found) throw new Error(`Expected ${selector} in ${document.body.innerHTML}`);
    return found;
  };
  return { window, document, server, clock, screen, root: $("#tandem-root"), $ } as Page;
}

/** Enters text as a person does: value first, then the event. */
export function enter(page: Page, control: HTMLInputElement, value: string): void {
  control.value = value;
  fire(page, control, "input");
}

export function fire(page: Page, target: EventTarget, type: string, init: object = {}): Event {
  const { window } = page;
  const kind = /^(click|mouse|dbl)/.test(type)
    ? window.MouseEvent
    : /^key/.test(type)
      ? window.KeyboardEvent
      : /^(focus|blur)/.test(type)
        ? window.FocusEvent
        : window.Event;
  const bubbles = !/^(focus|blur|toggle|scroll|mouseenter|load)$/.test(type);
  const event = new kind(type, { bubbles, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}
