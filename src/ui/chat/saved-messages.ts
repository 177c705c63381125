import type { ChatRole, ThreadEntry } from "./chat-message.ts";

/** A message as it is kept: plain data, which JSON carries. */
export interface SavedMessage {
  readonly role: ChatRole;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly author?: string;
  /** What its files were called: the files themselves go with their session. */
  readonly fileNames?: readonly string[];
  /** The answer was stopped, or failed, before it was whole. */
  readonly isPart?: true;
}

/** Where a conversation is kept: a signal, or anything else whose value can be read live and set. */
export interface SavedIn {
  value: readonly SavedMessage[];
}

/** What is kept of a thread: the latest messages, in at most so many characters of JSON. An answer counts once it has ended. */
export function toSaved(entries: readonly ThreadEntry[], maxLength: number): SavedMessage[] {
  const kept: SavedMessage[] = [];
  let length = "[]".length;
  for (const entry of entries.toReversed()) {
    const message = savedFrom(entry);
    if (message === undefined) continue;
    length += JSON.stringify(message).length + ",".length;
    if (length > maxLength) break;
    kept.unshift(message);
  }
  return kept;
}

function savedFrom(entry: ThreadEntry): SavedMessage | undefined {
  const { role, time, author } = entry;
  const [text, state] = [entry.text.peek(), entry.state.peek()];
  const fileNames = [...entry.fileNames, ...entry.attachments.map(({ name }) => name)];
  if (state === "coming" || (state === "failed" && text === "")) return undefined;
  return {
    role,
    text,
    time,
    ...(author === undefined ? {} : { author }),
    ...(fileNames.length === 0 ? {} : { fileNames }),
    ...(state === "whole" ? {} : { isPart: true }),
  };
}

/** Whoever keeps it may have changed it: what is no message is left out. */
export function readSaved(value: unknown): SavedMessage[] {
  return Array.isArray(value) ? value.flatMap((each: unknown) => messageFrom(each) ?? []) : [];
}

function messageFrom(value: unknown): SavedMessage | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { role, text, time, author, fileNames, isPart } = value as Readonly<Record<string, unknown>>;
  if (role !== "user" && role !== "assistant" && role !== "system") return undefined;
  if (typeof text !== "string" || typeof time !== "number" || !Number.isFinite(new Date(time).getTime()))
    return undefined;
  const names = Array.isArray(fileNames) ? fileNames.filter((name) => typeof name === "string") : [];
  return {
    role,
    text,
    time,
    ...(typeof author === "string" ? { author } : {}),
    ...(names.length === 0 ? {} : { fileNames: names }),
    ...(isPart === true ? { isPart } : {}),
  };
}
