import { session, signal, UserSettings, type Signal } from "tandem";
import type { Member } from "./rooms.ts";

/** What people are called, kept by their browser. */
export class Person extends UserSettings {
  name = "";
}

export const MOST_LETTERS = 24;
const STILL_TYPING = 4_000;

let guests = 0;

/** Who is called what, in small letters. Nobody can be taken for somebody else who is there. */
const taken = new Map<string, Self>();

/** A name as it may be: without what cannot be seen or turns text round, as nobody could tell it from another. */
export const cleanName = (name: string): string =>
  Array.from(
    name
      .slice(0, 10 * MOST_LETTERS)
      .normalize("NFKC")
      .replace(/\s+/g, " ")
      .replace(/\p{C}/gu, "")
      .trim(),
  )
    .slice(0, MOST_LETTERS)
    .join("")
    .trim();

/** So many messages at once, and then one in so many milliseconds. */
const AT_ONCE = 5;
const PAUSE = 1_000;

/** Who is at this session: their name, and whether they are writing. */
export class Self implements Member {
  readonly name: Signal<string>;
  readonly isTyping = signal(false);
  #timer: unknown;
  /** When as many messages as may be said at once can be said again. */
  #isFreshAt = 0;

  constructor() {
    this.name = signal("");
    this.#take(cleanName(session.get(Person).name) || `Guest ${++guests}`);
    session.onEnded(() => void taken.delete(keyOf(this.name.peek())));
  }

  /** Takes another name. Where somebody has it, a number tells them apart. */
  rename(name: string): void {
    const clean = cleanName(name);
    if (clean === "") return;
    taken.delete(keyOf(this.name.peek()));
    this.#take(clean);
    session.get(Person).name = clean;
  }

  /** Whether they may say something now, which then counts. */
  maySpeak(): boolean {
    const now = session.clock.now();
    const freshAt = Math.max(this.#isFreshAt, now) + PAUSE;
    if (freshAt > now + AT_ONCE * PAUSE) return false;
    this.#isFreshAt = freshAt;
    return true;
  }

  #take(name: string): void {
    let free = name;
    for (let count = 2; taken.has(keyOf(free)); count++)
      free = `${name} (${count})`;
    taken.set(keyOf(free), this);
    this.name.value = free;
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

const keyOf = (name: string): string => name.toLowerCase();
