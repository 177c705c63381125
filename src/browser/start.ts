import { systemClock, type Clock } from "../core/clock.ts";
import { Link } from "../link/link.ts";
import type { LinkHandle, LinkState } from "../link/link-options.ts";
import type { DownMessage } from "../protocol/frames.ts";
import type { Connection } from "../transport/connection.ts";
import { Closing } from "./closing.ts";
import { ContentBuilder } from "./content-builder.ts";
import { DomTarget } from "./dom-target.ts";
import { EarlyEvents } from "./early-events.ts";
import { EventCapture } from "./event-capture.ts";
import { adoptFirstPaint } from "./first-paint.ts";
import { NodeIndex } from "./node-index.ts";
import { readPageConfig, type PageConfig } from "./page-config.ts";
import { PageEvents } from "./page-events.ts";
import { followPage } from "./page-life.ts";
import { lazyExtras } from "./lazy-extras.ts";
import { publicApi, type CustomMessageHandler, type TandemApi } from "./public-api.ts";
import { rawHtmlIn } from "./raw-html.ts";
import { ReconnectNotice } from "./reconnect-notice.ts";
import { TypedText } from "./typed-text.ts";

const TOO_MUCH: DownMessage = ["notice", "error", "This could not be sent, as it is too much at once.", ""];

export interface ScreenOptions {
  /** Of a page that the server made, first paint and all. */
  window: Window;
  openConnection(config: PageConfig): Connection;
  /** Loads a script that most pages do not need, by its short name. */
  loadScript(name: string): Promise<unknown>;
  clock?: Clock;
  /** 0 ≤ x < 1, for the jitter of reconnects. */
  random?(): number;
}

export interface Screen {
  readonly link: LinkHandle;
  /** What the page's scripts get as `window.Tandem`. */
  readonly api: TandemApi;
  /** Sends what waits, says goodbye, and listens to nothing more. */
  stop(): void;
}

/** Takes over a page that the server painted, and keeps it in step with its session. */
export function startScreen({
  window,
  openConnection,
  loadScript,
  clock = systemClock,
  random = Math.random,
}: ScreenOptions): Screen {
  const { document } = window;
  const config = readPageConfig(document);
  const typed = new TypedText();
  const index = new NodeIndex();
  let refused = false;
  /** What cannot be sent must not be lost in silence; but one word is enough. */
  const send: LinkHandle["send"] = (...content) => {
    const number = link.send(...content);
    if (!number && !refused && link.state.kind !== "closed") deliver(TOO_MUCH);
    refused = !number;
    return number;
  };
  const capture = new EventCapture({ document, clock, typed, send });
  const { declarations } = capture;
  const builder = new ContentBuilder({ document, index, declarations, typed, rawHtml: rawHtmlIn(window) });
  const target = new DomTarget(document, builder);
  const handlers = new Map<string, CustomMessageHandler>();
  const deliver = (message: DownMessage, body?: ArrayBuffer) => extras.use((all) => all.receive(message, body));
  const extras = lazyExtras({ window, clock, send, handlers, loadScript });
  const closing = new Closing(window, clock, config.dev);
  const reconnectNotice = new ReconnectNotice(document, clock, () => link.wake());
  const events = new PageEvents(window);

  const link: LinkHandle = new Link({
    ticket: config.ticket,
    clock,
    random,
    open: () => openConnection(config),
    apply: (operations, acknowledged) => target.apply(operations, acknowledged),
    deliver,
    changed: (state) => {
      reconnectNotice.show(state);
      events.tell(state);
      if (state.kind === "connected") {
        closing.connected();
        extras.retry();
      }
      if (state.kind === "closed") close(state);
    },
  });
  const stopFollowing = followPage(window, {
    wake: () => link.wake(),
    shown: () => typed.undoRestored(document),
    pause: () => capture.flush(),
    leave: () => link.stop(),
  });
  const early = new EarlyEvents(window);

  function close({ notice }: Extract<LinkState, { kind: "closed" }>): void {
    extras.close();
    closing.show(notice);
  }

  adoptFirstPaint(document, { index, declarations, typed, isTouched: (control) => early.touched(control) });
  early.replay(capture.handle);
  link.start();

  return {
    link,
    api: publicApi(handlers, extras),
    stop() {
      capture.flush();
      capture.stop();
      extras.stop();
      stopFollowing();
      link.stop();
      closing.stop();
    },
  };
}
