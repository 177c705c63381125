import { highlightLines, plainLines, type CodeLine } from "./highlight.ts";

/** Shorter code is told apart at each change. */
const ALWAYS_BELOW = 4_000;
/** By how much longer code grows until all of it is told apart again. */
const GROWTH = 1.15;

/**
 * Highlights code that grows, as a streamed answer does, without doing all of it again for each word: the lines at the
 * end are plain until enough has come, so that the work stays in proportion to the whole.
 */
export class GrowingHighlight {
  #code = "";
  #language = "";
  #lines: readonly CodeLine[] = [];

  /** The lines of `code`; `isWhole` once nothing more will come. */
  lines(code: string, language: string, isWhole: boolean): readonly CodeLine[] {
    const isMore =
      !isWhole && language === this.#language && code.length > ALWAYS_BELOW && code.length < this.#code.length * GROWTH;
    if (isMore && this.#code !== "" && code.startsWith(this.#code)) return this.#continued(code);
    this.#code = code;
    this.#language = language;
    return (this.#lines = highlightLines(code, language));
  }

  #continued(code: string): readonly CodeLine[] {
    const last = this.#code.lastIndexOf("\n") + 1;
    return [...this.#lines.slice(0, -1), ...plainLines(code.slice(last))];
  }
}
