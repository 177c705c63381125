import { parseEventDeclarations, type EventDeclaration } from "../protocol/event-declaration.ts";

/** Commands by event type, as `data-do` holds them. */
export type CommandTable = Record<string, [name: string, target: string, ...args: string[]][]>;

/** Reads declarations of events and commands, each text once, and has the types that appear listened to. */
export class Declarations {
  readonly #listenTo: (type: string, cancels: boolean) => void;
  readonly #events = new Map<string, EventDeclaration[]>();
  readonly #commands = new Map<string, CommandTable>();

  constructor(listenTo: (type: string, cancels: boolean) => void) {
    this.#listenTo = listenTo;
  }

  events(text: string): readonly EventDeclaration[] {
    let declared = this.#events.get(text);
    if (!declared) {
      declared = parseEventDeclarations(text);
      for (const { type, preventDefault } of declared) this.#listenTo(type, preventDefault);
      this.#events.set(text, declared);
    }
    return declared;
  }

  commands(text: string): CommandTable {
    let table = this.#commands.get(text);
    if (!table) {
      table = JSON.parse(text) as CommandTable;
      for (const type in table) this.#listenTo(type, false);
      this.#commands.set(text, table);
    }
    return table;
  }
}
