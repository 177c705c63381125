import type { Json } from "../../protocol/operations.ts";
import { attempt } from "../attempt.ts";
import { Arrivals } from "./arrivals.ts";
import type { ExtrasPage } from "./extras.ts";

/** Where an entry of the history keeps its position. */
const POSITION = "tandem";

/**
 * Keeps the browser's history in step with the session's page. Entries are numbered, so that one that the session
 * refuses to go to can be left again; and what the browser did by itself is numbered, so that of several in a row
 * only the answer to the last moves anything.
 */
export class PageHistory {
  readonly #window: Window;
  readonly #send: ExtrasPage["send"];
  readonly #arrivals: Arrivals;
  readonly #now: () => number;
  /** Tells this page's words from those of others that show the same session. */
  readonly #name = Math.random().toString(36).slice(2);
  #turn = 0;
  /** Positions by turn, of what the session has not answered. */
  readonly #asked = new Map<number, number>();
  /** The position of the entry whose page is shown. */
  #shown = 0;
  #isFollowing = false;
  /** The next move of the browser is this page's own doing. */
  #isReturning = false;
  #last = { pathname: "", search: "", hash: "" };

  constructor(page: ExtrasPage) {
    this.#window = page.window;
    this.#send = page.send;
    this.#now = () => page.clock.now();
    this.#arrivals = new Arrivals(page);
  }

  /** The session was opened at `asked`, and is at `local` now. The browser may have gone elsewhere meanwhile. */
  start(asked: string, local: string): void {
    const { location } = this.#window;
    this.#follow();
    const isExpected = location.pathname + location.search === asked.replace(/#.*/s, "");
    if (/[?&]tandem-join=/.test(location.search) || (isExpected && local !== asked)) {
      this.#put("replaceState", local);
      this.#note();
    } else if (!isExpected || (location.hash && location.hash !== "#")) {
      this.#tell();
    }
  }

  /** The session has changed its URL, or keeps it although the browser has another (`stay`). */
  navigate([local, mode, name, turn]: Json[]): void {
    this.#follow();
    const isOwn = name === this.#name;
    const position = isOwn ? this.#asked.get(turn as number) : undefined;
    if (mode === "stay") {
      if (isOwn && turn === this.#turn) this.#return();
    } else if (position === undefined) {
      this.#move(mode === "push" ? "pushState" : "replaceState", String(local));
    } else {
      // Where it has been all along, as when it was opened at a part of the page, it stays as it is.
      const isHere = position === this.#shown && local === this.#local;
      this.#shown = position;
      if (turn === this.#turn && !isHere) this.#land(String(local));
    }
  }

  stop(): void {
    this.#window.removeEventListener("popstate", this.#onPop);
    this.#window.removeEventListener("pagehide", this.#onHide);
    this.#arrivals.stop();
  }

  #move(method: "pushState" | "replaceState", local: string): void {
    const isPush = method === "pushState";
    this.#arrivals.leave(this.#shown);
    if (isPush) this.#shown = this.#position + 1;
    this.#put(method, local);
    this.#arrived();
  }

  /** The browser has gone there already, unless a guard sent elsewhere. */
  #land(local: string): void {
    if (this.#local !== local) this.#put("replaceState", local);
    this.#arrived(this.#shown);
  }

  #arrived(restore?: number): void {
    const { pathname, search, hash } = this.#window.location;
    const isNew = pathname !== this.#last.pathname;
    // A query that changes, as one types, leaves the page where it is scrolled to.
    const isPart = isNew || hash !== this.#last.hash || search === this.#last.search;
    this.#note();
    this.#arrivals.arrive({ isNew, hash: isPart ? hash : "", restore });
  }

  #note(): void {
    const { pathname, search, hash } = this.#window.location;
    this.#last = { pathname, search, hash };
  }

  #return(): void {
    const distance = this.#shown - this.#position;
    this.#isReturning = distance !== 0;
    if (distance) this.#window.history.go(distance);
  }

  #follow(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    const { history } = this.#window;
    const known = history.state?.[POSITION] as number | undefined;
    this.#shown = known ?? this.#now();
    this.#note();
    attempt(() => (history.scrollRestoration = "manual"));
    if (known === undefined) this.#put("replaceState", this.#local);
    else this.#arrivals.restore(known);
    this.#window.addEventListener("popstate", this.#onPop);
    this.#window.addEventListener("pagehide", this.#onHide);
  }

  readonly #onPop = (): void => {
    if (this.#isReturning) {
      this.#isReturning = false;
      return;
    }
    this.#arrivals.leave(this.#shown);
    // A link to a part of the page has made an entry of its own.
    if (!this.#window.history.state?.[POSITION]) {
      this.#put("replaceState", this.#local, this.#shown + 1);
    }
    this.#tell();
  };

  readonly #onHide = (): void => this.#arrivals.leave(this.#shown);

  #tell(): void {
    this.#asked.set(++this.#turn, this.#position);
    this.#asked.delete(this.#turn - 100);
    this.#send("tell", "history", [this.#local, this.#name, this.#turn]);
  }

  get #position(): number {
    return (this.#window.history.state?.[POSITION] as number | undefined) ?? this.#shown;
  }

  get #local(): string {
    const { pathname, search, hash } = this.#window.location;
    return pathname + search + hash;
  }

  /** Browsers refuse too many in a short time; the next gets through. */
  #put(method: "pushState" | "replaceState", local: string, position = this.#shown): void {
    const { history, location } = this.#window;
    attempt(() => history[method]({ ...history.state, [POSITION]: position }, "", location.origin + local));
  }
}
