import type { Timer } from "../../core/clock.ts";
import type { ExtrasPage } from "./extras.ts";

/** Milliseconds without another change after which one is reported. */
const QUIET = 100;

/** Tells the session of the window this page is in, now and when that changes. */
export class WindowReports {
  readonly #page: ExtrasPage;
  #queries: MediaQueryList[] = [];
  #timer: Timer;
  #last = "";

  constructor(page: ExtrasPage) {
    this.#page = page;
  }

  /** Begins, if it has not begun. */
  follow(): void {
    if (this.#queries[0]) return;
    const { window } = this.#page;
    this.#queries = ["(pointer: coarse)", "(prefers-color-scheme: dark)"].map((query) => window.matchMedia(query));
    this.#each((target, type) => target.addEventListener(type, this.#changed));
    this.#report();
  }

  stop(): void {
    this.#page.clock.clearTimeout(this.#timer);
    this.#each((target, type) => target.removeEventListener(type, this.#changed));
  }

  #each(fn: (target: EventTarget, type: string) => void): void {
    const { window } = this.#page;
    for (const type of ["resize", "online", "offline"]) fn(window, type);
    fn(window.document, "visibilitychange");
    for (const query of this.#queries) fn(query, "change");
  }

  readonly #changed = ({ type }: Event): void => {
    const { clock } = this.#page;
    clock.clearTimeout(this.#timer);
    if (type === "resize") this.#timer = clock.setTimeout(() => this.#report(), QUIET);
    else this.#report();
  };

  #report(): void {
    const { window, send } = this.#page;
    const [coarse, dark] = this.#queries.map(({ matches }) => matches);
    const report = {
      width: window.innerWidth,
      height: window.innerHeight,
      pixelRatio: window.devicePixelRatio,
      visible: window.document.visibilityState === "visible",
      online: window.navigator.onLine,
      pointer: coarse ? "coarse" : "fine",
      colorScheme: dark ? "dark" : "light",
    };
    const text = JSON.stringify(report);
    // What cannot be sent now is sent with the next change.
    if (text !== this.#last && send("tell", "window", report)) this.#last = text;
  }
}
