/** What can be counted of a text. */
export interface Statistics {
  readonly words: number;
  readonly characters: number;
  readonly lines: number;
  /** Minutes to read it, at 230 words a minute. */
  readonly minutes: number;
}

export function statisticsOf(text: string): Statistics {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  const lines = text === "" ? 0 : text.split("\n").length;
  return {
    words,
    characters: [...text].length,
    lines,
    minutes: Math.ceil(words / 230),
  };
}

/** What a text is called: its first heading. */
export const titleOf = (text: string): string =>
  /^#{1,6}\s+(.+)$/m.exec(text)?.[1] ?? "Untitled";

/** A name to save a text under. */
export function fileNameOf(text: string, ending = "md"): string {
  const name = titleOf(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${name || "untitled"}.${ending}`;
}
