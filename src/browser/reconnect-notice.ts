import type { Clock, Timer } from "../core/clock.ts";
import type { LinkState } from "../link/link-options.ts";
import { makeButton, makeElement } from "./make-element.ts";

/** Shorter losses than this pass unseen. */
const SHOWN_AFTER = 400;
/** The first connection may take its time: the page is already there to be read. */
const FIRST_SHOWN_AFTER = 4_000;

/** Says that the connection is lost, counts down to the next attempt, and offers to try at once. */
export class ReconnectNotice {
  readonly #document: Document;
  readonly #clock: Clock;
  readonly #wake: () => void;
  #state: LinkState = { kind: "connecting" };
  #delay = FIRST_SHOWN_AFTER;
  #timer: Timer;
  #shown: { element: HTMLElement; status: HTMLElement; countdown: HTMLElement; button: HTMLElement } | null = null;

  constructor(document: Document, clock: Clock, wake: () => void) {
    this.#document = document;
    this.#clock = clock;
    this.#wake = wake;
  }

  show(state: LinkState): void {
    this.#state = state;
    if (state.kind === "connected" || state.kind === "closed") {
      this.#hide();
      this.#delay = SHOWN_AFTER;
    } else if (this.#shown) this.#tick();
    else this.#timer ??= this.#clock.setTimeout(() => this.#appear(), this.#delay);
  }

  #hide(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shown?.element.remove();
    this.#shown = null;
  }

  #appear(): void {
    const document = this.#document;
    const status = makeElement(document, ["span", ""]);
    status.role = "status";
    // Once a second is too often to be read out.
    const countdown = makeElement(document, ["span", "tandem-countdown"]);
    countdown.setAttribute("aria-hidden", "true");
    const button = makeButton(document, "Reconnect now", this.#wake);
    const element = makeElement(document, ["div", "tandem-notice tandem-reconnect"], status, countdown, button);
    document.body.append(element);
    this.#shown = { element, status, countdown, button };
    this.#tick();
  }

  #tick(): void {
    const { status, countdown, button } = this.#shown!;
    const state = this.#state;
    const waits = state.kind === "waiting";
    const text = waits ? "Connection lost." : "Connecting…";
    if (status.textContent !== text) status.textContent = text;
    countdown.textContent = waits ? `Trying again in ${this.#secondsLeft(state.retryAt)} s` : "";
    button.hidden = !waits;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(() => this.#tick(), 1_000);
  }

  #secondsLeft(retryAt: number): number {
    return Math.max(0, Math.ceil((retryAt - this.#clock.now()) / 1_000));
  }
}
