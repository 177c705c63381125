import { EndWatch } from "../../end-watch.ts";
import { takeProperty } from "./live-property.ts";
import { LogCache } from "./log-cache.ts";
import { makeRow } from "./log-rows.ts";

/** What the session says is to be seen. */
interface LogState {
  request: string;
  generation: number;
  /** The first position there is, and the end. */
  start: number;
  end: number;
  query: string;
  wraps: boolean;
  isNumbered: boolean;
}

/** Browsers cannot scroll further than some millions of pixels; longer logs scroll faster than they are long. */
const MAX_HEIGHT = 8_000_000;
/** Pixels from the end that count as being there. */
const NEAR = 4;

/**
 * The lines of a log that are in sight, of any number.
 *
 *     ┌ element, scrolls ─┐
 *     │ spacer, as high   │   The window stays in sight, and holds the rows for where the scrollbar is; what is
 *     │ as all lines      │   above and below it is nothing but height.
 *     │ ┌ window, sticky ┐│
 *     │ │ rows           ││
 */
export class LogElement extends HTMLElement {
  readonly #spacer = document.createElement("div");
  readonly #window = document.createElement("div");
  readonly #toEnd = document.createElement("button");
  readonly #cache = new LogCache(() => this.#draw());
  readonly #rows = new Map<string, HTMLElement>();
  #state: LogState | undefined;
  #rowHeight = 20;
  /** Where the lines began when they were laid out. */
  #first = 0;
  readonly #end = new EndWatch(this, NEAR);
  #isDrawing = false;
  #resizes: ResizeObserver | undefined;

  get view(): LogState | undefined {
    return this.#state;
  }

  set view(state: LogState | undefined) {
    const isFirst = this.#state === undefined;
    if (state !== undefined && state.generation !== this.#state?.generation) this.#end.isThere = true;
    this.#state = state;
    if (state === undefined) return;
    this.#cache.turnTo(state.request, state.generation);
    if (isFirst && this.isConnected) this.#build();
    else this.#layOut();
  }

  connectedCallback(): void {
    takeProperty(this, "view");
    this.addEventListener("scroll", this.#scrolled, { passive: true });
    this.#resizes = new ResizeObserver(() => this.#layOut());
    this.#resizes.observe(this);
    if (this.#state !== undefined && !this.contains(this.#spacer)) this.#build();
  }

  disconnectedCallback(): void {
    this.#resizes?.disconnect();
    this.removeEventListener("scroll", this.#scrolled);
  }

  #build(): void {
    this.#spacer.className = "tandem-log-spacer";
    this.#window.className = "tandem-log-window";
    this.#toEnd.className = "tandem-log-to-end tandem-button";
    this.#toEnd.type = "button";
    this.#toEnd.hidden = true;
    this.#toEnd.textContent = "Jump to the end";
    this.#toEnd.onclick = () => this.#goToEnd();
    this.#spacer.append(this.#window);
    this.replaceChildren(this.#spacer, this.#toEnd);
    this.#measure();
    this.#layOut();
  }

  #measure(): void {
    const probe = makeRow([1, "", ["x"]], { isNumbered: false, query: "" });
    this.#window.replaceChildren(probe);
    this.#rowHeight = Math.max(8, probe.getBoundingClientRect().height);
    probe.remove();
  }

  readonly #scrolled = (): void => {
    this.#end.look();
    this.#draw();
  };

  #goToEnd(): void {
    this.#end.jump();
    this.#layOut();
    this.focus({ preventScroll: true });
  }

  /** Gives the spacer its height, and stays where the person is: at the end, or at the same lines. */
  #layOut(): void {
    if (this.#state === undefined || !this.contains(this.#spacer)) return;
    const { start, end, wraps } = this.#state;
    const before = this.#position;
    this.#end.look();
    this.toggleAttribute("data-wraps", wraps);
    this.style.setProperty("--digits", String(Math.max(3, String(end).length)));
    this.#window.style.height = `${this.clientHeight}px`;
    this.#spacer.style.height = `${Math.min(MAX_HEIGHT, Math.max((end - start) * this.#rowHeight, this.clientHeight))}px`;
    if (this.#end.isThere) this.#end.go();
    else this.#stayAt(before);
    this.#first = start;
    this.#draw();
  }

  /** Which line is at the upper edge, in lines and parts of them. */
  get #position(): number {
    const range = this.scrollHeight - this.clientHeight;
    return range <= 0 || !this.#state ? this.#first : this.#first + (this.scrollTop / range) * this.#scrollable;
  }

  /** How many lines there are to scroll over. */
  get #scrollable(): number {
    const { start, end } = this.#state!;
    return Math.max(0, end - start - this.clientHeight / this.#rowHeight);
  }

  #stayAt(position: number): void {
    const range = this.scrollHeight - this.clientHeight;
    const { start } = this.#state!;
    if (this.#scrollable > 0) this.scrollTop = (Math.max(0, position - start) / this.#scrollable) * range;
  }

  #draw(): void {
    if (this.#isDrawing || this.#state === undefined) return;
    this.#isDrawing = true;
    requestAnimationFrame(() => {
      this.#isDrawing = false;
      if (this.isConnected) this.#drawNow();
    });
  }

  #drawNow(): void {
    const { start, end } = this.#state!;
    const rows = Math.ceil(this.clientHeight / this.#rowHeight) + 1;
    const isAtEnd = this.#end.isThere;
    const position = isAtEnd ? Math.max(start, end - rows) : Math.max(start, this.#position);
    const first = Math.floor(position);
    const shown: HTMLElement[] = [];
    for (let at = first; at < Math.min(end, first + rows); at++) shown.push(this.#row(at));
    this.#keep(shown);
    // At the end the last line is whole; elsewhere the first is cut as far as it is scrolled over.
    this.#window.toggleAttribute("data-at-end", isAtEnd && end - start >= rows - 1);
    const [top] = shown;
    this.#window.style.setProperty("--over", isAtEnd ? "0px" : `${-(position - first) * (top?.offsetHeight ?? 0)}px`);
    this.#toEnd.hidden = isAtEnd;
  }

  /** The element of a row, made once while it is in sight, so that what is selected stays so. */
  #row(position: number): HTMLElement {
    const { end, generation, query, isNumbered } = this.#state!;
    const row = this.#cache.row(position, end);
    const key = `${generation} ${position} ${query} ${row === undefined ? "" : row[0]}`;
    let element = this.#rows.get(key);
    if (element === undefined) this.#rows.set(key, (element = makeRow(row, { isNumbered, query })));
    return element;
  }

  #keep(shown: readonly HTMLElement[]): void {
    const wanted = new Set(shown);
    for (const [key, element] of this.#rows) if (!wanted.has(element)) this.#rows.delete(key);
    for (const child of Array.from(this.#window.children)) if (!wanted.has(child as HTMLElement)) child.remove();
    shown.forEach((element, index) => {
      if (this.#window.children[index] !== element)
        this.#window.insertBefore(element, this.#window.children[index] ?? null);
    });
  }
}

customElements.define("tandem-log", LogElement);
