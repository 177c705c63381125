import type { Clock, Timer } from "../core/clock.ts";
import type { CloseCode } from "../protocol/close-codes.ts";
import type { CloseNotice } from "../protocol/frames.ts";
import { attempt } from "./attempt.ts";
import { makeButton, makeElement } from "./make-element.ts";

/** Set while a page that reloaded by itself has not yet connected: such a page does not reload again. */
const RELOADED = "tandem-reloaded";
/** Time to read why the page is about to reload. */
const RELOAD_AFTER = 700;
/** Session gone, ticket refused, another version: a new page gets a new session; nothing else would help. */
const RENEWABLE: readonly number[] = [4404, 4401, 4426] satisfies CloseCode[];
const HARD_DISCONNECT: typeof CloseCode.HardDisconnect = 4001;
const REPLACED: typeof CloseCode.Replaced = 4409;
const SESSION_ENDED: typeof CloseCode.SessionEnded = 1001;
/** The page itself stopped. */
const STOPPED = 1000;

/** What the page shows when its link has closed for good. */
export class Closing {
  readonly #window: Window;
  readonly #clock: Clock;
  /** In development pages follow the app: they reload at once, as often as it changes. */
  readonly #development: boolean;
  #screen: HTMLElement | undefined;
  #timer: Timer;

  constructor(window: Window, clock: Clock, development = false) {
    this.#window = window;
    this.#clock = clock;
    this.#development = development;
  }

  connected(): void {
    attempt(() => this.#window.sessionStorage.removeItem(RELOADED));
  }

  show({ code, message }: CloseNotice): void {
    if (code === HARD_DISCONNECT) this.#cover("closed", message || "This app has closed.");
    else if (RENEWABLE.includes(code) && (this.#development || this.#mayReload())) this.#renew();
    else if (code === REPLACED) this.#cover("ended", message || "This page is open in another place.");
    else if (code !== STOPPED && !this.#isOver(code)) this.#cover("ended", message || "The session has ended.");
  }

  stop(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#screen?.remove();
  }

  /** A conversation that came to its end has said so itself, and stays to be read. */
  #isOver(code: number): boolean {
    return code === SESSION_ENDED && "over" in this.#window.document.documentElement.dataset;
  }

  /** Without storage there is no telling a loop, so then the person decides. */
  #mayReload(): boolean {
    const { sessionStorage } = this.#window;
    return !!attempt(() => {
      if (sessionStorage.getItem(RELOADED)) return false;
      sessionStorage.setItem(RELOADED, "1");
      return true;
    });
  }

  #renew(): void {
    const { document } = this.#window;
    const notice = makeElement(document, ["div", "tandem-notice"], "Starting a new session…");
    notice.role = "status";
    document.body.append(notice);
    this.#screen = notice;
    this.#timer = this.#clock.setTimeout(() => this.#reload(), this.#development ? 0 : RELOAD_AFTER);
  }

  /** Over everything, and nothing behind it can be used any more. */
  #cover(kind: "closed" | "ended", message: string): void {
    const { document } = this.#window;
    for (const dialog of document.querySelectorAll("dialog")) if (dialog.open) dialog.close();
    for (const element of document.body.children) (element as HTMLElement).inert = true;
    const box = makeElement(document, ["div", "tandem-box"], makeElement(document, ["p", ""], message));
    if (kind === "ended") box.append(makeButton(document, "Reload", () => this.#reload()));
    const overlay = makeElement(document, ["div", `tandem-overlay tandem-${kind}`], box);
    overlay.id = `tandem-${kind}-overlay`;
    overlay.role = "alert";
    document.body.append(overlay);
    this.#screen = overlay;
  }

  #reload(): void {
    this.#window.location.reload();
  }
}
