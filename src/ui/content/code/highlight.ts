import { grammarNamed, highlighterFor } from "./grammars.ts";
import type { Token, TokenTree } from "./token-tree.ts";

/** A piece of a line, and what kind of piece that is: classes of highlight.js, or nothing. */
export interface CodeRun {
  readonly text: string;
  readonly kind: string;
}

export type CodeLine = readonly CodeRun[];

/** Longer code is shown as it is: telling its pieces apart would take too long. */
const MAX_LENGTH = 200_000;

/** Code as lines of pieces. What is no known language, or too long, has one piece a line. */
export function highlightLines(code: string, language: string): CodeLine[] {
  const grammar = grammarNamed(language);
  if (code.length > MAX_LENGTH || grammar === undefined) return plainLines(code);
  const { _emitter, errorRaised } = highlighterFor(grammar).highlight(code, {
    language: grammar,
    ignoreIllegals: true,
  });
  if (errorRaised) return plainLines(code);
  const lines: CodeRun[][] = [[]];
  for (const token of (_emitter as TokenTree).tokens) addRuns(lines, token, "");
  return lines;
}

export const plainLines = (code: string): CodeLine[] =>
  code.split("\n").map((text) => (text === "" ? [] : [{ text, kind: "" }]));

function addRuns(lines: CodeRun[][], token: Token, kind: string): void {
  if (typeof token !== "string") {
    const inner = kind === "" ? token.kind : `${kind} ${token.kind}`;
    for (const child of token.tokens) addRuns(lines, child, inner);
    return;
  }
  for (const [index, text] of token.split("\n").entries()) {
    if (index > 0) lines.push([]);
    if (text !== "") lines.at(-1)!.push({ text, kind });
  }
}
