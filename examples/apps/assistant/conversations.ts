import {
  computed,
  effect,
  session,
  signal,
  untracked,
  type ReadonlySignal,
  type Signal,
} from "tandem";
import { createChat, type ChatEntry, type ChatThread } from "tandem/ui";
import { conversationsIn, Kept, placeOf } from "./kept.ts";
import { streamAnswer } from "./model.ts";

/** One conversation, called by how it begins. */
export interface Conversation {
  readonly id: string;
  readonly chat: ChatThread;
  readonly title: ReadonlySignal<string>;
}

/** A person's conversations, kept by their browser: the latest first, and one of them on the screen. */
export class Conversations {
  readonly all: Signal<readonly Conversation[]> = signal([]);
  readonly current: Signal<Conversation>;
  readonly #kept = session.get(Kept);
  #isLoaded = false;

  constructor() {
    this.current = signal(this.#make());
    this.all.value = [this.current.peek()];
    effect(() => {
      const ids = conversationsIn(this.#kept).map(({ id }) => id);
      const { isLoaded } = this.#kept;
      untracked(() => this.#follow(ids));
      this.#isLoaded = isLoaded;
    });
  }

  /** Goes to a new one; to the latest if nothing was said in that. */
  begin(): void {
    const [latest] = this.all.peek();
    if (!isEmpty(latest!)) this.all.update((all) => [this.#make(), ...all]);
    this.current.value = this.all.peek()[0]!;
  }

  open(conversation: Conversation): void {
    this.current.value = conversation;
  }

  remove(conversation: Conversation): void {
    conversation.chat.clear();
    this.#show(this.all.peek().filter((other) => other !== conversation));
  }

  /** Some have come from the browser, or from another of its tabs, or gone there. Who comes back is where they were. */
  #follow(ids: readonly string[]): void {
    const here = this.all.peek();
    const come = ids
      .filter((id) => here.every((each) => each.id !== id))
      .map((id) => this.#make(id));
    const isUntouched =
      !this.#isLoaded && here.length === 1 && isEmpty(here[0]!);
    const stay = here.filter(
      (each) =>
        ids.includes(each.id) || isEmpty(each) || each.chat.isReplying.peek(),
    );
    this.#show(isUntouched && come.length > 0 ? come : [...stay, ...come]);
  }

  #show(all: readonly Conversation[]): void {
    this.all.value = all.length === 0 ? [this.#make()] : all;
    if (!this.all.peek().includes(this.current.peek()))
      this.current.value = this.all.peek()[0]!;
  }

  #make(id: string = crypto.randomUUID()): Conversation {
    const chat = createChat({
      reply: streamAnswer,
      saved: placeOf(this.#kept, id),
    });
    const title = computed(() => titleOf(chat.entries.value));
    return { id, chat, title };
  }
}

/** What the person began with: words, or a file. */
function titleOf(entries: readonly ChatEntry[]): string {
  const first = entries.find(({ role }) => role === "user");
  const file = first?.attachments[0]?.name ?? first?.fileNames[0];
  return first?.text.value || file || "New chat";
}

const isEmpty = ({ chat }: Conversation): boolean =>
  chat.entries.peek().length === 0;
