import type { Clock, Timer } from "../core/clock.ts";
import type { EventDeclaration } from "../protocol/event-declaration.ts";

/** An event that is ready to be sent. */
export interface Sighting {
  declaration: EventDeclaration;
  /** The element listened on. */
  element: Element;
  /** Where it happened. */
  target: Element;
  send(): void;
}

interface Window {
  sighting: Sighting;
  /** Whether the last event of this window still waits. */
  waits: boolean;
  timer: Timer;
}

/**
 * Debounces and throttles. The last event is never lost, and nothing overtakes: whatever waits is sent before an
 * event of another kind or on another control.
 */
export class EventPacing {
  readonly #clock: Clock;
  readonly #windows = new Set<Window>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  offer(sighting: Sighting): void {
    this.#flushOthers(sighting);
    const { debounce, throttle } = sighting.declaration;
    const window = this.#windowOf(sighting);
    if (!debounce && !throttle) sighting.send();
    else if (window) this.#replace(window, sighting, debounce);
    else if (debounce) this.#open(sighting, { waits: true, ms: debounce });
    else {
      this.#open(sighting, { waits: false, ms: throttle });
      sighting.send();
    }
  }

  /** Sends all that waits. */
  flush(): void {
    for (const window of this.#windows) this.#send(window);
  }

  stop(): void {
    for (const window of this.#windows) this.#clock.clearTimeout(window.timer);
    this.#windows.clear();
  }

  #flushOthers({ declaration: { type }, target }: Sighting): void {
    for (const window of this.#windows) {
      const other = window.sighting;
      // Pointers cross many elements on their way; a text belongs to one.
      const isSame = other.declaration.type === type && (other.target === target || !/^(input|change)$/.test(type));
      if (!isSame) this.#send(window);
    }
  }

  #windowOf({ declaration, element }: Sighting): Window | undefined {
    for (const window of this.#windows) {
      if (window.sighting.declaration === declaration && window.sighting.element === element) return window;
    }
    return undefined;
  }

  #open(sighting: Sighting, { waits, ms }: { waits: boolean; ms: number }): void {
    const window: Window = { sighting, waits, timer: undefined };
    this.#windows.add(window);
    this.#arm(window, ms);
  }

  #replace(window: Window, sighting: Sighting, debounce: number): void {
    window.sighting = sighting;
    window.waits = true;
    if (debounce) {
      this.#clock.clearTimeout(window.timer);
      this.#arm(window, debounce);
    }
  }

  #arm(window: Window, ms: number): void {
    window.timer = this.#clock.setTimeout(() => this.#elapse(window), ms);
  }

  /** A throttled event that waited opens the next window. */
  #elapse(window: Window): void {
    const { throttle } = window.sighting.declaration;
    const goesOn = throttle > 0 && window.waits;
    this.#send(window);
    if (goesOn) this.#arm(window, throttle);
    else this.#windows.delete(window);
  }

  #send(window: Window): void {
    const { declaration } = window.sighting;
    if (declaration.debounce) {
      this.#clock.clearTimeout(window.timer);
      this.#windows.delete(window);
    }
    if (!window.waits) return;
    window.waits = false;
    window.sighting.send();
  }
}
