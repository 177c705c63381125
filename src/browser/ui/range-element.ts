/**
 * `<tandem-range>` around the native ranges of a slider: keeps the filled part of the track with the thumbs while they
 * move, before the server has heard of it, and two thumbs from passing each other.
 */
class RangeElement extends HTMLElement {
  static readonly observedAttributes = ["style"];

  connectedCallback(): void {
    // Before Tandem hears of it: what it tells is where the thumb may stand.
    this.ownerDocument.defaultView!.addEventListener("input", this.#onInput, true);
    for (const type of ["pointerdown", "keydown"]) this.addEventListener(type, keepReadonly);
  }

  disconnectedCallback(): void {
    this.ownerDocument.defaultView?.removeEventListener("input", this.#onInput, true);
  }

  /** The server says where the value is now; by the end of its frame the thumbs are there, or held by the person. */
  attributeChangedCallback(): void {
    queueMicrotask(() => this.#draw());
  }

  get #thumbs(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[type=range]")];
  }

  readonly #onInput = (event: Event): void => {
    const thumbs = this.#thumbs;
    const moved = event.target as HTMLInputElement;
    if (!thumbs.includes(moved)) return;
    const other = thumbs.find((thumb) => thumb !== moved);
    if (other) {
      const limit = Number(other.value);
      const isPast = moved.dataset["end"] === "from" ? Number(moved.value) > limit : Number(moved.value) < limit;
      if (isPast) moved.value = other.value;
    }
    this.#draw();
  };

  #draw(): void {
    const track = this.querySelector<HTMLElement>(".tandem-range-track");
    const parts = this.#thumbs.map(partOf);
    if (!track || parts.length === 0) return;
    track.style.setProperty("--range-from", String(parts.length > 1 ? parts[0] : 0));
    track.style.setProperty("--range-part", String(parts.at(-1)));
  }
}

function partOf({ value, min, max }: HTMLInputElement): number {
  const [least, most] = [Number(min || 0), Number(max || 100)];
  return most > least ? (Number(value) - least) / (most - least) : 0;
}

/** HTML knows no range that is only read: the server would put it back, but it need not move at all. */
function keepReadonly(event: Event): void {
  const { target } = event;
  if (target instanceof HTMLInputElement && target.readOnly && (event as KeyboardEvent).key !== "Tab")
    event.preventDefault();
}

customElements.define("tandem-range", RangeElement);
