/** A place on the plot, in pixels from its top left. */
export interface Spot {
  readonly left: number;
  readonly top: number;
}

/** What two fingers do: what was under the middle of them, and how far they were apart, when they came, and now. */
export interface Pinch {
  readonly from: number;
  readonly to: number;
  /** How many times as far apart they are. */
  readonly spread: number;
}

export interface TouchActions {
  /** One finger is at a place. */
  pointed(spot: Spot): void;
  /** Two fingers came. */
  grabbed(): void;
  pinched(pinch: Pinch): void;
  doubleTapped(): void;
}

/** A tap is no longer, and two of them no further apart in time (milliseconds). */
const TAP_TIME = 300;
/** A finger that moves further does not tap (pixels), and a second tap is no further from the first. */
const [TAP_MOVE, TAP_DISTANCE] = [10, 40];
/** Fingers nearer to each other tell no distance. */
const LEAST_DISTANCE = 10;

interface Finger {
  readonly first: Spot;
  readonly at: number;
  now: Spot;
}

/** What fingers do on an element. The browser keeps a finger that goes up or down, to scroll. */
export class Touch {
  readonly #element: HTMLElement;
  readonly #actions: TouchActions;
  readonly #fingers = new Map<number, Finger>();
  /** Of two fingers, how they stood when they came. */
  #grip: { readonly middle: number; readonly distance: number } | undefined;
  #lastTap: { readonly at: number; readonly spot: Spot } | undefined;

  constructor(element: HTMLElement, actions: TouchActions) {
    this.#element = element;
    this.#actions = actions;
    element.addEventListener("pointerdown", (event) => this.#hear(event, () => this.#down(event)));
    element.addEventListener("pointermove", (event) => this.#hear(event, () => this.#move(event)));
    element.addEventListener("pointerup", (event) => this.#hear(event, () => this.#up(event)));
    element.addEventListener("pointercancel", (event) => this.#hear(event, () => this.#gone(event)));
    // Two fingers that begin to go down would scroll the page.
    element.addEventListener("touchmove", keepFromPage, { passive: false });
  }

  /** Mouse and pen are others' to hear. */
  #hear({ pointerType }: PointerEvent, react: () => void): void {
    if (pointerType === "touch") react();
  }

  #spotOf({ clientX, clientY }: PointerEvent): Spot {
    const { left, top } = this.#element.getBoundingClientRect();
    return { left: clientX - left, top: clientY - top };
  }

  #down(event: PointerEvent): void {
    const spot = this.#spotOf(event);
    this.#fingers.set(event.pointerId, { first: spot, at: event.timeStamp, now: spot });
    this.#grip = undefined;
    if (this.#fingers.size === 1) return this.#actions.pointed(spot);
    this.#lastTap = undefined;
    if (this.#fingers.size !== 2) return;
    this.#grip = this.#stance();
    this.#actions.grabbed();
  }

  #move(event: PointerEvent): void {
    const finger = this.#fingers.get(event.pointerId);
    if (finger === undefined) return;
    finger.now = this.#spotOf(event);
    if (this.#grip === undefined) {
      if (this.#fingers.size === 1) this.#actions.pointed(finger.now);
      return;
    }
    const { middle, distance } = this.#stance();
    this.#actions.pinched({ from: this.#grip.middle, to: middle, spread: distance / this.#grip.distance });
  }

  #up(event: PointerEvent): void {
    const finger = this.#fingers.get(event.pointerId);
    const isAlone = this.#fingers.size === 1;
    this.#gone(event);
    if (finger === undefined || !isAlone) return;
    const [spot, at] = [this.#spotOf(event), event.timeStamp];
    const isTap = at - finger.at < TAP_TIME && distanceOf(finger.first, spot) < TAP_MOVE;
    const last = this.#lastTap;
    const isSecond = last !== undefined && at - last.at < TAP_TIME && distanceOf(last.spot, spot) < TAP_DISTANCE;
    this.#lastTap = isTap && !isSecond ? { at, spot } : undefined;
    if (isTap && isSecond) this.#actions.doubleTapped();
  }

  #gone({ pointerId }: PointerEvent): void {
    this.#fingers.delete(pointerId);
    this.#grip = undefined;
  }

  #stance(): { middle: number; distance: number } {
    const [one, other] = [...this.#fingers.values()] as [Finger, Finger];
    return {
      middle: (one.now.left + other.now.left) / 2,
      distance: Math.max(LEAST_DISTANCE, distanceOf(one.now, other.now)),
    };
  }
}

const distanceOf = (one: Spot, other: Spot): number => Math.hypot(one.left - other.left, one.top - other.top);

function keepFromPage(event: TouchEvent): void {
  if (event.touches.length > 1 && event.cancelable) event.preventDefault();
}
