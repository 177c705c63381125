import { computed } from "../../reactive/computed.ts";
import { randomId } from "../../core/ids.ts";
import { untracked } from "../../reactive/graph.ts";
import { signal, type ReadonlySignal } from "../../reactive/signal.ts";
import { currentSession } from "../../session/current.ts";
import type { Session } from "../../session/session.ts";
import type { Task } from "../../session/task.ts";
import type { FileInfo } from "../../session/uploads/file-info.ts";
import { ThreadEntry, type ChatEntry, type ChatMessage } from "./chat-message.ts";
import { KeptThread } from "./kept-thread.ts";
import { readPieces } from "./read-pieces.ts";
import type { SavedIn, SavedMessage } from "./saved-messages.ts";

/** What a reply may use besides the messages. */
export interface ReplyContext {
  /** Aborted when the person stops the answer, and when the session ends. */
  readonly signal: AbortSignal;
  /** The files that came with the last message. */
  readonly attachments: readonly FileInfo[];
}

/** Answers a thread, piece by piece: what a model streams, or any generator. */
export type Reply = (
  messages: readonly ChatMessage[],
  context: ReplyContext,
) => AsyncIterable<string> | PromiseLike<AsyncIterable<string>>;

export interface ChatOptions {
  reply: Reply;
  /** What was said before; where `saved` holds something, that is shown instead. */
  messages?: readonly ChatMessage[];
  /**
   * Where the conversation is kept: a signal, or any object whose `value` can be read live and set, such as one in front
   * of a `UserSettings`. Each message is in it once it is whole, as plain data; what is changed in it from elsewhere is
   * shown.
   */
  saved?: SavedIn;
  /** How much is kept, in characters of JSON: of what is longer, the latest messages. 12,000 unless told. */
  maxSaved?: number;
  /** The longest message a person can send, in characters; 20,000 unless told. */
  maxLength?: number;
}

const MAX_LENGTH = 20_000;
const MAX_SAVED = 12_000;

/** What was said, and what is being answered. Made by `createChat`, and shown by `Chat`. */
export class ChatThread {
  readonly maxLength: number;
  readonly #session: Session;
  readonly #reply: Reply;
  readonly #entries = signal<readonly ThreadEntry[]>([]);
  readonly #task = signal<Task<unknown> | undefined>(undefined);
  readonly #isReplying = computed(() => this.#task.value?.closed.value === false);
  readonly #kept: KeptThread | undefined;
  /** Shown where nothing is kept. */
  readonly #first: readonly ThreadEntry[];
  #lastId = 0;

  constructor(session: Session, options: ChatOptions) {
    const { reply, messages = [], maxLength = MAX_LENGTH, saved, maxSaved = MAX_SAVED } = options;
    this.#session = session;
    this.#reply = reply;
    this.maxLength = maxLength;
    for (const message of messages) this.#append(message);
    this.#first = this.#entries.peek();
    this.#kept = saved && new KeptThread(saved, maxSaved);
    untracked(() => this.readSaved());
  }

  /** All messages, the oldest first; reactive. */
  get entries(): ReadonlySignal<readonly ChatEntry[]> {
    return this.#entries;
  }

  /** Whether an answer is on its way; reactive. */
  get isReplying(): ReadonlySignal<boolean> {
    return this.#isReplying;
  }

  /** The messages as they stand now, to be kept or answered. */
  messages(): ChatMessage[] {
    return this.#entries.peek().map((entry) => entry.snapshot());
  }

  /** Adds a message without an answer to it, such as a note of the app. */
  append(message: ChatMessage): ChatEntry {
    const entry = this.#append(message);
    this.#keep();
    return entry;
  }

  /**
   * Says something for the person, and has it answered. Says whether it was taken: what is empty or too long is not, and
   * nothing is while an answer is on its way.
   */
  send(text: string, attachments: readonly FileInfo[] = []): boolean {
    const said = text.trim();
    if (this.isReplying.peek() || said.length > this.maxLength) return false;
    if (said === "" && attachments.length === 0) return false;
    this.append({ role: "user", text: said, attachments });
    this.#answer();
    return true;
  }

  /** Stops the answer that is on its way; what has come stays. */
  stop(): void {
    this.#task.peek()?.cancel();
  }

  /** Has the last message of the person answered again, in place of what came after it. */
  retry(): boolean {
    const last = this.#lastOfPerson();
    if (last < 0 || this.isReplying.peek()) return false;
    this.#entries.value = this.#entries.peek().slice(0, last + 1);
    this.#answer();
    return true;
  }

  /** Says the last message of the person in other words; what came after it goes. */
  editLast(text: string): boolean {
    const last = this.#lastOfPerson();
    const said = text.trim();
    if (last < 0 || this.isReplying.peek() || said === "" || said.length > this.maxLength) return false;
    const { attachments } = this.#entries.peek()[last]!;
    this.#entries.value = this.#entries.peek().slice(0, last);
    return this.send(said, attachments);
  }

  /**
   * Shows what is kept, where that has been changed from elsewhere; `Chat` does so in an effect. While an answer is on its
   * way the thread stands as it is, and is kept when that has ended.
   */
  readSaved(): void {
    const messages = this.#kept?.news();
    if (messages === undefined || this.#isReplying.peek()) return;
    const shown = this.#entries.peek();
    let same = 0;
    while (same < messages.length && isSame(shown[same], messages[same]!)) same++;
    const others = messages.slice(same).map((message) => this.#restored(message));
    this.#entries.value = messages.length === 0 ? this.#first : [...shown.slice(0, same), ...others];
  }

  /** Forgets all messages. */
  clear(): void {
    this.stop();
    this.#entries.value = [];
    this.#keep();
  }

  #append(message: ChatMessage): ThreadEntry {
    return this.#add(new ThreadEntry(++this.#lastId, { time: this.#now(), ...message }));
  }

  #keep(): void {
    this.#kept?.keep(this.#entries.peek());
  }

  #restored({ isPart, ...message }: SavedMessage): ThreadEntry {
    return new ThreadEntry(++this.#lastId, message, isPart ? "stopped" : "whole");
  }

  #lastOfPerson(): number {
    return this.#entries.peek().findLastIndex(({ role }) => role === "user");
  }

  #now(): number {
    return this.#session.clock.now();
  }

  #add(entry: ThreadEntry): ThreadEntry {
    this.#entries.value = [...this.#entries.peek(), entry];
    return entry;
  }

  #answer(): void {
    const messages = this.messages();
    const entry = this.#add(
      new ThreadEntry(++this.#lastId, { role: "assistant", text: "", time: this.#now() }, "coming"),
    );
    const task = this.#session.createTask((aborted) => this.#run(entry, messages, aborted), { name: "reply" });
    this.#task.value = task;
    void task.done.then(() => this.#settle(entry, "stopped"));
  }

  async #run(entry: ThreadEntry, messages: readonly ChatMessage[], aborted: AbortSignal): Promise<void> {
    const attachments = messages.at(-1)?.attachments ?? [];
    try {
      const pieces = await this.#reply(messages, { signal: aborted, attachments });
      const show = (text: string) => void (entry.text.value = text);
      await readPieces(pieces, { clock: this.#session.clock, aborted, show });
      this.#settle(entry, aborted.aborted ? "stopped" : "whole");
    } catch (error) {
      if (aborted.aborted) return this.#settle(entry, "stopped");
      this.#fail(entry, error);
    }
  }

  #fail(entry: ThreadEntry, error: unknown): void {
    entry.error.value = error;
    entry.errorId.value = randomId(6);
    this.#settle(entry, "failed");
    this.#session.noteError(error, { errorId: entry.errorId.peek(), source: "a reply" });
  }

  #settle(entry: ThreadEntry, state: "whole" | "stopped" | "failed"): void {
    if (entry.state.peek() !== "coming") return;
    entry.state.value = state;
    this.#keep();
  }
}

const isSame = (entry: ThreadEntry | undefined, { role, text, time }: SavedMessage): boolean =>
  entry?.role === role && entry.time === time && entry.text.peek() === text;

/**
 * Makes a thread of messages that are answered piece by piece, for one session. Show it with `Chat`.
 *
 * @example
 * ```tsx
 * import { Chat, createChat } from "tandem/ui";
 *
 * async function* echo(text: string) {
 *   for (const word of text.split(" ")) yield `${word} `;
 * }
 *
 * export default function Assistant() {
 *   const chat = createChat({ reply: (messages) => echo(messages.at(-1)!.text) });
 *   return <Chat chat={chat} label="Echo" />;
 * }
 * ```
 *
 * Call it in a component or a handler. What a reply throws is logged with an id, and shown in the thread. With `saved`, a
 * conversation outlives its session.
 */
export function createChat(options: ChatOptions): ChatThread {
  return new ChatThread(currentSession(), options);
}
