import { common, createLowlight } from "lowlight";

/** A piece of a line, and what kind of piece that is: classes of highlight.js, or nothing. */
export interface CodeRun {
  readonly text: string;
  readonly kind: string;
}

export type CodeLine = readonly CodeRun[];

type Tree = ReturnType<ReturnType<typeof createLowlight>["highlight"]>;

/** Longer code is shown as it is: telling its pieces apart would take too long. */
const MAX_LENGTH = 200_000;
const LANGUAGE_NAME = /^[\w+#.-]{1,30}$/;

let lowlight: ReturnType<typeof createLowlight> | undefined;

/** Whether pieces of this language can be told apart. */
export function isKnownLanguage(language: string): boolean {
  return LANGUAGE_NAME.test(language) && (lowlight ??= createLowlight(common)).registered(language);
}

/** Code as lines of pieces. What is no known language, or too long, has one piece a line. */
export function highlightLines(code: string, language: string): CodeLine[] {
  if (code.length > MAX_LENGTH || !isKnownLanguage(language)) return plainLines(code);
  const lines: CodeRun[][] = [[]];
  for (const node of lowlight!.highlight(language, code).children) addRuns(lines, node, "");
  return lines;
}

export const plainLines = (code: string): CodeLine[] =>
  code.split("\n").map((text) => (text === "" ? [] : [{ text, kind: "" }]));

function addRuns(lines: CodeRun[][], node: Tree["children"][number], kind: string): void {
  if (node.type === "element") {
    const own = [node.properties["className"] ?? []].flat().join(" ");
    const inner = kind === "" ? own : `${kind} ${own}`;
    for (const child of node.children) addRuns(lines, child, inner);
  } else if (node.type === "text") {
    for (const [index, text] of node.value.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (text !== "") lines.at(-1)!.push({ text, kind });
    }
  }
}
