import { untracked } from "../../reactive/graph.ts";
import type { ThreadEntry } from "./chat-message.ts";
import { readSaved, toSaved, type SavedIn, type SavedMessage } from "./saved-messages.ts";

/** What a thread keeps where its app says, and hears when that is changed from elsewhere. */
export class KeptThread {
  readonly #place: SavedIn;
  readonly #maxLength: number;
  /** As JSON: places may give back another object than they were given. */
  #last = "";

  constructor(place: SavedIn, maxLength: number) {
    this.#place = place;
    this.#maxLength = maxLength;
  }

  /** What is kept now, where that is not what this thread has kept or read last. Reactive. */
  news(): SavedMessage[] | undefined {
    const messages = readSaved(this.#place.value);
    const text = JSON.stringify(messages);
    if (text === this.#last) return undefined;
    this.#last = text;
    return messages;
  }

  keep(entries: readonly ThreadEntry[]): void {
    const messages = toSaved(entries, this.#maxLength);
    const text = JSON.stringify(messages);
    if (text === this.#last) return;
    this.#last = text;
    untracked(() => (this.#place.value = messages));
  }
}
