import { computed, signal, type ReadonlySignal, type Signal } from "tandem";
import { createChat, type ChatThread } from "tandem/ui";
import { streamAnswer } from "./model.ts";

/** One conversation, called by how it begins. */
export interface Conversation {
  readonly id: number;
  readonly chat: ChatThread;
  readonly title: ReadonlySignal<string>;
}

/** The conversations of a session: the latest first, and one of them on the screen. */
export class Conversations {
  readonly all: Signal<readonly Conversation[]> = signal([]);
  readonly current: Signal<Conversation>;
  #lastId = 0;

  constructor() {
    this.current = signal(this.#make());
    this.all.value = [this.current.peek()];
  }

  /** Goes to a new one; to the latest if nothing was said in that. */
  begin(): void {
    const [latest] = this.all.peek();
    if (latest!.chat.entries.peek().length > 0)
      this.all.update((all) => [this.#make(), ...all]);
    this.current.value = this.all.peek()[0]!;
  }

  open(conversation: Conversation): void {
    this.current.value = conversation;
  }

  remove(conversation: Conversation): void {
    conversation.chat.stop();
    const others = this.all.peek().filter((other) => other !== conversation);
    this.all.value = others.length === 0 ? [this.#make()] : others;
    if (this.current.peek() === conversation)
      this.current.value = this.all.peek()[0]!;
  }

  #make(): Conversation {
    const chat = createChat({ reply: streamAnswer });
    const title = computed(
      () =>
        chat.entries.value.find(({ role }) => role === "user")?.text.value ||
        "New chat",
    );
    return { id: ++this.#lastId, chat, title };
  }
}
