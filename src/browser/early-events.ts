import type { Snapshot } from "./payload.ts";

type Entry = [event: Event, value: string | undefined, checked: boolean | undefined, form: FormData | false];
/** What `early-capture.ts` left: the events, the types it listens to, and its listener. */
type EarlyQueue = Entry[] & { k: string[]; f(event: Event): void };

/** What a person did before the runtime was there. */
export class EarlyEvents {
  readonly #entries: Entry[];

  /** Ends the early script's own listening; nothing can happen before the runtime's begins. */
  constructor(window: Window) {
    const queue = (window as Window & { tandemEarly?: EarlyQueue }).tandemEarly;
    this.#entries = queue?.splice(0) ?? [];
    for (const type of queue?.k ?? []) window.removeEventListener(type, queue!.f, true);
  }

  /** Whether the control was changed in that time. */
  touched(control: Element): boolean {
    return this.#entries.some(([event]) => event.target === control && /^(input|change)$/.test(event.type));
  }

  replay(handle: (event: Event, snapshot: Snapshot) => void): void {
    for (const [event, value, checked, form] of this.#entries) {
      handle(event, { value, checked, form: form || undefined });
    }
  }
}
