import { EndWatch } from "../../end-watch.ts";

/** Pixels from the end that count as being there. */
const NEAR = 40;

/**
 * Keeps the end of what is in it in sight while that grows, until the person scrolls away; `data-away` says so, and a
 * button in it with `data-to-end` leads back.
 */
export class FollowElement extends HTMLElement {
  readonly #end = new EndWatch(this, NEAR);
  #changes: MutationObserver | undefined;
  #resizes: ResizeObserver | undefined;

  connectedCallback(): void {
    this.addEventListener("scroll", this.#scrolled, { passive: true });
    this.addEventListener("scrollend", this.#rested);
    this.addEventListener("click", this.#pressed);
    this.addEventListener("tandem-to-end", this.#toEnd);
    this.#changes = new MutationObserver(this.#changed);
    this.#changes.observe(this, { childList: true, subtree: true, characterData: true });
    this.#resizes = new ResizeObserver(this.#follow);
    this.#resizes.observe(this);
    this.#changed();
  }

  disconnectedCallback(): void {
    this.removeEventListener("scroll", this.#scrolled);
    this.removeEventListener("scrollend", this.#rested);
    this.removeEventListener("click", this.#pressed);
    this.removeEventListener("tandem-to-end", this.#toEnd);
    this.#changes?.disconnect();
    this.#resizes?.disconnect();
  }

  /** What is in it may also grow without a change, as where an image comes or something far is drawn. */
  readonly #changed = (): void => {
    for (const child of this.children) this.#resizes?.observe(child);
    this.#follow();
  };

  /** Goes to the end, wherever the person was. */
  readonly #toEnd = (): void => {
    this.#end.jump();
    this.#tell();
  };

  readonly #scrolled = (): void => {
    if (this.#end.isOther) return this.#follow();
    this.#end.look();
    this.#tell();
  };

  /** Near the end is at the end: a key's scrolling that was still under way may have left it a little short. */
  readonly #rested = (): void => {
    if (this.#end.isThere) this.#follow();
  };

  readonly #pressed = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest("[data-to-end]")) this.#toEnd();
  };

  readonly #follow = (): void => {
    this.#end.look();
    if (this.#end.isThere) this.#end.go();
    this.#tell();
  };

  #tell(): void {
    const isAway = !this.#end.isThere;
    if (this.hasAttribute("data-away") !== isAway) this.toggleAttribute("data-away", isAway);
  }
}

customElements.define("tandem-follow", FollowElement);
