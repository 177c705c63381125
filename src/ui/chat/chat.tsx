import { computed } from "../../reactive/computed.ts";
import { effect } from "../../reactive/effect.ts";
import { untracked } from "../../reactive/graph.ts";
import { selector } from "../../reactive/selector.ts";
import { signal, type Signal } from "../../reactive/signal.ts";
import { needPart } from "../../session/parts.ts";
import type { UploadOptions } from "../../session/uploads/upload-rules.ts";
import { command } from "../../view/commands.ts";
import { For } from "../../view/flow/for.ts";
import { Show } from "../../view/flow/show.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child, Live } from "../../view/node.ts";
import { ref } from "../../view/ref.ts";
import { Button } from "../buttons/button.tsx";
import { EmptyState } from "../content/empty-state.tsx";
import { FollowEnd } from "../content/follow-end.tsx";
import { plainText } from "../content/markdown/plain-text.ts";
import { signalProp } from "../base/signal-prop.ts";
import { ChatFiles } from "./chat-files.ts";
import type { ChatEntry } from "./chat-message.ts";
import { createChat, type ChatThread, type Reply } from "./chat-thread.ts";
import { Composer } from "./composer.tsx";
import { failureText, MessageView } from "./message-view.tsx";

/** A thread from `createChat()`, or what answers one of its own; and how it looks. */
export type ChatProps = ChatLook & ({ chat: ChatThread; reply?: undefined } | { chat?: undefined; reply: Reply });

export interface ChatLook {
  /** What is chatted about, for those who do not see it. */
  label: string;
  /** As in CSS; `"36rem"` unless told. */
  height?: string;
  /** What those who say something are called; “You” and “Assistant” unless told. */
  userName?: string;
  assistantName?: string;
  placeholder?: string;
  /** What may be attached; nothing unless told. */
  attachments?: UploadOptions;
  /** What can be said first, shown while nothing has been. */
  suggestions?: readonly string[];
  /** In place of the greeting, while nothing has been said. */
  empty?: Child;
  /** Nothing can be sent; the server refuses what is sent all the same. */
  disabled?: Live<boolean>;
  /** What is being written, both ways. */
  draft?: Signal<string>;
  class?: ClassValue;
}

/** Messages on the page at first, and by how many more it goes back. */
const PAGE = 40;
/** More are let go when something is sent. */
const MOST_SHOWN = 120;

/**
 * A conversation with something that answers: messages, answers that come word by word with Markdown, stop, again, edit,
 * copy and attachments.
 *
 * @example
 * ```tsx
 * import { Chat } from "tandem/ui";
 *
 * async function* answer(question: string) {
 *   yield "You asked: ";
 *   yield question;
 * }
 *
 * export default () => (
 *   <Chat label="Assistant" reply={(messages) => answer(messages.at(-1)!.text)} suggestions={["What can you do?"]} />
 * );
 * ```
 *
 * A reply is any async iterable of text: what a model streams, or a generator. All pages of a session share the thread.
 * The end stays in sight until the person scrolls away, and screen readers hear whole messages. From Shiny's `Chat`.
 */
export function Chat(props: ChatProps): Child {
  needPart("ui");
  const chat = props.chat ?? createChat({ reply: props.reply });
  effect(() => chat.readSaved());
  const { label, height = "36rem", userName = "You", assistantName = "Assistant", disabled = false } = props;
  const draft = signalProp(props.draft, "draft={…} of a Chat") ?? signal("");
  const scroller = ref();
  const thread = new ShownThread(chat);
  const files = props.attachments === undefined ? undefined : new ChatFiles();
  const names = { user: userName, assistant: assistantName };
  const say = (text: string) => {
    if (chat.send(text)) sent();
  };
  const sent = () => thread.letGo();
  return (
    <section class={["tandem-chat", props.class]} aria-label={label} style={{ height }}>
      <FollowEnd ref={scroller} class="tandem-chat-scroll" label="Messages" spoken={false}>
        <Show when={() => chat.entries.value.length === 0}>
          {props.empty ?? <EmptyState icon="chat-dots" title="What is on your mind?" />}
          <Suggestions texts={props.suggestions ?? []} onChoose={say} disabled={disabled} />
        </Show>
        <Show when={() => thread.hasEarlier.value}>
          <Button
            size="small"
            appearance="plain"
            icon="chevron-up"
            class="tandem-chat-earlier"
            onClick={() => thread.goBack()}
          >
            Earlier messages
          </Button>
        </Show>
        <ol class="tandem-messages">
          <For each={thread.shown}>
            {(entry) => (
              <MessageView
                entry={entry}
                chat={chat}
                files={files}
                names={names}
                disabled={disabled}
                isLast={() => thread.isLast(entry.id)}
              />
            )}
          </For>
        </ol>
      </FollowEnd>
      <p class="tandem-unseen" role="status">
        {thread.spoken(names.assistant)}
      </p>
      <Composer
        chat={chat}
        draft={draft}
        placeholder={props.placeholder ?? "Write a message"}
        disabled={disabled}
        attachments={files === undefined ? undefined : { options: props.attachments!, files }}
        toEnd={command.dispatch("tandem-to-end", scroller)}
        onSent={sent}
      />
    </section>
  );
}

interface SuggestionsProps {
  texts: readonly string[];
  onChoose: (text: string) => void;
  disabled: Live<boolean>;
}

const Suggestions = ({ texts, onChoose, disabled }: SuggestionsProps): Child =>
  texts.length === 0 ? null : (
    <ul class="tandem-suggestions" aria-label="Suggestions">
      {texts.map((text) => (
        <li>
          <Button appearance="outlined" disabled={disabled} onClick={() => onChoose(text)}>
            {text}
          </Button>
        </li>
      ))}
    </ul>
  );

/** What of a thread is on the page: its end, and as much before it as the person asked for. */
class ShownThread {
  readonly #chat: ChatThread;
  readonly #from: Signal<number>;
  readonly shown = computed(() => this.#chat.entries.value.slice(this.#first()));
  readonly hasEarlier = computed(() => this.#first() > 0);
  /** Whether the entry with this id is the last of its role. */
  readonly isLast: (id: number) => boolean;

  constructor(chat: ChatThread) {
    this.#chat = chat;
    this.#from = signal(Math.max(0, chat.entries.peek().length - PAGE));
    const lastUser = selector(computed(() => this.#lastId("user")));
    const lastAssistant = selector(computed(() => this.#lastId("assistant")));
    this.isLast = (id) => lastUser(id) || lastAssistant(id);
  }

  goBack(): void {
    this.#from.value = Math.max(0, this.#from.peek() - PAGE);
  }

  /** Where many are shown, only the end stays. */
  letGo(): void {
    const { length } = this.#chat.entries.peek();
    if (length - this.#from.peek() > MOST_SHOWN) this.#from.value = length - PAGE;
  }

  /** What is said to those who do not see it: that an answer comes, and then all of it at once. */
  spoken(name: string): () => string {
    const text = signal("");
    let wasComing = false;
    effect(() => {
      const last = this.#chat.entries.value.at(-1);
      const state = last?.role === "assistant" ? last.state.value : undefined;
      if (state === "coming") text.value = `${name} is answering.`;
      else if (wasComing && last !== undefined) text.value = untracked(() => `${name}: ${spokenText(last)}`);
      wasComing = state === "coming";
    });
    return () => text.value;
  }

  #first(): number {
    return Math.min(this.#from.value, this.#chat.entries.value.length);
  }

  #lastId(role: "user" | "assistant"): number | undefined {
    return this.#chat.entries.value.findLast((entry) => entry.role === role)?.id;
  }
}

const MOST_SPOKEN = 2_000;

function spokenText(entry: ChatEntry): string {
  if (entry.state.value === "failed") return failureText(entry);
  const text = plainText(entry.text.value).slice(0, MOST_SPOKEN);
  return entry.state.value === "stopped" ? `${text} Stopped.` : text;
}
