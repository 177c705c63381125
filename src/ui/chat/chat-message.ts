import { signal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import type { FileInfo } from "../../session/uploads/file-info.ts";

/** Who says it: the person, who answers, or the app. */
export type ChatRole = "user" | "assistant" | "system";

/** A message as it stands now. */
export interface ChatMessage {
  readonly role: ChatRole;
  /** Of an assistant, Markdown; of the others, plain text. */
  readonly text: string;
  /** Files that came with it. */
  readonly attachments?: readonly FileInfo[];
  /** Milliseconds since 1970; now unless told. */
  readonly time?: number;
  /** Who it is, where a role is not enough. */
  readonly author?: string;
}

/** Whether all of a message is there, more comes, or no more will. */
export type ChatMessageState = "whole" | "coming" | "stopped" | "failed";

/** A message in a thread, which may still be coming. */
export interface ChatEntry {
  readonly id: number;
  readonly role: ChatRole;
  readonly author: string | undefined;
  readonly time: number;
  readonly attachments: readonly FileInfo[];
  /** Of files that came with it in an earlier session, and are no longer there. */
  readonly fileNames: readonly string[];
  /** Reactive. */
  readonly text: ReadonlySignal<string>;
  /** Reactive. */
  readonly state: ReadonlySignal<ChatMessageState>;
  /** Why it failed. Reactive. */
  readonly error: ReadonlySignal<unknown>;
  /** What a failure is found by in the server's log. Reactive. */
  readonly errorId: ReadonlySignal<string>;
}

/** An entry as its thread writes it. */
export class ThreadEntry implements ChatEntry {
  readonly id: number;
  readonly role: ChatRole;
  readonly author: string | undefined;
  readonly time: number;
  readonly attachments: readonly FileInfo[];
  readonly fileNames: readonly string[];
  readonly text: Signal<string>;
  readonly state: Signal<ChatMessageState>;
  readonly error = signal<unknown>(undefined);
  readonly errorId = signal("");

  constructor(
    id: number,
    message: ChatMessage & { time: number; fileNames?: readonly string[] },
    state: ChatMessageState = "whole",
  ) {
    this.id = id;
    this.role = message.role;
    this.author = message.author;
    this.time = message.time;
    this.attachments = message.attachments ?? [];
    this.fileNames = message.fileNames ?? [];
    this.text = signal(message.text);
    this.state = signal<ChatMessageState>(state);
  }

  /** As it stands now. */
  snapshot(): ChatMessage {
    const { role, attachments, time, author } = this;
    return { role, text: this.text.peek(), attachments, time, ...(author === undefined ? {} : { author }) };
  }
}
