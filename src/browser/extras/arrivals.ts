import type { Clock } from "../../core/clock.ts";
import { attempt } from "../attempt.ts";
import type { ExtrasPage } from "./extras.ts";

const KEY = "tandem-scroll";

/** Positions of what scrolls, from the outermost. */
type Scrolls = (readonly [left: number, top: number])[];

export interface Arrival {
  /** Whether another page is shown, not just another part of the same. */
  isNew: boolean;
  hash: string;
  /** The history's entry that was gone back to. */
  restore: number | undefined;
}

/** What a browser does when it has loaded a page: scrolls, sets the focus, and tells those who hear instead of see. */
export class Arrivals {
  readonly #window: Window;
  readonly #clock: Clock;
  readonly #scrolls: Record<number, Scrolls>;
  readonly #announcer: HTMLElement;
  /** What the app itself gave the focus, in this frame. */
  #focused: Element | undefined;

  constructor({ window, clock }: ExtrasPage) {
    const { document } = window;
    this.#window = window;
    this.#clock = clock;
    this.#scrolls = attempt(() => JSON.parse(window.sessionStorage.getItem(KEY)!)) ?? {};
    this.#announcer = document.createElement("p");
    this.#announcer.setAttribute("role", "status");
    this.#announcer.style.cssText =
      "position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%)";
    document.body.append(this.#announcer);
    document.addEventListener("focusin", this.#onFocus);
  }

  /** Remembers where the page was scrolled to. */
  leave(entry: number): void {
    this.#scrolls[entry] = this.#scrollers().map(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
    attempt(() => this.#window.sessionStorage.setItem(KEY, JSON.stringify(this.#scrolls)));
  }

  restore(entry: number): boolean {
    const known = this.#scrolls[entry];
    if (known) this.#scrollers().forEach((scroller, i) => scrollTo(scroller, known[i] ?? [0, 0]));
    return !!known;
  }

  arrive({ isNew, hash, restore }: Arrival): void {
    const { document } = this.#window;
    // A heading that gets the focus is read out by that.
    const isRead = isNew && this.#focus();
    if (restore === undefined || !this.restore(restore)) {
      const part = hash && document.getElementById(decode(hash.slice(1)));
      if (part) part.scrollIntoView();
      else if (isNew) for (const scroller of this.#scrollers()) scrollTo(scroller, [0, 0]);
    }
    if (isNew) this.#announcer.textContent = isRead ? "" : document.title;
  }

  stop(): void {
    this.#window.document.removeEventListener("focusin", this.#onFocus);
    this.#announcer.remove();
  }

  /** Says whether a heading has it now. What the app gave the focus in this very frame keeps it. */
  #focus(): boolean {
    const target = this.#target();
    const active = this.#window.document.activeElement;
    if (!target || (this.#focused && this.#focused === active)) return false;
    if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) {
      target.tabIndex = -1;
      target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
    }
    target.focus({ preventScroll: true });
    return target.nodeName === "H1";
  }

  #target(): HTMLElement | null {
    const { document } = this.#window;
    for (const selector of ["[autofocus]", "main h1", "h1", "main"]) {
      const found = document.querySelector<HTMLElement>(`#tandem-root ${selector}`);
      if (found) return found;
    }
    return null;
  }

  /** What the page's heading stands in, as far as it scrolls, and the window. */
  #scrollers(): Element[] {
    const { document } = this.#window;
    const scrollers: Element[] = [];
    for (let element = this.#target()?.parentElement; element; element = element.parentElement) {
      if (element.scrollHeight > element.clientHeight && element !== document.scrollingElement)
        scrollers.unshift(element);
    }
    return [document.scrollingElement ?? document.documentElement, ...scrollers];
  }

  readonly #onFocus = ({ target }: Event): void => {
    this.#focused = target as Element;
    // After this frame: what a person focused before does not count.
    this.#clock.setTimeout(() => (this.#focused = undefined), 0);
  };
}

const scrollTo = (scroller: Element, [left, top]: Scrolls[number]): void =>
  scroller.scrollTo({ left, top, behavior: "instant" });

const decode = (text: string): string => attempt(() => decodeURIComponent(text)) ?? text;
