/** A name as others may see it. */
export const MOST_LETTERS = 24;

/** Signs that nobody sees, or that turn round what stands beside them. */
export const UNSEEN = /\p{C}/u;

/** Of what a browser has kept, which may be anything. */
export const keptName = (kept: string): string =>
  Array.from(
    kept
      .slice(0, 10 * MOST_LETTERS)
      .replaceAll(/\p{C}/gu, "")
      .trim(),
  )
    .slice(0, MOST_LETTERS)
    .join("");
