import type { Json } from "../../protocol/operations.ts";

/** Longest URL that a page may tell. */
const MAX_URL_LENGTH = 8_192;
const MAX_PAGE_LENGTH = 64;

/** The browser went to `url` by itself: for the page that calls itself `page`, the `turn`th time. */
export interface HistoryWord {
  readonly url: string;
  readonly page: string;
  readonly turn: number;
}

/** Reads what a page tells of its history, which is untrusted. */
export function readHistoryWord(value: Json | undefined): HistoryWord | undefined {
  if (!Array.isArray(value)) return undefined;
  const [url, page, turn] = value;
  const isShaped = isLocal(url) && typeof page === "string" && page.length <= MAX_PAGE_LENGTH;
  return isShaped && Number.isSafeInteger(turn) ? { url, page, turn: turn as number } : undefined;
}

/** Reads where a plain link leads that was clicked, which is untrusted. */
export const readLinkWord = (value: Json | undefined): string | undefined => (isLocal(value) ? value : undefined);

/** Path, query and hash. */
const isLocal = (value: Json | undefined): value is string =>
  typeof value === "string" && value.startsWith("/") && value.length <= MAX_URL_LENGTH;
