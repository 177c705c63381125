import { isUnheard, tell } from "./told.ts";

/** Dividers of `Split`: what a drag or a key makes of them is shown at once, and the session is told. */
export function startSplits(document: Document): void {
  document.addEventListener("pointerdown", (event) => {
    const divider = dividerOf(event.target);
    if (divider && event.button === 0) drag(divider, event);
  });
  document.addEventListener("keydown", (event) => {
    const divider = dividerOf(event.target);
    if (divider) press(divider, event);
  });
  document.addEventListener("dblclick", (event) => {
    const divider = dividerOf(event.target);
    if (divider) placeOf(divider).end(50);
  });
}

function dividerOf(target: EventTarget | null): HTMLElement | null {
  const divider = (target as Element).closest<HTMLElement>(".tandem-split-divider");
  return divider?.ariaDisabled === "true" ? null : divider;
}

function drag(divider: HTMLElement, { pointerId }: PointerEvent): void {
  const over = new AbortController();
  const place = placeOf(divider);
  divider.setPointerCapture(pointerId);
  divider.dataset.dragged = "";
  const follow = (event: PointerEvent) => place.move(placeAt(divider, event));
  const end = () => {
    over.abort();
    delete divider.dataset.dragged;
    place.end(place.now);
  };
  divider.addEventListener("pointermove", follow, over);
  divider.addEventListener("lostpointercapture", end, over);
}

/** How much the first part would have, in percent, with the divider below the pointer. */
function placeAt(divider: HTMLElement, { clientX, clientY }: PointerEvent): number {
  const { left, top, width, height } = divider.parentElement!.getBoundingClientRect();
  if (isVertical(divider)) return ((clientY - top) / height) * 100;
  const part = ((clientX - left) / width) * 100;
  return isFromTheRight(divider) ? 100 - part : part;
}

function press(divider: HTMLElement, event: KeyboardEvent): void {
  const step = event.shiftKey ? 10 : 1;
  const [less, more] = isVertical(divider) ? ["ArrowUp", "ArrowDown"] : horizontalKeys(divider);
  const by: Record<string, number> = { [less]: -step, [more]: step, Home: -Infinity, End: Infinity };
  const change = by[event.key];
  if (change === undefined) return;
  event.preventDefault();
  const place = placeOf(divider);
  place.end(Math.round(place.now) + change);
}

const isVertical = (divider: HTMLElement): boolean => divider.ariaOrientation === "horizontal";
const isFromTheRight = (divider: HTMLElement): boolean => getComputedStyle(divider).direction === "rtl";
const horizontalKeys = (divider: HTMLElement): [string, string] =>
  isFromTheRight(divider) ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];

const places = new WeakMap<HTMLElement, DividerPlace>();

/** Of a divider that a person has moved before, or moves now. */
function placeOf(divider: HTMLElement): DividerPlace {
  const known = places.get(divider) ?? new DividerPlace(divider);
  places.set(divider, known);
  return known;
}

/** Where a divider is, in percent. What the session says of moves before the last does not take it back. */
class DividerPlace {
  readonly #divider: HTMLElement;
  readonly #split: HTMLElement;
  #own: number;

  constructor(divider: HTMLElement) {
    this.#divider = divider;
    this.#split = divider.parentElement!;
    this.#own = this.#said;
    new MutationObserver(() => this.#settle()).observe(this.#split, { attributeFilter: ["data-place", "data-heard"] });
  }

  get now(): number {
    return this.#own;
  }

  /** Where it is by what the session says. */
  get #said(): number {
    return Number(this.#split.dataset.place);
  }

  /** Moves it as far as it may. */
  move(wanted: number): void {
    const { ariaValueMin, ariaValueMax } = this.#divider;
    this.#show(Math.min(Number(ariaValueMax), Math.max(Number(ariaValueMin), wanted)));
  }

  /** Moves it, and tells the session where it is by now. */
  end(wanted: number): void {
    this.move(wanted);
    tell(this.#split, "tandem-split", Math.round(this.#own * 10) / 10);
  }

  #show(place: number): void {
    this.#own = place;
    this.#split.style.setProperty("--split", `${place}%`);
    this.#divider.ariaValueNow = String(Math.round(place));
  }

  /** The session's own changes of the style are undone with it. */
  #settle(): void {
    const isHeeded = !isUnheard(this.#split) && this.#divider.dataset.dragged === undefined;
    this.#show(isHeeded ? this.#said : this.#own);
  }
}
