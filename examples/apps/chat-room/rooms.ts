import { computed, signal, type ReadonlySignal, type Signal } from "tandem";

/** What somebody said, or that somebody came or went. */
export interface Message {
  readonly id: number;
  readonly author: string | undefined;
  readonly text: string;
  readonly time: number;
}

/** Somebody in a room, for as long as a page of theirs shows it. */
export interface Member {
  readonly name: Signal<string>;
  readonly isTyping: Signal<boolean>;
}

const MOST_KEPT = 500;
export const MOST_CHARACTERS = 1_000;
const MOST_ROOMS = 50;
const NOTES_IN_A_ROW = 4;
const FIRST_ROOMS = ["lobby", "bells", "tea"];

const isNote = ({ author }: Message): boolean => author === undefined;

let lastId = 0;

/** A room, the same for all sessions: what is said in it, and who is there. */
export class Room {
  readonly name: string;
  readonly messages: Signal<readonly Message[]> = signal([]);
  readonly members: Signal<readonly Member[]> = signal([]);
  /** Names of those who write, but for one's own. */
  readonly typing: ReadonlySignal<readonly Member[]> = computed(() =>
    this.members.value.filter(({ isTyping }) => isTyping.value),
  );

  constructor(name: string) {
    this.name = name;
  }

  /** Comes in, and answers what goes out again. */
  enter(member: Member, now: number): (then: number) => void {
    this.members.update((all) => [...all, member]);
    this.#note(`${member.name.peek()} is here.`, now);
    return (then) => {
      this.members.update((all) => all.filter((other) => other !== member));
      this.#note(`${member.name.peek()} has left.`, then);
    };
  }

  /** Says something, unless there is nothing in it. */
  say(author: string, text: string, time: number): boolean {
    const said = text.trim().slice(0, MOST_CHARACTERS);
    if (said === "") return false;
    this.#add({ id: ++lastId, author, text: said, time });
    return true;
  }

  /** Who comes and goes without end pushes nothing out of sight: of those notes, only the last few are kept. */
  #note(text: string, time: number): void {
    const before = this.messages.peek();
    const old = before.at(-NOTES_IN_A_ROW);
    const isRow = before.slice(-NOTES_IN_A_ROW).every(isNote);
    if (old !== undefined && isRow)
      this.messages.value = before.filter((message) => message !== old);
    this.#add({ id: ++lastId, author: undefined, text, time });
  }

  #add(message: Message): void {
    this.messages.update((all) => [...all, message].slice(-MOST_KEPT));
  }
}

/** All rooms there are, for all sessions. */
export const rooms: Signal<readonly Room[]> = signal(
  FIRST_ROOMS.map((name) => new Room(name)),
);

/** A room's name as it stands in an address: letters, digits and dashes. */
export const roomName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 24);

/** Closes the oldest room that nobody is in, so that nobody can fill the house for all others. */
function closeOne(): boolean {
  const empty = rooms
    .peek()
    .find(
      ({ name, members }) =>
        members.peek().length === 0 && !FIRST_ROOMS.includes(name),
    );
  rooms.update((all) => all.filter((room) => room !== empty));
  return empty !== undefined;
}

/** The room of that name, made if there is none yet; nothing where it is no name, or there are too many that somebody is in. */
export function openRoom(text: string): Room | undefined {
  const name = roomName(text);
  const found = rooms.peek().find((room) => room.name === name);
  if (found !== undefined || name === "") return found;
  if (rooms.peek().length >= MOST_ROOMS && !closeOne()) return undefined;
  const room = new Room(name);
  rooms.update((all) => [...all, room]);
  return room;
}
