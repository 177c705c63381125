import { session, signal, UserSettings, type Signal } from "tandem";
import type { Member } from "./rooms.ts";

/** What people are called, kept by their browser. */
export class Person extends UserSettings {
  name = "";
}

export const MOST_LETTERS = 24;
const STILL_TYPING = 4_000;

let guests = 0;

/** Who is at this session: their name, and whether they are writing. */
export class Self implements Member {
  readonly name: Signal<string>;
  readonly isTyping = signal(false);
  #timer: unknown;

  constructor() {
    this.name = signal(session.get(Person).name || `Guest ${++guests}`);
  }

  rename(name: string): void {
    const clean = name.trim().slice(0, MOST_LETTERS);
    if (clean === "") return;
    this.name.value = clean;
    session.get(Person).name = clean;
  }

  /** They wrote something just now; who stops is not writing soon after. */
  types(): void {
    const { clock } = session;
    clock.clearTimeout(this.#timer);
    this.isTyping.value = true;
    this.#timer = clock.setTimeout(
      () => void (this.isTyping.value = false),
      STILL_TYPING,
    );
  }

  stopsTyping(): void {
    session.clock.clearTimeout(this.#timer);
    this.isTyping.value = false;
  }
}
